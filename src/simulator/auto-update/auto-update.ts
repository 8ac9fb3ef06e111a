import type { Cancel } from '../../clock.ts';
import type { AutoUpdateHost } from './auto-update-host.ts';
import { CopyFromMate, CopyToMate } from './copy-to-mate.ts';
import { LookOut } from './look-out.ts';
import { obstacleTo } from './obstacle.ts';
import { reloadInOrder, type Renewed } from './reload-order.ts';
import { markOf, versionOfImage } from './software.ts';
import type { Software } from '../message/software.ts';
import { type Component, deviceDetailsXml, readUpdateInfo } from './update-info.ts';
import type { UpdateMessage } from '../message/update-message.ts';

/** How many looks, one a second, an answer of the mate and a change of roles are waited for. */
const looks = { answer: 10, role: 30 };
/** How soon after its boot, or after a server was configured, a unit calls home for the first time. */
const firstCallMs = 60_000;
/** A server whose files never match what it says of them is not asked for ever. */
const mostRounds = 6;
/** The configuration as the server has it, kept so that its checksum can be compared. */
const configFile = 'auto-update.cfg';

/**
 * A unit as client of an Auto Update Server (ASA 5580 guide, «Auto Update Process Overview»): it compares checksums
 * of images and configuration with the server's, takes what differs, copies it to its mate and reloads both, the
 * standby unit first. Only the primary unit calls home, and only as the active one.
 */
export class AutoUpdate {
  readonly #host: AutoUpdateHost;
  readonly #fromMate: CopyFromMate;
  #server: string | undefined;
  #next: Cancel = () => undefined;
  #request: Cancel = () => undefined;
  readonly #lookOut: LookOut;
  #copy: CopyToMate | undefined;
  #mate: Software | undefined;
  #seq = 0;
  #rounds = 0;
  #retries = 0;

  constructor(host: AutoUpdateHost) {
    this.#host = host;
    this.#lookOut = new LookOut(host.clock);
    this.#fromMate = new CopyFromMate((name, content) => this.#keep(name, content));
  }

  /** A server was configured, changed or removed, or the unit has booted. */
  configChanged(): void {
    const server = this.#host.settings()?.server;
    if (server === this.#server) return;
    this.stop();
    this.#server = server;
    if (server !== undefined) this.#callIn(firstCallMs);
  }

  stop(): void {
    this.#next();
    this.#request();
    this.#lookOut.stop();
    this.#copy?.stop();
    this.#server = undefined;
  }

  /** A message of the mate's. */
  take(message: UpdateMessage): void {
    const host = this.#host;
    if (message.kind === 'software') {
      this.#mate = message.software;
      if (message.asks) host.toMate({ kind: 'software', asks: false, software: this.#software() });
    } else if (message.kind === 'copy') host.toMate(this.#fromMate.take(message));
    else if (message.kind === 'copied') this.#copied(message.seq, message.upTo, message.refused);
    else if (message.kind === 'use') host.use(message.what, message.name);
    else host.replaceConfiguration(message.lines);
  }

  #callIn(ms: number): void {
    this.#next();
    this.#next = this.#host.clock.after(ms, () => {
      this.#rounds = 0;
      this.#begin();
    });
  }

  /** The process ends until the next poll time. */
  #end(why?: string): void {
    if (why !== undefined) this.#host.trace(`Auto-update client: ${why}`);
    this.#retries = 0;
    const { pollMs } = this.#host.settings() ?? {};
    if (pollMs !== undefined) this.#callIn(pollMs);
  }

  #retry(why: string): void {
    const settings = this.#host.settings();
    if (!settings || this.#retries >= settings.retries) return this.#end(why);
    this.#host.trace(`Auto-update client: ${why}`);
    this.#retries += 1;
    this.#callIn(settings.retryMs);
  }

  /** Step 1, once this unit is the primary one and active. */
  #begin(): void {
    this.#rounds += 1;
    if (this.#rounds > mostRounds) return this.#end('files do not match the checksums of the server');
    const standing = this.#host.standing();
    const obstacle = obstacleTo(standing);
    if (obstacle !== undefined) return this.#end(obstacle);
    if (!standing.failoverOn) return this.#callHome();
    if (standing.own !== 'active') {
      const refusal = this.#host.becomeActive();
      if (refusal !== undefined) return this.#end(refusal);
    }
    this.#lookOut.until(
      () => this.#host.standing().own === 'active',
      looks.role,
      () => this.#exchange(),
      () => this.#end('the primary unit does not become active'),
    );
  }

  #exchange(): void {
    this.#mate = undefined;
    this.#host.toMate({ kind: 'software', asks: true, software: this.#software() });
    this.#lookOut.until(
      () => this.#mate !== undefined,
      looks.answer,
      () => this.#callHome(),
      () => this.#end('the mate does not say which images it has'),
    );
  }

  /** Steps 2 and 3. */
  #callHome(): void {
    const { server = '' } = this.#host.settings() ?? {};
    const [, host = '', path = '/'] = /^https?:\/\/(?:[^@/]*@)?([^/:]+)[^/]*(\/.*)?$/.exec(server) ?? [];
    const body = deviceDetailsXml({ ...this.#host.device(), software: this.#software() });
    this.#host.trace(`Auto-update client: Sent DeviceDetails to ${path} of server ${host}`);
    this.#request = this.#host.web({ method: 'POST', url: server, body }, (answer) => {
      if ('failed' in answer) return this.#retry(`cannot connect to server ${host}: ${answer.failed}`);
      if (answer.status !== 200) return this.#retry(`server ${host} answered ${answer.status}`);
      this.#host.trace(`Auto-update client: Processing UpdateInfo from server ${host}`);
      const components = readUpdateInfo(Buffer.from(answer.content).toString('utf8'));
      if (typeof components === 'string') return this.#retry(components);
      for (const { kind, url, checksum } of components) {
        this.#host.trace(`  Component: ${kind}, URL: ${url}, checksum:`);
        this.#host.trace(`0x${checksum}`);
      }
      this.#weigh(components);
    });
  }

  /** Steps 4 to 8: the first component that does not match is updated, and the process starts again. */
  #weigh(components: readonly Component[]): void {
    const own = this.#software();
    const mate = this.#mate;
    for (const kind of ['image', 'asdm'] as const) {
      const offered = components.find((one) => one.kind === kind);
      if (!offered) continue;
      const needs = {
        own: own[kind]?.checksum !== offered.checksum,
        mate: mate !== undefined && mate[kind]?.checksum !== offered.checksum,
      };
      if (needs.own || needs.mate) return this.#update(offered, needs);
    }
    const config = components.find(({ kind }) => kind === 'config');
    const held = this.#host.files.file(configFile);
    if (config && (!held || markOf(held).checksum !== config.checksum)) return this.#updateConfig(config);
    this.#end('no updates are required');
  }

  #update(component: Component, needs: Renewed): void {
    const { kind } = component;
    if (kind === 'config') return;
    const word = kind === 'image' ? 'img' : kind;
    const [act, stby] = [needs.own, needs.mate].map((need) => (need ? 'yes' : 'no'));
    this.#host.trace(`Auto-update client: need to update ${word}, act: ${act}, stby ${stby}`);
    this.#fetch(component, (name, content) => {
      const install = (): void => {
        if (needs.mate) this.#host.toMate({ kind: 'use', what: kind, name });
        if (needs.own) {
          this.#host.trace(`Auto-update client: update ${word} on act unit...`);
          const refused = this.#keep(name, content);
          if (refused !== undefined) return this.#end(refused);
          this.#host.use(kind, name);
        }
        if (kind === 'image') this.#reload(needs, versionOfImage(name, content));
        else this.#begin();
      };
      if (!needs.mate) return install();
      this.#host.trace(`Auto-update client: update ${word} on stby unit...`);
      this.#copyToMate(name, content, install);
    });
  }

  /** Step 4, c to f. */
  #reload(needs: Renewed, version: string | undefined): void {
    const isHitless = version !== undefined && this.#host.isHitless(version);
    reloadInOrder(
      this.#host,
      this.#lookOut,
      { ...needs, isHitless },
      {
        again: () => this.#begin(),
        gaveUp: (why) => this.#end(why),
      },
    );
  }

  /** Step 6. */
  #updateConfig(component: Component): void {
    this.#host.trace('Auto-update client: need to update config');
    this.#fetch(component, (_name, content) => {
      const lines = Buffer.from(content).toString('utf8').split(/\r?\n/);
      const refused = this.#keep(configFile, content);
      if (refused !== undefined) return this.#end(refused);
      this.#host.toMate({ kind: 'new-configuration', lines });
      this.#host.replaceConfiguration(lines);
      this.#begin();
    });
  }

  #fetch({ url, kind, checksum }: Component, then: (name: string, content: Uint8Array) => void): void {
    const name = decodeURIComponent(/[^/]*$/.exec(new URL(url).pathname)?.[0] ?? '') || kind;
    this.#request = this.#host.web({ method: 'GET', url }, (answer) => {
      if ('failed' in answer) return this.#retry(`cannot get ${url}: ${answer.failed}`);
      if (answer.status !== 200) return this.#retry(`${url}: server answered ${answer.status}`);
      const { content } = answer;
      const got = markOf({ name, bytes: content.length, at: this.#host.deviceTime, content }).checksum;
      if (got !== checksum) return this.#retry(`${url}: checksum is 0x${got}, not 0x${checksum}`);
      then(name, content);
    });
  }

  #copyToMate(name: string, content: Uint8Array, then: () => void): void {
    this.#seq += 1;
    this.#copy = new CopyToMate(this.#host, this.#seq, { name, content }, (failed) => {
      this.#copy = undefined;
      if (failed === undefined) then();
      else this.#end(failed);
    });
    this.#copy.start();
  }

  #copied(seq: number, upTo: number, refused: string | undefined): void {
    if (seq === this.#seq) this.#copy?.copied(upTo, refused);
  }

  #keep(name: string, content: Uint8Array): string | undefined {
    return this.#host.files.put(name, { bytes: content.length, at: this.#host.deviceTime, content });
  }

  #software(): Software {
    const mark = (what: 'image' | 'asdm') => {
      const path = this.#host.imagePath(what);
      const file = path === undefined ? undefined : this.#host.files.file(path);
      return file && markOf(file);
    };
    return { image: mark('image') ?? { name: '', checksum: '' }, asdm: mark('asdm') };
  }
}

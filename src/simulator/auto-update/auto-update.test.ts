import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { FailoverState } from '../../pair/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { FlashFiles } from '../box/flash-files.ts';
import { AutoUpdate } from './auto-update.ts';
import type { AutoUpdateHost, PairStanding } from './auto-update-host.ts';
import type { UpdateMessage } from '../message/update-message.ts';
import type { Web } from '../face/web.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const md5 = (content: Uint8Array): string => createHash('md5').update(content).digest('hex');
const oldImage = bytes('Cisco Adaptive Security Appliance Software Version 9.2(4)');
const newImage = bytes(`Cisco Adaptive Security Appliance Software Version 9.2(5)${'.'.repeat(40_000)}`);
const nextMajor = bytes('Cisco Adaptive Security Appliance Software Version 10.1(1)');

/** One unit with a flash, a role and a record of what it did; `mate` is told over a link of one millisecond. */
class Unit {
  readonly files = new FlashFiles(2 ** 28);
  readonly did: string[] = [];
  readonly traced: string[] = [];
  image = 'old.bin';
  asdm: string | undefined;
  state: FailoverState = 'standby-ready';
  lines: readonly string[] = [];
  update: AutoUpdate;
  mate: Unit | undefined;
  over: Partial<PairStanding> = {};
  deaf = false;
  untold = false;

  readonly clock: VirtualClock;
  readonly name: 'primary' | 'secondary';

  constructor(clock: VirtualClock, name: 'primary' | 'secondary', web: Web) {
    this.clock = clock;
    this.name = name;
    this.files.put('old.bin', { bytes: oldImage.length, at: new Date(0), content: oldImage });
    const host: AutoUpdateHost = {
      clock,
      web,
      files: this.files,
      deviceTime: new Date(0),
      settings: () => ({
        server: 'http://127.0.0.1/cgi-bin/dda.pl',
        deviceId: { kind: 'hostname' },
        pollMs: 600_000,
        retries: 1,
        retryMs: 60_000,
      }),
      standing: () => ({
        failoverOn: true,
        mode: 'single Active/Standby',
        isPrimary: name === 'primary',
        own: this.state,
        mate: this.mate?.state ?? 'not-detected',
        onlyCardFailed: false,
        linkUsable: true,
        ...this.over,
      }),
      device: () => ({
        deviceId: 'wall',
        serial: 'A1',
        mac: '0000.0000.0001',
        model: 'ASA5525',
        version: '9.2(4)',
      }),
      imagePath: (what) => (what === 'image' ? this.image : this.asdm),
      use: (what, file) => {
        if (what === 'image') this.image = file;
        else this.asdm = file;
        this.did.push(`uses ${file}`);
      },
      isHitless: (version) => version.startsWith('9.'),
      toMate: (message) => this.tell(message),
      becomeActive: () => {
        this.take('failover active');
        return undefined;
      },
      giveWay: () => {
        this.mate?.take('told active');
        return undefined;
      },
      reloadMate: () => {
        this.untold = true;
        this.clock.after(250, () => {
          if (this.state === 'active') this.mate?.reload();
          this.untold = false;
        });
      },
      told: () => !this.untold,
      reload: () => this.reload(),
      replaceConfiguration: (lines) => (this.lines = lines),
      trace: (line) => this.traced.push(line),
    };
    this.update = new AutoUpdate(host);
  }

  tell(message: UpdateMessage): void {
    if (!this.deaf) this.clock.after(1, () => this.mate?.update.take(message));
  }

  take(why: string): void {
    this.did.push(why);
    this.state = 'active';
    if (this.mate) this.mate.state = 'standby-ready';
  }

  reload(): void {
    this.did.push('reloads');
    const { mate } = this;
    const wasActive = this.state === 'active';
    this.state = 'cold-standby';
    this.clock.after(800, () => wasActive && mate?.state === 'standby-ready' && mate.take('mate lost'));
    this.clock.after(30_000, () => (this.state = 'standby-ready'));
  }
}

interface Played {
  readonly clock: VirtualClock;
  readonly primary: Unit;
  readonly secondary: Unit;
  readonly asked: string[];
  pass(seconds: number): Promise<void>;
}

/** A pair and a server that offers these files, each under its name. */
function play(
  offers: readonly { kind: string; name: string; content: Uint8Array; claims?: string }[],
): Played {
  const clock = new VirtualClock();
  const asked: string[] = [];
  const web: Web = ({ method, url }, done) => {
    asked.push(`${method} ${url}`);
    const offered = offers.find(({ name }) => url.endsWith(`/${name}`));
    const components = offers.map(
      ({ kind, name, content, claims }) =>
        `<Component type="${kind}" url="http://127.0.0.1/files/${name}" checksum="0x${claims ?? md5(content)}"/>`,
    );
    const content =
      method === 'POST' ? bytes(`<UpdateInfo>${components.join('')}</UpdateInfo>`) : offered?.content;
    return clock.after(5, () =>
      done(content ? { status: 200, content } : { status: 404, content: bytes('') }),
    );
  };
  const primary = new Unit(clock, 'primary', web);
  const secondary = new Unit(clock, 'secondary', web);
  primary.mate = secondary;
  secondary.mate = primary;
  primary.state = 'active';
  return {
    clock,
    primary,
    secondary,
    asked,
    pass: async (seconds) => {
      await clock.advance(seconds * 1000);
    },
  };
}

describe('Auto Update of a pair', () => {
  it('copies a new image to the standby unit, reloads it first, then hands over and reloads', async () => {
    const { primary, secondary, pass } = play([{ kind: 'image', name: 'asa925.bin', content: newImage }]);
    primary.update.configChanged();
    await pass(300);
    expect(secondary.files.file('asa925.bin')?.content).to.deep.equal(newImage);
    expect(secondary.did).to.deep.equal(['uses asa925.bin', 'reloads', 'told active']);
    expect(primary.did).to.deep.equal(['uses asa925.bin', 'reloads']);
    expect(primary.traced).to.include('Auto-update client: need to update img, act: yes, stby yes');
    expect(primary.traced).to.include(
      'auto-update: Fover copyfile, seq = 1 type = 1, pseq = 1025, len = 1024',
    );
    expect(primary.traced.some((line) => line.endsWith('waiting with mate state: 20'))).to.equal(true);
    expect(primary.traced.some((line) => line.endsWith('waiting with mate state: 80'))).to.equal(true);
  });

  it('reloads both at once where the versions cannot run side by side', async () => {
    const { primary, secondary, pass } = play([{ kind: 'image', name: 'asa10.bin', content: nextMajor }]);
    primary.update.configChanged();
    await pass(70);
    expect(primary.did).to.deep.equal(['uses asa10.bin', 'reloads']);
    expect(secondary.did).to.deep.equal(['uses asa10.bin', 'reloads']);
  });

  it('reloads only the unit that needs it', async () => {
    const alone = play([{ kind: 'image', name: 'asa925.bin', content: newImage }]);
    alone.primary.files.put('asa925.bin', { bytes: newImage.length, at: new Date(0), content: newImage });
    alone.primary.image = 'asa925.bin';
    alone.primary.update.configChanged();
    await alone.pass(300);
    expect(alone.primary.did).to.deep.equal([]);
    expect(alone.secondary.did).to.deep.equal(['uses asa925.bin', 'reloads']);
    expect(alone.primary.traced.at(-1)).to.equal('Auto-update client: no updates are required');
    const other = play([{ kind: 'image', name: 'asa925.bin', content: newImage }]);
    other.secondary.files.put('asa925.bin', { bytes: newImage.length, at: new Date(0), content: newImage });
    other.secondary.image = 'asa925.bin';
    other.primary.update.configChanged();
    await other.pass(300);
    expect(other.secondary.did).to.deep.equal(['told active']);
    expect(other.primary.did).to.deep.equal(['uses asa925.bin', 'reloads']);
  });

  it('fails over to the primary unit before it calls home', async () => {
    const { primary, secondary, asked, pass } = play([]);
    primary.state = 'standby-ready';
    secondary.state = 'active';
    primary.update.configChanged();
    await pass(61);
    expect(primary.did).to.deep.equal(['failover active']);
    expect(asked).to.deep.equal(['POST http://127.0.0.1/cgi-bin/dda.pl']);
  });

  it('takes an ASDM image and a configuration on both units, without a reload', async () => {
    const asdm = bytes('asdm 7.2(2)');
    const config = bytes('hostname west\nfailover\n');
    const { primary, secondary, pass } = play([
      { kind: 'asdm', name: 'asdm-722.bin', content: asdm },
      { kind: 'config', name: 'west.cfg', content: config },
    ]);
    primary.update.configChanged();
    await pass(120);
    expect([primary.did, secondary.did]).to.deep.equal([['uses asdm-722.bin'], ['uses asdm-722.bin']]);
    expect([primary.lines.slice(0, 2), secondary.lines.slice(0, 2)]).to.deep.equal([
      ['hostname west', 'failover'],
      ['hostname west', 'failover'],
    ]);
    expect(primary.traced.at(-1)).to.equal('Auto-update client: no updates are required');
  });

  const obstacles: readonly (readonly [string, Partial<PairStanding>])[] = [
    ['only single mode, Active/Standby is supported', { mode: 'other' }],
    ['only the primary unit calls home', { isPrimary: false }],
    ['the failover link is down', { linkUsable: false }],
    ['the units are synchronizing their configurations', { mate: 'bulk-sync' }],
    ['the standby unit has failed', { mate: 'failed' }],
  ];
  for (const [why, over] of obstacles) {
    it(`calls nobody while ${why}`, async () => {
      const { primary, asked, pass } = play([]);
      primary.over = over;
      primary.update.configChanged();
      await pass(70);
      expect(asked).to.deep.equal([]);
      expect(primary.traced).to.deep.equal([`Auto-update client: ${why}`]);
    });
  }

  it('goes on while the standby unit has failed of its service card alone', async () => {
    const { primary, asked, pass } = play([]);
    primary.over = { mate: 'failed', onlyCardFailed: true };
    primary.update.configChanged();
    await pass(70);
    expect(asked).to.have.length(1);
  });

  it('installs nothing whose checksum is not the one that the server told, and tries again as configured', async () => {
    const claims = md5(oldImage).replace(/./g, 'a');
    const { primary, secondary, asked, pass } = play([
      { kind: 'image', name: 'asa925.bin', content: newImage, claims },
    ]);
    primary.update.configChanged();
    await pass(200);
    expect(asked.filter((one) => one.startsWith('POST'))).to.have.length(2);
    expect([primary.image, secondary.image]).to.deep.equal(['old.bin', 'old.bin']);
    await pass(600);
    expect(asked.filter((one) => one.startsWith('POST'))).to.have.length(4);
  });

  it('gives a mate up that takes no copy', async () => {
    const { primary, secondary, pass } = play([{ kind: 'image', name: 'asa925.bin', content: newImage }]);
    primary.update.configChanged();
    await pass(59.999);
    await pass(0.004);
    secondary.deaf = true;
    await pass(60);
    expect(primary.traced.at(-1)).to.match(/does not (answer|say)/);
    expect(primary.did).to.deep.equal([]);
  });
});

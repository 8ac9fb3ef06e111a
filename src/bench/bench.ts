import { pause, within } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import { isRefusal } from '../device/index.ts';
import type { Answer, Pdu, Switch } from '../device/index.ts';
import type { Ears, HeardLine } from '../listen/index.ts';
import { mateOf, unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import type { Probes } from '../traffic/index.ts';
import { Breakage } from './breaking/breakage.ts';
import { Gate } from './interlock/index.ts';
import type { Journal } from './journal/journal.ts';
import type { Effect, Notebook } from './notebook.ts';
import type { BenchParts } from './parts.ts';
import { commandBoundMs } from './asking/place.ts';
import { outletsNow, portNow } from './breaking/prior.ts';
import { portOf, switchPort } from './breaking/port.ts';
import {
  darkMate,
  isWithoutLinks,
  refuseDarkMate,
  refuseOtherLabels,
  switchPower,
} from './breaking/power.ts';
import type { Progress } from './progress.ts';
import { Sessions } from './sessions.ts';
import { closeBoundMs, mendBoundMs } from './mend-bound.ts';
import type { UnitConsole } from './unit-console.ts';
import type { Watch } from './watch.ts';

/** Milliseconds that probes may take to be accounted for; those that are not by then are a gap. */
export const probesBoundMs = 10_000;

/** Something that could not be put back: what and why in words, and the error itself. */
export interface Unmended {
  readonly message: string;
  readonly error: unknown;
}

/** A topology made live: what can be broken, what can be asked, and how all of it is put back. */
export class Bench implements BenchParts {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly notebook: Notebook;
  readonly journal: Journal;
  readonly consoles: Readonly<Record<UnitName, UnitConsole>>;
  readonly switches: ReadonlyMap<string, Switch>;
  readonly pdus: ReadonlyMap<string, Pdu>;
  readonly watch: Watch;
  readonly timeWatch: BenchParts['timeWatch'];
  /** Held open through the pair, until the bench is closed. */
  readonly sessions: Sessions;
  readonly ears: Ears | undefined;
  readonly errands: BenchParts['errands'];
  readonly knownHosts: BenchParts['knownHosts'];
  readonly hands: BenchParts['hands'];
  readonly updates: BenchParts['updates'];
  readonly fence: BenchParts['fence'];
  readonly breakage: Breakage;
  /** In which VLAN each port was put that hears nobody, by what was broken. */
  readonly isolated = new Map<string, number>();
  readonly #probedUntilMs = new Map<string, number>();
  #probes: Probes | undefined;

  constructor(parts: BenchParts) {
    this.topology = parts.topology;
    this.secrets = parts.secrets;
    this.clock = parts.clock;
    this.progress = parts.progress;
    this.notebook = parts.notebook;
    this.journal = parts.journal;
    this.consoles = parts.consoles;
    const gate = new Gate({
      topology: parts.topology,
      clock: parts.clock,
      progress: parts.progress,
      kept: parts.kept,
      writes: (unit) => writesOn(parts.consoles, unit),
    });
    this.switches = new Map([...parts.switches].map(([name, of]) => [name, gate.guardSwitch(of)]));
    this.pdus = new Map([...parts.pdus].map(([name, pdu]) => [name, gate.guardPdu(pdu)]));
    this.watch = parts.watch;
    this.timeWatch = parts.timeWatch;
    this.timeWatch?.start();
    this.sessions = new Sessions(parts);
    this.ears = parts.ears;
    this.errands = parts.errands;
    this.knownHosts = parts.knownHosts;
    this.hands = parts.hands;
    this.updates = parts.updates;
    this.fence = parts.fence;
    this.breakage = new Breakage(parts.journal);
  }

  /** Hands the probes over: they are stopped when the bench is closed. */
  carry(probes: Probes): void {
    this.#probes = probes;
  }

  /** Told by the probes: every probe of the flow that was sent until then is accounted for. */
  probed(flow: string, untilMs: number): void {
    this.#probedUntilMs.set(flow, untilMs);
  }

  /**
   * Waits until every flow is accounted for up to this instant of the clock, ten seconds at most. One that is not
   * by then is a gap: probes that nobody spoke of must not pass for probes that came through.
   */
  async probesUntil(instantMs: number): Promise<void> {
    if (!this.#probes) return;
    const missing = (): readonly string[] =>
      this.topology.flows
        .map(({ name }) => name)
        .filter((name) => (this.#probedUntilMs.get(name) ?? -Infinity) < instantMs);
    for (
      const capMs = this.clock.nowMs() + probesBoundMs;
      missing().length > 0 && this.clock.nowMs() < capMs;
    )
      await pause(this.clock, 50);
    for (const flow of missing()) {
      const fromMs = this.#probedUntilMs.get(flow) ?? instantMs;
      this.notebook.gap(`probe ${flow}`, fromMs, instantMs, 'the probes were not accounted for');
      this.#probedUntilMs.set(flow, instantMs);
    }
  }

  /**
   * What the units logged and notified of since an instant of the clock, in order. Throws `BenchError` where nobody
   * listens, and where not everything was heard.
   */
  async heardSince(ms: number): Promise<readonly HeardLine[]> {
    if (!this.ears) throw new BenchError('bench', 'nobody listens here; add listen to the topology');
    await this.ears.settled();
    return this.ears.since(ms);
  }

  /**
   * Types a command on the console of a unit. Throws `NoAnswer` when it is silent for ten seconds, and `BenchError`
   * when it answers that it will not: what the unit refused, it was not told.
   */
  async tell(unit: UnitName, command: string): Promise<Answer> {
    const answer = await this.consoles[unit].run(command, { boundMs: commandBoundMs });
    if (isRefusal(answer.output))
      throw new BenchError(
        `${unit} console`,
        `${JSON.stringify(command)} was refused with ${JSON.stringify(answer.output.trim())}`,
      );
    return answer;
  }

  /** Takes all power from a unit; refused while its mate has none, so that never both are dark. */
  async cutPower(unit: UnitName): Promise<Effect> {
    await refuseDarkMate(this, unit);
    await refuseOtherLabels(this, unit);
    const change = { restores: `power of ${unit} on`, of: await outletsNow(this, unit) };
    // A PDU may still read on what it was told to switch off; from here on, nothing comes in between.
    if (this.breakage.has(`power:${mateOf(unit)}`)) throw darkMate(unit, 'is to have none');
    return this.breakage.cause(
      `power:${unit}`,
      change,
      () => this.restorePower(unit),
      () => switchPower(this, unit, 'off'),
    );
  }

  /** Gives power back, after the minimum off time of its PDUs. Safe twice, and safe if power was never cut. */
  async restorePower(unit: UnitName): Promise<Effect> {
    const before = this.breakage.changed(`power:${unit}`);
    const only =
      before?.kind === 'outlets' ? before.outlets.filter(({ prior }) => prior === 'on') : undefined;
    const effect = await switchPower(this, unit, 'on', only);
    this.breakage.mended(`power:${unit}`);
    return effect;
  }

  /** Shuts the switch port of a unit's interface. */
  async shutPort(unit: UnitName, nameif: string): Promise<Effect> {
    const port = portOf(this, unit, nameif);
    const of = await portNow(port.of, unit, port.port);
    return this.breakage.cause(
      `port:${unit}:${nameif}`,
      { restores: `${port.port} of ${port.of.name} ${of.prior}`, of },
      () => this.enablePort(unit, nameif),
      () => switchPort(this, port, 'down'),
    );
  }

  /** Brings the port up again. Safe twice, and safe if it was never shut. */
  async enablePort(unit: UnitName, nameif: string): Promise<Effect> {
    const isDark = await isWithoutLinks(this, unit);
    const key = `port:${unit}:${nameif}`;
    const before = this.breakage.changed(key);
    const wish = before?.kind === 'port' ? before.prior : 'up';
    const effect = await switchPort(this, portOf(this, unit, nameif), wish, isDark);
    this.breakage.mended(key);
    return effect;
  }

  /**
   * Puts back what is still broken, the last first. Each has a bound of its own: one that hangs does not keep the others
   * from being put back. Returns what could not be verified, and why.
   */
  async mend(): Promise<readonly Unmended[]> {
    const unverified: Unmended[] = [];
    const boundMs = mendBoundMs(this.topology);
    for (const intent of this.journal.open) {
      // What is another's by now is not touched, also where the loss comes while it is put back.
      if (this.fence?.lost) {
        const { lost } = this.fence;
        unverified.push({ message: `${intent.restores}: left to whoever recovers the bench`, error: lost });
        continue;
      }
      this.progress.say(`putting back: ${intent.restores}`);
      try {
        await within(this.clock, boundMs, intent.mend());
      } catch (error) {
        unverified.push({ message: `${intent.restores}: ${messageOf(error)}`, error });
      }
    }
    return unverified;
  }

  /** Mends, then closes everything, whatever of it fails. Returns what could not be put back. */
  async close(): Promise<readonly string[]> {
    const unverified = await this.mend();
    const closings = [
      () => this.watch.stop(),
      async () => this.#probes?.stop(),
      () => this.sessions.closeAll(),
      ...unitNames.map((unit) => () => this.consoles[unit].close()),
      () => this.#stopListening(),
      async () => this.updates?.close(),
      async () => this.timeWatch?.stop(),
      ...[...this.switches.values(), ...this.pdus.values()].map((device) => () => device.close()),
    ];
    for (const close of closings)
      await within(this.clock, closeBoundMs, close()).catch((error: unknown) =>
        this.progress.say(`could not be closed: ${String(error)}`),
      );
    return unverified.map(({ message }) => message);
  }

  async #stopListening(): Promise<void> {
    if (!this.ears) return;
    await this.ears.close();
    const { syslog, traps, unknown, refused, lost, forgotten } = this.ears.counts;
    const besides = `${unknown} of them none of failover, ${refused} notifications refused, ${lost} messages lost, ${forgotten} not kept to be looked at`;
    this.progress.say(`heard: ${syslog} system messages, ${traps} notifications; ${besides}`);
  }
}

/** What is saved on one unit is saved on its mate as well, in silence (ASA 5580 guide, command replication). */
function writesOn(consoles: BenchParts['consoles'], unit: UnitName): string | undefined {
  return consoles[unit].writes ?? consoles[mateOf(unit)].writes;
}

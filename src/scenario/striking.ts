import { activeUnit, reportOf } from '../bench/index.ts';
import type { Bench, PairSeen } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import type { Target } from '../fault/index.ts';
import { groupsOn, isActive, mateOf, stateOn } from '../pair/index.ts';
import type { FailoverSettings, FailoverState, GroupId, HostReport } from '../pair/index.ts';
import { afterwardsMs, quietMs, watchCapMs } from './bounds.ts';
import { faultOf, takerOf, targetWhen } from './foreseen.ts';
import type { Scenario, Strike, WatchFor } from './scenario.ts';
import { healingTurns, leavesOther, turnsUntilHeal } from './strikes.ts';
import type { Turn } from './strikes.ts';

/** Strikes a pair and heals it again, and watches what follows; remembers whom each strike has hit. */
export class Striking {
  readonly #bench: Bench;
  readonly #settings: FailoverSettings;
  readonly #signal: AbortSignal;
  /** By the number of the strike. */
  readonly #hit = new Map<number, Target>();
  readonly #struck: Strike[] = [];
  #isWatching = false;

  constructor(bench: Bench, settings: FailoverSettings, signal: AbortSignal) {
    this.#bench = bench;
    this.#settings = settings;
    this.#signal = signal;
  }

  /** Strikes and mends in the order of the scenario, up to where all that still stands is healed. */
  async all(scenario: Scenario): Promise<void> {
    for (const turn of turnsUntilHeal(scenario)) {
      if (turn.does === 'inject') await this.#inject(turn);
      else await this.#heal(turn);
      this.#beginToWatch();
      await this.#watch(turn);
    }
    this.#beginToWatch();
  }

  /** Heals what was struck and still stands, the last first. Throws the first error when it has tried all. */
  async heal(scenario: Scenario): Promise<void> {
    const errors: unknown[] = [];
    for (const turn of healingTurns(scenario)) await this.#heal(turn).catch((error) => errors.push(error));
    const [first] = errors;
    if (first instanceof Error) throw first;
  }

  async #inject({ at, strike }: Turn): Promise<void> {
    const { notebook, progress } = this.#bench;
    const fault = faultOf(strike);
    const target = targetOf(this.#bench, strike);
    this.#hit.set(at, target);
    this.#struck.push(strike);
    const did = fault.did(target);
    progress.say(`  fault: ${did}`);
    await notebook.act({ did, role: 'fault', stimuli: fault.stimuli(target).injected }, () =>
      fault.inject(this.#bench, target),
    );
  }

  async #heal({ at, strike }: Turn): Promise<void> {
    const { notebook, progress } = this.#bench;
    const fault = faultOf(strike);
    const target = this.#hit.get(at);
    const did = target && fault.mended?.(target);
    if (!target || did === undefined) return;
    progress.say(`  heal: ${did}`);
    await notebook.act({ did, role: 'heal', stimuli: fault.stimuli(target).healed }, () =>
      fault.heal(this.#bench, target),
    );
  }

  #beginToWatch(): void {
    if (!this.#isWatching) this.#bench.notebook.phase('watch');
    this.#isWatching = true;
  }

  async #watch({ at, does, strike, watch }: Turn): Promise<void> {
    const unit = this.#hit.get(at)?.unit;
    if (watch === 'none' || !unit) return;
    const bench = this.#bench;
    if (typeof watch === 'number') {
      await bench.watch.waitFor('what comes of it', watch, this.#signal);
      return;
    }
    const capMs = watchCapMs(this.#settings);
    // Whoever is healed comes back, and takes nothing over: only what it does not do can be watched for.
    const awaited: WatchFor = does === 'heal' && watch === 'mate-failed' ? 'nothing' : watch;
    if (awaited === 'nothing') await this.#quiet('nothing, as long as a wrong failover could take');
    else if (awaited === 'failover') {
      const taker = takerOf(strike, unit);
      const taken = (seen: PairSeen): boolean =>
        isSaidOf(reportOf(seen[taker])?.thisHost, strike.group, isActive);
      await Promise.all([
        bench.watch.waitUntil(`${taker} becomes active`, taken, capMs, this.#signal),
        ...(leavesOther(strike) ? [this.#otherStays()] : []),
      ]);
    } else {
      const mate = mateOf(unit);
      const marked = (seen: PairSeen): boolean =>
        isSaidOf(reportOf(seen[mate])?.otherHost, strike.group ?? 1, (state) => state === 'failed');
      await Promise.all([
        bench.watch.waitUntil(`${mate} says that ${unit} failed`, marked, capMs, this.#signal),
        leavesOther(strike) ? this.#otherStays() : this.#quiet(`whether ${mate} stays as it is`),
      ]);
    }
    await bench.watch.waitFor('what follows at once', afterwardsMs(this.#settings), this.#signal);
    await bench.probesUntil(bench.clock.nowMs());
  }

  #otherStays(): Promise<void> {
    return this.#quiet('whether the other group stays as it is');
  }

  #quiet(what: string): Promise<void> {
    return this.#bench.watch.waitFor(what, quietMs(this.#settings, this.#struck), this.#signal);
  }
}

/** Whether it is so of this group on a host; of every group there, if none is meant. */
function isSaidOf(
  host: HostReport | undefined,
  meant: GroupId | undefined,
  isSo: (state: FailoverState) => boolean,
): boolean {
  const groups = host && (meant === undefined ? groupsOn(host) : [meant]);
  return (
    groups?.every((group) => {
      const state = host && stateOn(host, group);
      return state !== undefined && isSo(state);
    }) ?? false
  );
}

/** Which unit is struck, by what the units say at this moment. Throws `BenchError` when none or both are active. */
function targetOf(bench: Bench, strike: Strike): Target {
  const active = activeUnit(bench.watch.latest, strike.group);
  if (active) return targetWhen(strike, active);
  if (strike.target === 'primary' || strike.target === 'secondary') return targetWhen(strike, strike.target);
  throw new BenchError('pair', 'no unit, or more than one, says that it is active');
}

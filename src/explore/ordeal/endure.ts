import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { createSimulatedBench } from '../../simulator/index.ts';
import type { CreatedBench } from '../../simulator/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { holdTimeOver, quickestMs, settleBoundMs } from '../bounds.ts';
import { waitMs } from '../journey.ts';
import { Pace } from '../pace.ts';
import { exploreSecrets } from '../topology-of.ts';
import type { Endured, SessionEnd, Suffered, Typed } from './endured.ts';
import { groupsOf } from './ordeal.ts';
import type { Ordeal, OrdealPair, Trouble } from './ordeal.ts';
import { ordealFlash } from './ordeal-flash.ts';
import { ordealTopology } from './ordeal-topology.ts';
import { turnFailoverOn } from './failover-switch.ts';
import { cardName, cardsOf, placesOf } from './places.ts';
import { QuickConsole } from './quick-console.ts';
import { exchange, openSessions } from './sessions.ts';
import type { CarriedSession } from './sessions.ts';
import { missingForRest, standOf } from './stand.ts';
import { typeOnActive } from './type-on-active.ts';
import type { Stand } from './stand.ts';
import { woes } from './woe.ts';
import type { Stricken, Woe } from './woe.ts';

/** A port without portfast forwards after twice the forward delay of its switch. */
const spanningTreeMs = 30_000;
/** How long the last mending takes to be done. */
const mendMs = 3000;
const module = { model: 'SSM-AIP-10', hardware: '1.0', software: '6.0(1)' };
const withModules = { primary: { module }, secondary: { module } };
/** What a word takes that is sent again once or twice. */
const wordMs = 5000;

/**
 * Puts a pair through an ordeal, from a pair at rest to one that is at rest again, and tells all that was seen; a pair
 * with defects, to see whether the laws notice.
 */
export function endure(ordeal: Ordeal, defects: readonly string[] = []): Promise<Endured> {
  return new Endurance(ordeal, defects).play();
}

/** One ordeal while it is played. */
class Endurance {
  readonly #ordeal: Ordeal;
  readonly #pair: OrdealPair;
  readonly #clock = new VirtualClock();
  readonly #bench: CreatedBench;
  readonly #consoles: Readonly<Record<UnitName, QuickConsole>>;
  readonly #pace: Pace;
  readonly #stands: Stand[] = [];
  readonly #typed: Typed[] = [];

  constructor(ordeal: Ordeal, defects: readonly string[]) {
    const { pair, luck } = ordeal;
    this.#ordeal = ordeal;
    this.#pair = pair;
    this.#bench = createSimulatedBench(ordealTopology(pair), exploreSecrets, this.#clock, {
      flash: ordealFlash(pair),
      seed: luck,
      defects: defects.map((defect) => ({ defect })),
      ...(pair.hasModules && pair.make === 'asa' ? { made: withModules } : {}),
    });
    const { primary, secondary } = this.#bench.units;
    this.#consoles = { primary: new QuickConsole(primary), secondary: new QuickConsole(secondary) };
    this.#pace = new Pace(this.#clock, quickestMs(pair), holdTimeOver(pair));
  }

  async play(): Promise<Endured> {
    const first = await this.#rest();
    const beganMs = first.length === 0 ? this.#clock.nowMs() : undefined;
    const sessions = beganMs === undefined ? [] : openSessions(this.#bench, this.#pair);
    await this.#carry(sessions);
    const suffered = beganMs === undefined ? [] : await this.#suffer();
    const healedMs = this.#clock.nowMs();
    const missing = beganMs === undefined ? first : await this.#restAtHome();
    const old = await this.#carry(sessions);
    const fresh = openSessions(this.#bench, this.#pair);
    await this.#watch(this.#clock.nowMs() + wordMs);
    const endured = {
      ordeal: this.#ordeal,
      stands: this.#stands,
      suffered,
      beganMs,
      healedMs,
      missing,
      configurations: this.#configurations(),
      typed: this.#typed,
      old,
      fresh: await this.#carry(fresh),
      endedMs: this.#clock.nowMs(),
    };
    this.#bench.close();
    return endured;
  }

  /** Looks as often as the pace says until `untilMs`, or until `isOver` says so. */
  async #watch(untilMs: number, isOver: (stand: Stand) => boolean = () => false): Promise<void> {
    for (;;) {
      const nowMs = this.#clock.nowMs();
      const stand = standOf(this.#consoles, nowMs);
      if (isNews(stand, this.#stands.at(-1))) this.#pace.stir();
      this.#stands.push(stand);
      if (nowMs >= untilMs || isOver(stand)) return;
      await this.#clock.advance(Math.min(this.#pace.restMs, untilMs - nowMs));
    }
  }

  /** Waits for a pair at rest. Returns what is missing when that takes too long. */
  async #rest(): Promise<readonly string[]> {
    const groups = groupsOf(this.#pair);
    const untilMs = this.#clock.nowMs() + settleBoundMs(this.#pair) + spanningTreeMs;
    await this.#watch(untilMs, (stand) => missingForRest(stand, groups).length === 0);
    const last = this.#stands.at(-1);
    return last ? missingForRest(last, groups) : ['nobody was asked'];
  }

  /** Rests, and again when every group that preempts has had the time to. */
  async #restAtHome(): Promise<readonly string[]> {
    const missing = await this.#rest();
    if (missing.length > 0) return missing;
    const { groups, unitHoldMs } = this.#pair;
    const delays = groupsOf(this.#pair).map((id) => (groups[id].preemptSeconds ?? 0) * 1000);
    await this.#watch(this.#clock.nowMs() + Math.max(...delays) + 2 * unitHoldMs);
    return this.#rest();
  }

  async #suffer(): Promise<readonly Suffered[]> {
    const beganMs = this.#clock.nowMs();
    const suffered: Suffered[] = [];
    let fromMs = beganMs;
    const planned = this.#ordeal.troubles.flatMap((trouble) => {
      fromMs += waitMs(trouble.after, this.#pair);
      const toMs = fromMs + waitMs(trouble.lasts, this.#pair);
      const cards = cardsOf(this.#pair);
      const one: Suffered = { ...trouble, card: cards[trouble.at % cards.length] ?? 0, fromMs, toMs };
      suffered.push(one);
      return [
        { atMs: fromMs, act: () => woeOf(one).begin(this.#stricken(one)) },
        { atMs: toMs, act: () => woeOf(one).end(this.#stricken(one)) },
      ];
    });
    for (const { atMs, act } of planned.toSorted((a, b) => a.atMs - b.atMs)) {
      await this.#watch(atMs);
      act();
      this.#pace.stir();
    }
    // What is being switched off and on has to be off first.
    await this.#watch(this.#clock.nowMs() + mendMs);
    for (const unit of unitNames) this.#bench.pdus[0]?.command(unit === 'primary' ? 1 : 2, 'on');
    if (suffered.some(({ woe }) => woe === 'failover-off')) await this.#turnOn();
    return suffered;
  }

  /** Failover may be off on a unit that was silent when it was turned on. */
  async #turnOn(): Promise<void> {
    const untilMs = this.#clock.nowMs() + settleBoundMs(this.#pair);
    await this.#watch(untilMs, (stand) => unitNames.every((unit) => stand[unit] !== undefined));
    turnFailoverOn(this.#consoles);
  }

  #stricken(one: Suffered): Stricken {
    const { unit, card, group } = one;
    return {
      bench: this.#bench,
      clock: this.#clock,
      unit,
      console: this.#consoles[unit],
      consoles: this.#consoles,
      card: cardName(this.#pair, card),
      group: this.#pair.kind === 'active-active' ? group : undefined,
      type: () => {
        const stand = standOf(this.#consoles, this.#clock.nowMs());
        this.#typed.push(...typeOnActive(this.#pair, this.#consoles, stand, one.at));
      },
    };
  }

  /** Sends a word each way over every session. */
  async #carry(sessions: readonly CarriedSession[]): Promise<readonly SessionEnd[]> {
    const words = sessions.map(exchange);
    await this.#watch(this.#clock.nowMs() + wordMs);
    for (const word of words) word.reply();
    await this.#watch(this.#clock.nowMs() + wordMs);
    return sessions.map(({ carried, group, where }, at) => ({
      carried,
      group,
      where,
      alive: words[at]?.arrived() ?? false,
    }));
  }

  #configurations(): Endured['configurations'] {
    const contexts = placesOf(this.#pair).flatMap(({ context }) => (context === undefined ? [] : [context]));
    return [undefined, ...contexts].map((context) => ({
      where: context ?? 'system',
      lines: {
        primary: linesOf(this.#consoles.primary, context),
        secondary: linesOf(this.#consoles.secondary, context),
      },
    }));
  }
}

function woeOf({ woe }: Trouble): Woe {
  return woes[woe];
}

function isNews(stand: Stand, before: Stand | undefined): boolean {
  return unitNames.some((unit) => JSON.stringify(stand[unit]) !== JSON.stringify(before?.[unit]));
}

/** What a unit runs with in one of its execution spaces. */
function linesOf(console: QuickConsole, context: string | undefined): readonly string[] {
  if (context !== undefined) console.ask(`changeto context ${context}`);
  const shown = console.ask('show running-config') ?? '';
  if (context !== undefined) console.ask('changeto system');
  return shown.split('\n').filter((line) => !/^(failover lan unit |:|Cryptochecksum)/.test(line.trim()));
}

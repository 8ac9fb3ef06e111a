import type { Scenario, Strike } from './scenario.ts';

/** The strikes of a scenario, in their order; of one that only asks, none. */
export function strikesOf(scenario: Scenario): readonly Strike[] {
  const { fault, target, watch, group, next = [] } = scenario;
  if (fault === undefined || target === undefined || watch === undefined) return [];
  const named = scenario.interface === undefined ? {} : { interface: scenario.interface };
  const first: Strike = { fault, target, watch, ...(group === undefined ? {} : { group }), ...named };
  return [first, ...next.filter((each): each is Strike => 'fault' in each)];
}

/** A strike at an interface of one failover group: the other group must stay as it is, however it ends. */
export function leavesOther({ group, interface: nameif }: Strike): boolean {
  return group !== undefined && nameif !== undefined;
}

/** One thing done to the pair: a strike, by its number, or its healing. */
export interface Turn {
  readonly does: 'inject' | 'heal';
  /** Number of the strike, from 0. */
  readonly at: number;
  readonly strike: Strike;
  readonly watch: Strike['watch'];
}

/**
 * Everything that is done to the pair, in order: the strikes with what is mended in between, and then the healing of
 * what still stands, the last first.
 */
export function turnsOf(scenario: Scenario): readonly Turn[] {
  return [...turnsUntilHeal(scenario), ...healingTurns(scenario)];
}

/** What is done until everything that still stands is healed. */
export function turnsUntilHeal(scenario: Scenario): readonly Turn[] {
  const strikes = strikesOf(scenario);
  const [first] = strikes;
  if (!first) return [];
  let struck = 0;
  const turns: Turn[] = [{ does: 'inject', at: 0, strike: first, watch: first.watch }];
  for (const each of scenario.next ?? []) {
    const at = 'mend' in each ? each.mend : ++struck;
    const strike = strikes[at];
    const does = 'mend' in each ? 'heal' : 'inject';
    if (strike) turns.push({ does, at, strike, watch: each.watch });
  }
  return turns;
}

/** The healing of what was struck and not mended on the way, the last first. */
export function healingTurns(scenario: Scenario): readonly Turn[] {
  const mended = new Set((scenario.next ?? []).flatMap((each) => ('mend' in each ? [each.mend] : [])));
  return strikesOf(scenario)
    .map((strike, at): Turn => ({ does: 'heal', at, strike, watch: 'none' }))
    .filter(({ at }) => !mended.has(at))
    .toReversed();
}

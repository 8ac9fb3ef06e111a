import type { UnitName } from '../../pair/index.ts';
import type { Stretch } from '../said.ts';
import type { Endured, Suffered } from './endured.ts';
import { linkCard } from './places.ts';
import { woes } from './woe.ts';
import type { WoeName } from './woe.ts';
import type { Stand } from './stand.ts';

/** A port that comes up without portfast passes nothing for twice the forward delay. */
const spanningTreeMs = 30_000;

/** When a unit was not whole, as a whole: dark, hung or on its way down. Its boot is not counted. */
export function unitSpells({ suffered }: Endured, unit: UnitName): readonly Stretch[] {
  return suffered.filter((one) => one.unit === unit && woes[one.woe].strikes === 'unit').map(spellOf);
}

/** When an interface was in trouble, at either end of its network: of one card, or of all. */
export function cardSpells({ suffered }: Endured, card?: number): readonly Stretch[] {
  return suffered
    .filter((one) => woes[one.woe].strikes === 'card' && (card === undefined || one.card === card))
    .map(spellOf);
}

/** When the failover link was in trouble, or failover itself was off on a unit, which is as silent then. */
export function linkSpells(endured: Endured): readonly Stretch[] {
  const { suffered, ordeal } = endured;
  const hasCable = ordeal.pair.make === 'pix-cable';
  return [
    ...cardSpells(endured, linkCard),
    ...suffered.filter((one) => hasCable && woes[one.woe].strikes === 'serial-cable').map(spellOf),
    ...offSpells(endured),
  ];
}

/**
 * When the failover link could not be known to be good: a unit whose mate falls silent while the link is down hears
 * nothing of either, and «cannot fail over to the standby unit while the failover link is down» (table 13-2), until the
 * mate is back.
 */
export function unheardSpells(endured: Endured): readonly Stretch[] {
  const away = [...unitSpells(endured, 'primary'), ...unitSpells(endured, 'secondary')];
  return linkSpells(endured).map((link) => {
    const until = away.filter((spell) => meet(spell, link)).map(({ toMs }) => toMs);
    return { fromMs: link.fromMs, toMs: Math.max(link.toMs, ...until) };
  });
}

/** When failover may have been off: a unit that did not answer when it was turned on is told again at the end. */
export function offSpells({ suffered, healedMs }: Endured): readonly Stretch[] {
  return suffered
    .filter(({ woe }) => woe === 'failover-off')
    .map(({ fromMs, toMs }) => ({ fromMs, toMs: Math.max(toMs, healedMs) }));
}

/** What an end takes until it tells: an outlet that goes off and on, a port that learns before it forwards. */
const lateMs: Readonly<Partial<Record<WoeName, number>>> = { 'spanning-tree': spanningTreeMs, hang: 2000 };

function spellOf({ woe, fromMs, toMs }: Suffered): Stretch {
  return { fromMs, toMs: toMs + (lateMs[woe] ?? 1000) };
}

/** Stretches between two looks in which it was so at every look. */
export function whenSo(stands: readonly Stand[], isSo: (stand: Stand) => boolean): readonly Stretch[] {
  const found: { fromMs: number; toMs: number }[] = [];
  let isOpen = false;
  for (const stand of stands) {
    const last = found.at(-1);
    if (!isSo(stand)) isOpen = false;
    else if (isOpen && last) last.toMs = stand.atMs;
    else found.push({ fromMs: stand.atMs, toMs: stand.atMs });
    if (isSo(stand)) isOpen = true;
  }
  return found.filter(({ fromMs, toMs }) => toMs > fromMs);
}

/** Whether two stretches have a time in which both were. */
export function meet(one: Stretch, other: Stretch): boolean {
  return one.fromMs <= other.toMs && other.fromMs <= one.toMs;
}

/** What is left of a stretch without the times of others. */
export function without(whole: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  return others.reduce<readonly Stretch[]>(
    (parts, cut) =>
      parts.flatMap(({ fromMs, toMs }) =>
        [
          { fromMs, toMs: Math.min(toMs, cut.fromMs) },
          { fromMs: Math.max(fromMs, cut.toMs), toMs },
        ].filter((part) => part.toMs > part.fromMs),
      ),
    [whole],
  );
}

/** The same, ending so much later. */
export function prolonged(spells: readonly Stretch[], byMs: number): readonly Stretch[] {
  return spells.map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs + byMs }));
}

/** From when to when, for people. */
export function times({ fromMs, toMs }: Stretch): string {
  return `from ${(fromMs / 1000).toFixed(1)} s to ${(toMs / 1000).toFixed(1)} s`;
}

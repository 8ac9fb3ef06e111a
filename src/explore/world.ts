import { unitNames } from '../pair/index.ts';
import type { Interval, UnitName } from '../pair/index.ts';
import type { Deed, Evidence } from './evidence.ts';

/** Something that was broken: from somewhere in `from` to somewhere in `to`. */
export interface Spell {
  readonly from: Interval;
  readonly to: Interval;
}

/** What was broken on the bench, and when, as the deeds tell. Times in milliseconds since the run began. */
export interface World {
  readonly dark: Readonly<Record<UnitName, readonly Spell[]>>;
  /** The failover link, at either end. */
  readonly linkDown: readonly Spell[];
  /** Data interfaces without a link, by unit and name. */
  readonly down: Readonly<Record<UnitName, ReadonlyMap<string, readonly Spell[]>>>;
  /** Instants at which anything was done. */
  readonly stirred: readonly Interval[];
}

/** Reads the deeds of a journey. What is not healed by a deed was healed in the end. */
export function worldOf({ deeds, healedMs }: Evidence): World {
  const lastMs = Math.max(0, ...deeds.map((deed) => whenOf(deed).hiMs));
  const mended = { loMs: lastMs, hiMs: healedMs };
  const spells = (mine: (deed: Deed) => boolean): readonly Spell[] => spellsOf(deeds.filter(mine), mended);
  const darkOf = (unit: UnitName): readonly Spell[] =>
    spells((deed) => deed.fault === 'unit-power-loss' && deed.unit === unit);
  const downOf = (unit: UnitName): ReadonlyMap<string, readonly Spell[]> => {
    const mine = deeds.filter((deed) => deed.fault === 'interface-down' && deed.unit === unit);
    const names = new Set(mine.map(({ nameif }) => nameif ?? ''));
    return new Map(
      [...names].map((nameif) => [
        nameif,
        spellsOf(
          mine.filter((deed) => deed.nameif === nameif),
          mended,
        ),
      ]),
    );
  };
  return {
    dark: { primary: darkOf('primary'), secondary: darkOf('secondary') },
    linkDown: unitNames.flatMap((unit) =>
      spells((deed) => deed.fault === 'failover-link-down' && deed.unit === unit),
    ),
    down: { primary: downOf('primary'), secondary: downOf('secondary') },
    stirred: [...deeds.map(whenOf), mended],
  };
}

/** When a deed took effect. A port that was not seen to come up had a dark unit behind it: it is up once that boots. */
export function whenOf({ effect, begunMs, what, refused }: Deed): Interval {
  if (effect) return effect;
  return { loMs: begunMs, hiMs: begunMs + (what === 'heal' && refused !== undefined ? 5000 : 0) };
}

function spellsOf(deeds: readonly Deed[], mended: Interval): readonly Spell[] {
  const spells: Spell[] = [];
  let from: Interval | undefined;
  for (const deed of deeds) {
    if (deed.what === 'fault' && deed.refused === undefined) from ??= whenOf(deed);
    if (deed.what !== 'heal' || !from) continue;
    spells.push({ from, to: whenOf(deed) });
    from = undefined;
  }
  return from ? [...spells, { from, to: mended }] : spells;
}

/** Whether it may have been so at some time between the two instants. */
export function maybeIn({ from, to }: Spell, fromMs: number, toMs: number): boolean {
  return from.loMs <= toMs && fromMs <= to.hiMs;
}

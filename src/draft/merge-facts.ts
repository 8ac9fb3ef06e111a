import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { CableFound, DraftFacts, FeedFound, UnitFacts } from './facts.ts';

/**
 * Puts together what two sources know. Where both know the same thing the first one counts; where they know
 * different ends of one cable, or different feeds of one unit, that is told.
 */
export function mergeFacts(first: DraftFacts, second: DraftFacts): DraftFacts {
  const notes: string[] = [...first.notes, ...second.notes];
  const units = {
    primary: mergeUnit(first.units.primary, second.units.primary, 'primary', notes),
    secondary: mergeUnit(first.units.secondary, second.units.secondary, 'secondary', notes),
  };
  const dropped = droppedFeeds(first, second);
  notes.push(
    ...dropped.map(
      ({ pdu, outlet, from }) =>
        `${pdu} outlet ${outlet} by ${from} was left out: the feeds are known otherwise`,
    ),
  );
  const gone = second.pdus.filter(({ name }) => dropped.some(({ pdu }) => pdu === name));
  for (const { name, protected: kept } of gone)
    notes.push(
      ...kept.map(
        (one) => `${name} outlet ${one.value} feeds ${one.from}: protect it where that PDU is described`,
      ),
    );
  for (const key of ['model', 'firmware', 'mode', 'hostname'] as const) {
    const [ours, theirs] = [first.pair[key], second.pair[key]];
    if (ours && theirs && ours.value !== theirs.value)
      notes.push(`${key}: ${ours.value} by ${ours.from}, but ${theirs.value} by ${theirs.from}`);
  }
  return {
    ...over(first, second),
    pair: {
      ...over(first.pair, second.pair),
      failover: over(first.pair.failover, second.pair.failover),
      interfaces: anyOf(first.pair.interfaces, second.pair.interfaces),
      contexts: anyOf(first.pair.contexts, second.pair.contexts),
      groups: anyOf(first.pair.groups, second.pair.groups),
    },
    units,
    switches: byName(first.switches, second.switches),
    pdus: byName(
      first.pdus,
      second.pdus.filter((one) => !gone.includes(one)),
    ),
    secrets: [...first.secrets, ...second.secrets],
    notes,
  };
}

/** Fields of the first where it has them, else those of the second. */
function over<T extends object>(first: T, second: T): T {
  return { ...second, ...first };
}

/** Two lists may call one PDU by two names, so feeds are taken from one of them. */
function droppedFeeds(first: DraftFacts, second: DraftFacts): readonly FeedFound[] {
  return unitNames.flatMap((unit) => {
    const known = first.units[unit].power;
    if (known.length === 0) return [];
    return second.units[unit].power.filter(
      (feed) => !known.some(({ pdu, outlet }) => pdu === feed.pdu && outlet === feed.outlet),
    );
  });
}

function anyOf<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return first.length > 0 ? first : second;
}

function mergeUnit(first: UnitFacts, second: UnitFacts, unit: UnitName, notes: string[]): UnitFacts {
  const known = new Map(first.cables.map((cable) => [cable.interface, cable]));
  for (const cable of second.cables) {
    const mine = known.get(cable.interface);
    if (!mine?.to) known.set(cable.interface, cable.to ? cable : (mine ?? cable));
    else if (cable.to && !isSame(mine.to, cable.to))
      notes.push(
        `${cable.interface} of the ${unit} unit: ${end(mine.to)} by ${mine.from}, but ${end(cable.to)} by ${cable.from}`,
      );
  }
  return {
    ...over(first, second),
    console: anyOf(first.console, second.console),
    power: anyOf(first.power, second.power),
    cables: [...known.values()],
  };
}

type End = NonNullable<CableFound['to']>;

function isSame(one: End, other: End): boolean {
  return one.switch === other.switch && one.port.toLowerCase() === other.port.toLowerCase();
}

const end = (to: End): string => `${to.switch} ${to.port}`;

/** What both describe is described by both: the first counts, and what either protects is protected. */
function byName<T extends { readonly name: string; readonly protected: readonly unknown[] }>(
  first: readonly T[],
  second: readonly T[],
): readonly T[] {
  const all = new Map(first.map((one) => [one.name, one]));
  for (const one of second) {
    const mine = all.get(one.name);
    all.set(one.name, mine ? { ...one, ...mine, protected: [...mine.protected, ...one.protected] } : one);
  }
  return [...all.values()];
}

import type { Topology } from './schema.ts';

/** Of fewer characters, every third word of a device would hold the secret, and its evidence be stars. */
const shortest = 4;

/** Under these keys stand the names that evidence is told by. */
const naming: ReadonlySet<string> = new Set(
  'name hostname nameif interface port label from to serial'.split(' '),
);

/** Of these, the keys themselves are names. */
const named: ReadonlySet<string> = new Set(['switches', 'pdus', 'cables', 'contexts', 'outlets', 'groups']);

/** Words that devices print of themselves, and that passwords of labs are made of. */
const printed: ReadonlySet<string> = new Set(
  [
    'cisco public private admin administrator password enable secret firewall pixfirewall ciscoasa failover active',
    'standby primary secondary interface console default system user guest root test login manager monitor security',
    'network router switch',
  ].flatMap((words) => words.split(' ')),
);

/**
 * Why a secret cannot be masked without hiding what is not secret: it is too short, or part of a name that the evidence
 * is told by. Undefined where it can.
 */
export function illegible(value: string, topology: Topology): string | undefined {
  if (value.length < shortest)
    return `has fewer than ${shortest} characters: masked wherever it stands, it would hide honest output as well`;
  const hit = namesIn(topology).find((name) => name.includes(value));
  if (hit !== undefined)
    return 'is part of a name in this topology: masked wherever it stands, it would hide that name in the evidence';
  return undefined;
}

/** Whether devices print this word of themselves, so that the mask hides honest output as well. */
export const isPrinted = (value: string): boolean => printed.has(value.toLowerCase());

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]: [string, unknown]) => [
    ...(naming.has(key) && typeof below === 'string' ? [below] : []),
    ...(named.has(key) && typeof below === 'object' && below !== null && !Array.isArray(below)
      ? Object.keys(below)
      : []),
    ...namesIn(below),
  ]);
}

import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { QuickConsole } from './quick-console.ts';

/** `no failover` on one unit: «the active and standby state of each unit» stays (5580 guide, «Disabling Failover»). */
export function turnFailoverOff(console: QuickConsole): void {
  console.configure(['no failover']);
}

/**
 * `failover` on every unit where it is off, first on the one that carries traffic: the other one then finds an active
 * mate and becomes the standby one (document 77809, the note on the order of the commands).
 */
export function turnFailoverOn(consoles: Readonly<Record<UnitName, QuickConsole>>): void {
  const off = unitNames.flatMap((unit) => {
    const [first = ''] = consoles[unit].ask('show failover')?.split('\n') ?? [];
    return first.startsWith('Failover Off') ? [{ unit, waits: first.includes('pseudo-Standby') }] : [];
  });
  for (const { unit } of off.toSorted((a, b) => Number(a.waits) - Number(b.waits)))
    consoles[unit].configure(['failover']);
}

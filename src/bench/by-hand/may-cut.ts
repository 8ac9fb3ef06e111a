import { askFailover } from '../../device/index.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { groupsOn, mateOf, stateOn } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { commandBoundMs } from '../asking/place.ts';
import type { ByHand } from './by-hand.ts';

/** What a unit says it is, in every group; or why nobody knows. */
type Role = { readonly states: readonly string[] } | { readonly unknown: string };

/**
 * Whether a unit may be cut off. One that stands by, ready, may at once; else somebody is asked, and told whether the
 * mate could take over. `what` says what would be done: «shutting GigabitEthernet1/0/3 of sw1».
 */
export async function mayCut(bench: ByHand, unit: UnitName, what: string): Promise<boolean> {
  const own = await roleOf(bench, unit);
  if (isReady(own)) return true;
  const mate = await roleOf(bench, mateOf(unit));
  const outcome = isReady(mate)
    ? `${mateOf(unit)} is ready to take over.`
    : `${mateOf(unit)} could not take over: ${roleText(mate)}.`;
  return bench.ask(`${what} strikes ${unit}: ${roleText(own)}. ${outcome}`);
}

const isReady = (role: Role): boolean =>
  'states' in role && role.states.length > 0 && role.states.every((state) => state === 'standby-ready');

const roleText = (role: Role): string =>
  'states' in role
    ? `it is ${[...new Set(role.states)].join(' and ')}`
    : `nobody knows what it is (${role.unknown})`;

/** Asks over the first console way that is free. */
async function roleOf({ topology, doors }: ByHand, unit: UnitName): Promise<Role> {
  const why: string[] = [];
  for (const way of topology.units[unit].console.keys()) {
    try {
      const session = await doors.console(unit, way);
      try {
        const { saw } = await askFailover(session, commandBoundMs);
        return saw.sight === 'failover' ? said(unit, saw) : { unknown: 'it does not answer on its console' };
      } finally {
        await session.close();
      }
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      why.push(messageOf(error));
    }
  }
  return { unknown: why.join('; ') };
}

type Report = Extract<Awaited<ReturnType<typeof askFailover>>['saw'], { readonly sight: 'failover' }>;

function said(unit: UnitName, { on, thisHost }: Report): Role {
  if (!on || !thisHost) return { unknown: 'failover is off there' };
  if (thisHost.unit !== unit) return { unknown: `its console leads to the ${thisHost.unit} unit` };
  return { states: groupsOn(thisHost).flatMap((group) => stateOn(thisHost, group) ?? []) };
}

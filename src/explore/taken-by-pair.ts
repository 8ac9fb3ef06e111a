import type { FaultName } from '../fault/index.ts';
import type { Blow } from './question.ts';

/** What leaves a unit without a console for a while. */
const darkens: ReadonlySet<FaultName> = new Set([
  'unit-power-loss',
  'unit-crash',
  'unit-reload',
  'both-units-booting',
]);

/** What is typed at a unit. */
const typed: ReadonlySet<FaultName> = new Set([
  'unit-crash',
  'unit-reload',
  'told-active',
  'told-standby',
  'told-reset',
  'told-off',
  'write-standby',
]);

/** What only the active unit takes, in a pair with groups the one on which group 1 is, with its mate listening. */
const writtenToMate: ReadonlySet<FaultName> = new Set(['told-off', 'write-standby']);

const onFailoverLink: ReadonlySet<FaultName> = new Set(['failover-link-down', 'failover-link-cut-off']);
const onPort: ReadonlySet<FaultName> = new Set(['interface-down', 'interface-cut-off', 'segment-silent']);

/** The blow at the unit that takes it: what is told to a whole pair is told to its active unit. */
export const atWhomItTakes = (blow: Blow): Blow =>
  writtenToMate.has(blow.fault) ? { ...blow, target: 'active', group: 1 } : blow;

/**
 * Whether a pair on which these strikes stand takes one more, as far as can be told before anything is played: a unit
 * without power takes no command, a mate that is not heard no configuration, and a cable is pulled once.
 */
export function isTakenByPair(
  blow: Blow,
  standing: readonly Blow[],
  { interfaces }: { readonly interfaces: readonly unknown[] },
): boolean {
  const { fault } = blow;
  const stands = (faults: ReadonlySet<FaultName>): boolean => standing.some((each) => faults.has(each.fault));
  const portOf = ({ at }: Blow): number => at % interfaces.length;
  if (standing.some((each) => each.fault === 'told-off') && (typed.has(fault) || darkens.has(fault)))
    return false;
  if (typed.has(fault) && stands(darkens)) return false;
  if (writtenToMate.has(fault) && stands(onFailoverLink)) return false;
  if (onFailoverLink.has(fault) && stands(onFailoverLink)) return false;
  return !(
    onPort.has(fault) && standing.some((each) => onPort.has(each.fault) && portOf(each) === portOf(blow))
  );
}

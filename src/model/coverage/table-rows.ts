import type { Requirement } from '../../pair/index.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';

/** One row of a behaviour table; it is exercised when something is predicted by its requirement. */
export interface TableRow {
  readonly table: 'Table 13-2' | 'Table 13-4';
  readonly event: string;
  readonly requirement: Requirement;
}

const of =
  (table: TableRow['table']) =>
  ([event, requirement]: readonly [string, Requirement]): TableRow => ({ table, event, requirement });

/** The eight rows of Active/Standby failover, in their order. */
const standbyRows: readonly (readonly [string, Requirement])[] = [
  ['active unit failed', activeStandby.activeLost],
  ['formerly active unit recovers', activeStandby.formerlyActiveReturns],
  ['standby unit failed', activeStandby.standbyLost],
  ['failover link failed during operation', activeStandby.linkLost],
  ['failover link failed at startup', activeStandby.linkDownAtStart],
  ['Stateful Failover link failed', activeStandby.stateLinkLost],
  ['interface failure on active unit above threshold', activeStandby.activeInterfaces],
  ['interface failure on standby unit above threshold', activeStandby.standbyInterfaces],
];

/** The seven rows of Active/Active failover, in their order. */
const groupRows: readonly (readonly [string, Requirement])[] = [
  ['a unit experiences a power or software failure', activeActive.unitFails],
  ['interface failure on active failover group above threshold', activeActive.activeInterfaces],
  ['interface failure on standby failover group above threshold', activeActive.standbyInterfaces],
  ['formerly active failover group recovers', activeActive.formerlyActiveReturns],
  ['failover link failed at startup', activeActive.linkDownAtStart],
  ['Stateful Failover link failed', activeActive.stateLinkLost],
  ['failover link failed during operation', activeActive.linkLost],
];

/** Every row of both behaviour tables. */
export const tableRows: readonly TableRow[] = [
  ...standbyRows.map(of('Table 13-2')),
  ...groupRows.map(of('Table 13-4')),
];

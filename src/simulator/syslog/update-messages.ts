/** System messages about the logical updates (LU) of Stateful Failover. */
import type { SystemMessage } from './system-message.ts';

/** What can be wrong with updates that come in. */
export type LogicalUpdateTrouble = 'no-memory' | 'missed';

/** What is wrong, and `count`: how many updates were missed. */
export function updateTrouble(trouble: LogicalUpdateTrouble, count: number): SystemMessage {
  return trouble === 'no-memory'
    ? { id: 210_005, severity: 3, text: 'LU allocate connection failed' }
    : { id: 210_022, severity: 6, text: `LU missed ${count} updates` };
}

/** The standby unit that has just come is sent everything. */
export function loadingStandby(step: 'start' | 'end'): SystemMessage {
  return { id: step === 'start' ? 311_001 : 311_002, severity: 6, text: `LU loading standby ${step}` };
}

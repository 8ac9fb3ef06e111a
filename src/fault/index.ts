/** What can go wrong, one file each, with its mending. A new fault is one new file and one line here. */
import { failoverLinkDown } from './failover-link-down.ts';
import type { Fault } from './fault.ts';
import { toldActive, toldReset, toldStandby } from './forced.ts';
import { interfaceDown } from './interface-down.ts';
import { stateLinkDown } from './state-link-down.ts';
import { unitPowerLoss } from './unit-power-loss.ts';
import { writeStandby } from './write-standby.ts';

export { needs } from './fault.ts';
export type { Cabled, Fault, Need, Target } from './fault.ts';

export const faults = {
  'told-standby': toldStandby,
  'told-active': toldActive,
  'told-reset': toldReset,
  'unit-power-loss': unitPowerLoss,
  'interface-down': interfaceDown,
  'failover-link-down': failoverLinkDown,
  'state-link-down': stateLinkDown,
  'write-standby': writeStandby,
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;

/** What can go wrong, one file each, with its mending. A new fault is one new file and one line here. */
import type { Control } from '../pair/index.ts';
import { blackout, outage } from './blackout.ts';
import { failoverLinkCutOff, failoverLinkDown } from './failover-link-down.ts';
import { toldOff } from './failover-off.ts';
import type { Fault } from './fault.ts';
import { toldActive, toldReset, toldStandby } from './forced.ts';
import { interfaceCutOff } from './interface-cut-off.ts';
import { interfaceDown } from './interface-down.ts';
import { nothing } from './nothing.ts';
import { bothUnitsBooting, unitCrash, unitReload } from './restarted.ts';
import { segmentSilent } from './segment-silent.ts';
import { stateLinkDown } from './state-link-down.ts';
import { unitPowerLoss } from './unit-power-loss.ts';
import { writeStandby } from './write-standby.ts';

export { needs } from './fault.ts';
export type { Cabled, Fault, Need, Target } from './fault.ts';

export const faults = {
  'told-standby': toldStandby,
  'told-active': toldActive,
  'told-reset': toldReset,
  'told-off': toldOff,
  'unit-power-loss': unitPowerLoss,
  'unit-reload': unitReload,
  'unit-crash': unitCrash,
  'both-units-booting': bothUnitsBooting,
  'interface-down': interfaceDown,
  'interface-cut-off': interfaceCutOff,
  'segment-silent': segmentSilent,
  'failover-link-down': failoverLinkDown,
  'failover-link-cut-off': failoverLinkCutOff,
  'state-link-down': stateLinkDown,
  'write-standby': writeStandby,
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;

/** What is done in controls: it is the instruments that are asked, and not the pair. */
export const controlFaults = { nothing, blackout, outage } as const satisfies Readonly<
  Record<Control, Fault>
>;

/** Whatever a scenario may name. */
export const everyFault: Readonly<Record<FaultName | Control, Fault>> = { ...faults, ...controlFaults };

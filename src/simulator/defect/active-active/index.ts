import type { FirmwareDefect } from '../defect.ts';
import { groupCommandMovesUnit } from './group-command-moves-unit.ts';
import { groupsFailOverTogether } from './groups-fail-over-together.ts';
import { ignoresPreempt } from './ignores-preempt.ts';
import { ignoresPreemptDelay } from './ignores-preempt-delay.ts';
import { policyOfFirstGroup } from './policy-of-first-group.ts';
import { prefersWrongUnit } from './prefers-wrong-unit.ts';
import { unitCommandMovesGroup } from './unit-command-moves-group.ts';

/** Firmware that gets failover groups wrong. */
export const activeActiveDefects: readonly FirmwareDefect[] = [
  groupsFailOverTogether,
  groupCommandMovesUnit,
  unitCommandMovesGroup,
  ignoresPreempt,
  ignoresPreemptDelay,
  prefersWrongUnit,
  policyOfFirstGroup,
];

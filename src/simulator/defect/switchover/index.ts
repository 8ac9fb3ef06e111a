import type { FirmwareDefect } from '../defect.ts';
import { flaps } from './flaps.ts';
import { ignoresFailoverActive } from './ignores-failover-active.ts';
import { ignoresNoFailoverActive } from './ignores-no-failover-active.ts';
import { ignoresReset } from './ignores-reset.ts';
import { keepsActiveRole } from './keeps-active-role.ts';
import { neverYields } from './never-yields.ts';
import { preemptsUnasked } from './preempts-unasked.ts';
import { refusesActiveRole } from './refuses-active-role.ts';
import { returnsAsActive } from './returns-as-active.ts';

/** Firmware that gets who becomes active, and when wrong. */
export const switchoverDefects: readonly FirmwareDefect[] = [
  ignoresNoFailoverActive,
  ignoresFailoverActive,
  refusesActiveRole,
  keepsActiveRole,
  neverYields,
  returnsAsActive,
  preemptsUnasked,
  flaps,
  ignoresReset,
];

import { flashAtRest } from './flash-at-rest.ts';
import type { Interlock } from './interlock.ts';
import { minimumOffTime } from './minimum-off-time.ts';
import { neverBothDark } from './never-both-dark.ts';
import { outletName } from './outlet-name.ts';
import { powerCycleLimit } from './power-cycle-limit.ts';
import { untouchable } from './untouchable.ts';

/** Every interlock, in the order in which it is asked: what waits is asked before what could change meanwhile. */
export const interlocks: readonly Interlock[] = [
  untouchable,
  powerCycleLimit,
  minimumOffTime,
  flashAtRest,
  outletName,
  neverBothDark,
];

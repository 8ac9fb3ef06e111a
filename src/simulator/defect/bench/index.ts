import type { BenchDefect } from '../defect.ts';
import { outletAcknowledgesOnly } from './outlet-acknowledges-only.ts';
import { outletComesBack } from './outlet-comes-back.ts';
import { outletLosesCommands } from './outlet-loses-commands.ts';
import { outletReportsEarly } from './outlet-reports-early.ts';
import { outletReportsWish } from './outlet-reports-wish.ts';
import { outletSlow } from './outlet-slow.ts';
import { outletStaysPending } from './outlet-stays-pending.ts';
import { outletStuckOff } from './outlet-stuck-off.ts';
import { outletStuckOn } from './outlet-stuck-on.ts';
import { pduAgentRestarts } from './pdu-agent-restarts.ts';
import { pduInUse } from './pdu-in-use.ts';
import { pduLosesAnswers } from './pdu-loses-answers.ts';
import { pduOutletsStayOff } from './pdu-outlets-stay-off.ts';
import { pduOverloadedAgent } from './pdu-overloaded-agent.ts';
import { pduReadOnly } from './pdu-read-only.ts';
import { pduSlowAgent } from './pdu-slow-agent.ts';
import { pduStaggersOutlets } from './pdu-staggers-outlets.ts';
import { portAcknowledgesOnly } from './port-acknowledges-only.ts';

/** What the PDUs and the switches around a pair get wrong. */
export const benchDefects: readonly BenchDefect[] = [
  outletAcknowledgesOnly,
  outletReportsWish,
  outletReportsEarly,
  outletStuckOn,
  outletStuckOff,
  outletStaysPending,
  outletLosesCommands,
  outletSlow,
  outletComesBack,
  pduSlowAgent,
  pduOverloadedAgent,
  pduLosesAnswers,
  pduAgentRestarts,
  pduInUse,
  pduReadOnly,
  pduStaggersOutlets,
  pduOutletsStayOff,
  portAcknowledgesOnly,
];

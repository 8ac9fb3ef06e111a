import type { FirmwareDefect } from '../defect.ts';
import { asksNobody } from './asks-nobody.ts';
import { countsUnmonitored } from './counts-unmonitored.ts';
import { failsOnUnknown } from './fails-on-unknown.ts';
import { ignoresLinkLoss } from './ignores-link-loss.ts';
import { ignoresPolicy } from './ignores-policy.ts';
import { monitorsNothing } from './monitors-nothing.ts';
import { monitorsSubinterfaces } from './monitors-subinterfaces.ts';
import { needsOneMore } from './needs-one-more.ts';
import { neverFailsByTest } from './never-fails-by-test.ts';
import { neverRecovers } from './never-recovers.ts';
import { sendsNoInterfaceHellos } from './sends-no-interface-hellos.ts';
import { shutdownIsFailure } from './shutdown-is-failure.ts';
import { slowInterfaceHold } from './slow-interface-hold.ts';
import { slowInterfacePoll } from './slow-interface-poll.ts';
import { takesPercentageForCount } from './takes-percentage-for-count.ts';
import { tellsMateAllIsWell } from './tells-mate-all-is-well.ts';

/** Firmware that gets the monitoring of interfaces wrong. */
export const interfaceHealthDefects: readonly FirmwareDefect[] = [
  ignoresLinkLoss,
  countsUnmonitored,
  monitorsNothing,
  monitorsSubinterfaces,
  ignoresPolicy,
  takesPercentageForCount,
  needsOneMore,
  neverRecovers,
  failsOnUnknown,
  neverFailsByTest,
  asksNobody,
  sendsNoInterfaceHellos,
  shutdownIsFailure,
  slowInterfacePoll,
  slowInterfaceHold,
  tellsMateAllIsWell,
];

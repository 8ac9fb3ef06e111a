/** What should have happened, one published behaviour a file. A new rule is one new file and one line here. */
import { activeInterfacesFailed } from './behaviour/active-interfaces-failed.ts';
import { activeUnitLost } from './behaviour/active-unit-lost.ts';
import { bootsAlone } from './behaviour/boots-alone.ts';
import { bootsWithoutFailoverLink } from './behaviour/boots-without-failover-link.ts';
import { bothUnitsBoot } from './behaviour/both-units-boot.ts';
import { failedUnitReset } from './behaviour/failed-unit-reset.ts';
import { failoverDisabled } from './behaviour/failover-disabled.ts';
import { failoverEnabled } from './behaviour/failover-enabled.ts';
import { failoverLinkLost } from './behaviour/failover-link-lost.ts';
import { failoverLinkRestored } from './behaviour/failover-link-restored.ts';
import { forcedFailover } from './behaviour/forced-failover.ts';
import { forcedWhileDisabled } from './behaviour/forced-while-disabled.ts';
import { formerlyActiveRecovers } from './behaviour/formerly-active-recovers.ts';
import { interfaceRecovers } from './behaviour/interface-recovers.ts';
import { interfacesBelowPolicy } from './behaviour/interfaces-below-policy.ts';
import { keptWhileDisabled } from './behaviour/kept-while-disabled.ts';
import { noFailoverWithoutLink } from './behaviour/no-failover-without-link.ts';
import { otherGroupStays } from './behaviour/other-group-stays.ts';
import { preempts } from './behaviour/preempts.ts';
import { segmentSilent } from './behaviour/segment-silent.ts';
import { standbyInterfacesFailed } from './behaviour/standby-interfaces-failed.ts';
import { standbyMarkedFailed } from './behaviour/standby-marked-failed.ts';
import { standbyRecovers } from './behaviour/standby-recovers.ts';
import { standbyUnitLost } from './behaviour/standby-unit-lost.ts';
import { standbyWritten } from './behaviour/standby-written.ts';
import { stateLinkChanges } from './behaviour/state-link-changes.ts';
import type { Rule } from './rule.ts';

/** Every published behaviour that is judged by. */
export const rules: readonly Rule[] = [
  forcedFailover,
  activeUnitLost,
  standbyUnitLost,
  formerlyActiveRecovers,
  standbyRecovers,
  preempts,
  bootsAlone,
  bothUnitsBoot,
  bootsWithoutFailoverLink,
  activeInterfacesFailed,
  standbyInterfacesFailed,
  interfacesBelowPolicy,
  standbyMarkedFailed,
  interfaceRecovers,
  segmentSilent,
  failoverLinkLost,
  noFailoverWithoutLink,
  failoverLinkRestored,
  stateLinkChanges,
  failedUnitReset,
  standbyWritten,
  otherGroupStays,
  failoverDisabled,
  keptWhileDisabled,
  forcedWhileDisabled,
  failoverEnabled,
];

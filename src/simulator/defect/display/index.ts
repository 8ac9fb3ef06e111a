import type { FirmwareDefect } from '../defect.ts';
import { hidesFailureReason } from './hides-failure-reason.ts';
import { hidesHttpReplication } from './hides-http-replication.ts';
import { noStandbyWarning } from './no-standby-warning.ts';
import { showsAllNormal } from './shows-all-normal.ts';
import { showsBothActive } from './shows-both-active.ts';
import { showsDefaultPolicy } from './shows-default-policy.ts';
import { showsDefaultTimes } from './shows-default-times.ts';
import { showsLostMateAsReady } from './shows-lost-mate-as-ready.ts';
import { showsNoActiveTime } from './shows-no-active-time.ts';
import { showsNoLastFailover } from './shows-no-last-failover.ts';
import { showsStillCounters } from './shows-still-counters.ts';
import { showsWrongDesignation } from './shows-wrong-designation.ts';

/** Firmware that gets what is shown wrong. */
export const displayDefects: readonly FirmwareDefect[] = [
  showsLostMateAsReady,
  showsBothActive,
  showsWrongDesignation,
  showsNoLastFailover,
  showsDefaultTimes,
  showsDefaultPolicy,
  showsAllNormal,
  showsNoActiveTime,
  showsStillCounters,
  hidesHttpReplication,
  hidesFailureReason,
  noStandbyWarning,
];

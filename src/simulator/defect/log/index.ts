import type { FirmwareDefect } from '../defect.ts';
import { logsAtWrongSeverity } from './logs-at-wrong-severity.ts';
import { logsNoBounce } from './logs-no-bounce.ts';
import { logsNoLostCommunications } from './logs-no-lost-communications.ts';
import { logsWrongUnit } from './logs-wrong-unit.ts';
import { silentDecryptionFailure } from './silent-decryption-failure.ts';
import { silentReplication } from './silent-replication.ts';
import { silentSwitchover } from './silent-switchover.ts';

/** Firmware that gets system messages and messages of the console wrong. */
export const logDefects: readonly FirmwareDefect[] = [
  silentSwitchover,
  logsWrongUnit,
  logsAtWrongSeverity,
  logsNoBounce,
  logsNoLostCommunications,
  silentReplication,
  silentDecryptionFailure,
];

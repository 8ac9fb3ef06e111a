import type { FirmwareDefect } from '../defect.ts';
import { ignoresReplicatedCommands } from './ignores-replicated-commands.ts';
import { ignoresWriteStandby } from './ignores-write-standby.ts';
import { keepsFilesToItself } from './keeps-files-to-itself.ts';
import { omitsAccessLists } from './omits-access-lists.ts';
import { omitsInterfaceCommands } from './omits-interface-commands.ts';
import { replicatesDesignation } from './replicates-designation.ts';
import { replicatesFromStandby } from './replicates-from-standby.ts';
import { replicatesPager } from './replicates-pager.ts';
import { saveKeepsOld } from './save-keeps-old.ts';
import { sendsClearText } from './sends-clear-text.ts';
import { standbyDoesNotSave } from './standby-does-not-save.ts';
import { synchronizesHalf } from './synchronizes-half.ts';

/** Firmware that gets the configuration of both units wrong. */
export const replicationDefects: readonly FirmwareDefect[] = [
  omitsAccessLists,
  omitsInterfaceCommands,
  replicatesPager,
  replicatesDesignation,
  replicatesFromStandby,
  ignoresReplicatedCommands,
  standbyDoesNotSave,
  saveKeepsOld,
  ignoresWriteStandby,
  synchronizesHalf,
  keepsFilesToItself,
  sendsClearText,
];

import type { FirmwareDefect } from '../defect.ts';
import { execMateRunsHere } from './exec-mate-runs-here.ts';
import { execStandbyRunsOnActive } from './exec-standby-runs-on-active.ts';
import { execWithoutOutput } from './exec-without-output.ts';
import { ignoresExec } from './ignores-exec.ts';

/** Firmware that gets commands for the other unit wrong. */
export const controlDefects: readonly FirmwareDefect[] = [
  execMateRunsHere,
  execStandbyRunsOnActive,
  execWithoutOutput,
  ignoresExec,
];

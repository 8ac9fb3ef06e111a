import type { FirmwareDefect } from '../defect.ts';
import { deadDataPath } from './dead-data-path.ts';
import { passesNoDatagrams } from './passes-no-datagrams.ts';

/** Firmware that gets what passes through the unit wrong. */
export const trafficDefects: readonly FirmwareDefect[] = [deadDataPath, passesNoDatagrams];

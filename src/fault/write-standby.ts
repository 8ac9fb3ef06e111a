import { toldAt } from './told.ts';

/** `write standby`, entered on the active unit: its mate clears its configuration and receives it again. */
export const writeStandby = toldAt('write-standby', 'write standby', 'told-write-standby');

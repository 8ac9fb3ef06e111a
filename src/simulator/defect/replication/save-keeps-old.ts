import type { FirmwareDefect } from '../defect.ts';

/** A unit whose flash is write-protected, and says nothing. */
export const saveKeepsOld: FirmwareDefect = {
  name: 'save-keeps-old',
  sentence: '`write memory` reports success and leaves the startup configuration as it was.',
  breaks: ['REP-SAVED-ON-BOTH'],
  unit: (traits) => ({ ...traits, stores: (_lines, before) => before }),
};

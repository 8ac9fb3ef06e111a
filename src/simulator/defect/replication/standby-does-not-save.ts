import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that keeps nothing. */
export const standbyDoesNotSave: FirmwareDefect = {
  name: 'standby-does-not-save',
  sentence: 'The standby unit does not save its configuration when the active one does.',
  breaks: ['REP-SAVED-ON-BOTH'],
  unit: (traits) => deafTo(traits, ({ kind }) => kind === 'save'),
};

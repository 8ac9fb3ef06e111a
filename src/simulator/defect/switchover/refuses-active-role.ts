import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that is deaf to its mate. */
export const refusesActiveRole: FirmwareDefect = {
  name: 'refuses-active-role',
  sentence: 'The unit does not become active when its failing mate asks it to.',
  breaks: ['AS-INTERFACE-FAILED-ACTIVE', 'AS-TRIGGER-FORCED'],
  unit: (traits) =>
    deafTo(traits, (message) => message.kind === 'group-order' && message.order === 'become-active'),
};

import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** An active unit that is deaf to its mate. */
export const keepsActiveRole: FirmwareDefect = {
  name: 'keeps-active-role',
  sentence: 'The unit stays active when its mate asks it to become standby.',
  breaks: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
  unit: (traits) =>
    deafTo(traits, (message) => message.kind === 'group-order' && message.order === 'become-standby'),
};

import { silentAbout } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not ask for the configuration. */
export const staysCold: FirmwareDefect = {
  name: 'stays-cold',
  sentence: 'The unit stays in Cold Standby, because it never asks its mate for the configuration.',
  breaks: ['REP-AT-BOOT', 'AS-BOOTS-BESIDE-ACTIVE'],
  unit: (traits) => silentAbout(traits, (message) => message.kind === 'sync' && message.part === 'request'),
};

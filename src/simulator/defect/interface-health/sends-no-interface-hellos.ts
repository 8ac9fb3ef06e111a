import { silentAbout } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that is silent on its data interfaces. */
export const sendsNoInterfaceHellos: FirmwareDefect = {
  name: 'sends-no-interface-hellos',
  sentence: 'The unit sends no hellos out of its data interfaces, so that its mate waits for them for ever.',
  breaks: ['IH-HELLO'],
  unit: (traits) => silentAbout(traits, (message) => message.kind === 'interface-hello'),
};

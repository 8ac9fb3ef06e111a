import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that waits long for its interfaces. */
export const slowInterfaceHold: FirmwareDefect = {
  name: 'slow-interface-hold',
  sentence: 'The unit waits three times the interface hold time before it calls an interface failed.',
  breaks: ['IH-HOLD', 'TIME-INTERFACE-TEST'],
  unit: (traits) =>
    inEachGroup(traits, (group) => ({ ...group, interfaceHoldMs: 3 * group.interfaceHoldMs })),
};

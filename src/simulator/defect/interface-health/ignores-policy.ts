import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit with one policy for everybody. */
export const ignoresPolicy: FirmwareDefect = {
  name: 'ignores-policy',
  sentence: 'The unit fails by a single interface, whatever the interface policy says.',
  breaks: ['IH-POLICY'],
  unit: (traits) => inEachGroup(traits, (group) => ({ ...group, interfacePolicy: { count: 1 } })),
};

import { mateOf } from '../../../pair/index.ts';
import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A pair that has its preferences the wrong way round. */
export const prefersWrongUnit: FirmwareDefect = {
  name: 'prefers-wrong-unit',
  sentence: 'A group prefers the unit that it was not given to.',
  breaks: ['CFG-GROUP-PREFERENCE', 'AA-BOTH-BOOT'],
  unit: (traits) => inEachGroup(traits, (group) => ({ ...group, prefers: mateOf(group.prefers) })),
};

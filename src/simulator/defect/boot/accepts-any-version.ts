import { unconcernedBy } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that takes every mate for its like. */
export const acceptsAnyVersion: FirmwareDefect = {
  name: 'accepts-any-version',
  sentence: 'The unit does not notice that its mate runs another major version.',
  breaks: ['SYS-SAME-VERSION'],
  unit: (traits) => unconcernedBy(traits, 'version'),
};

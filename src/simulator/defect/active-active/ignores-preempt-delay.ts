import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that cannot wait. */
export const ignoresPreemptDelay: FirmwareDefect = {
  name: 'ignores-preempt-delay',
  sentence: 'A group with `preempt` moves at once, whatever delay is set.',
  breaks: ['AA-PREEMPT-DELAY'],
  unit: (traits) =>
    inEachGroup(traits, (group) => (group.preempt ? { ...group, preempt: { afterMs: 0 } } : group)),
};

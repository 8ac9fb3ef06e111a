import type { FirmwareDefect } from '../defect.ts';

/** A unit that bears a grudge. */
export const neverRecovers: FirmwareDefect = {
  name: 'never-recovers',
  sentence: 'An interface that has failed once stays failed, whatever it receives.',
  breaks: ['IH-RECOVERS', 'IH-OPERATIONAL-AGAIN'],
  unit: (traits) => ({
    ...traits,
    judges: (found, before) =>
      before === 'no-link' || before === 'failed' ? before : traits.judges(found, before),
  }),
};

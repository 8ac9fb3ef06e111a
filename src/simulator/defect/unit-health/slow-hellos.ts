import type { FirmwareDefect } from '../defect.ts';

/** A unit that lets its mate wait. */
export const slowHellos: FirmwareDefect = {
  name: 'slow-hellos',
  sentence: 'The unit sends its hellos ten times more seldom than it is told to.',
  breaks: ['UH-HELLO'],
  unit: (traits) => ({
    ...traits,
    settings: (configured) => {
      const right = traits.settings(configured);
      return { ...right, unitPollMs: 10 * right.unitPollMs };
    },
  }),
};

import type { FirmwareDefect } from '../defect.ts';

/** A unit whose timers cannot be set. */
export const defaultUnitTimes: FirmwareDefect = {
  name: 'default-unit-times',
  sentence: 'The unit polls its mate every second and holds for 15, whatever the unit poll time is set to.',
  breaks: ['UH-FASTER-POLL', 'OPS-SHOWS-TIMERS'],
  unit: (traits) => ({
    ...traits,
    settings: (configured) => ({ ...traits.settings(configured), unitPollMs: 1000, unitHoldMs: 15_000 }),
  }),
};

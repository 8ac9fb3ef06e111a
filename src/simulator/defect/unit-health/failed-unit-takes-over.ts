import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not know when to stop. */
export const failedUnitTakesOver: FirmwareDefect = {
  name: 'failed-unit-takes-over',
  sentence: 'A standby unit that has failed becomes active.',
  breaks: ['AS-INTERFACE-FAILED-STANDBY', 'AS-ONE-ACTIVE'],
  unit: (traits) => ({
    ...traits,
    decides: (right, me, mate) =>
      me.state === 'failed' && mate.state === 'active'
        ? { move: 'become-active', reason: 'Interface check' }
        : traits.decides(right, me, mate),
  }),
};

import type { FirmwareDefect } from '../defect.ts';

/** An active unit that takes the failure of its mate for its own. */
export const failsOverForItsMate: FirmwareDefect = {
  name: 'fails-over-for-its-mate',
  sentence: 'The active unit gives up the active role when its standby mate fails.',
  breaks: ['AS-INTERFACE-FAILED-STANDBY', 'AS-STANDBY-MARKED-FAILED'],
  unit: (traits) => ({
    ...traits,
    decides: (right, me, mate) =>
      me.state === 'active' && mate.state === 'failed'
        ? { move: 'yield', reason: 'Detected a failed mate' }
        : traits.decides(right, me, mate),
  }),
};

import type { FirmwareDefect } from '../defect.ts';

/** A pair that has its designations the wrong way round. */
export const secondaryFirst: FirmwareDefect = {
  name: 'secondary-first',
  sentence: 'Of two units that boot together the secondary becomes active.',
  breaks: ['AS-BOTH-BOOT'],
  unit: (traits) => ({
    ...traits,
    decides: (right, me, mate) => {
      if (me.state !== 'negotiation' || mate.state !== 'negotiation') return traits.decides(right, me, mate);
      return me.unit === 'secondary'
        ? { move: 'become-active', reason: 'No Active unit found' }
        : { move: 'stay' };
    },
  }),
};

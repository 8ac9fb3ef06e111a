import type { Law } from './law.ts';

export const oneForwards: Law = {
  name: 'one-forwards',
  sentence: 'No probe arrives twice: only the active unit forwards.',
  source: 'ASA 5580 guide, «Active/Standby Failover Overview»: the standby unit does not pass traffic',
  broken: ({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === 'observation' && entry.saw.sight === 'probes' && entry.saw.duplicated > 0
        ? [
            `${entry.saw.duplicated} probes of ${entry.saw.flow} arrived twice near ${entry.askedMs.toFixed(0)} ms`,
          ]
        : [],
    ),
};

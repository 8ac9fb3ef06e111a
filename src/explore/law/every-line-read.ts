import type { Law } from './law.ts';

export const everyLineRead: Law = {
  name: 'every-line-read',
  sentence: 'No parser meets a line that it cannot read.',
  source: 'no line of output is skipped silently',
  broken: ({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === 'observation' && entry.saw.sight === 'unread' && entry.saw.line > 0
        ? [`${entry.witness}: ${entry.saw.why}`]
        : [],
    ),
};

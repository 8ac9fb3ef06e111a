import type { OrdealLaw } from './law.ts';

export const everyLineRead: OrdealLaw = {
  name: 'every-line-read',
  sentence: 'No parser meets a line that it cannot read.',
  source: 'no line of output is skipped silently',
  broken: ({ stands }) => [...new Set(stands.flatMap(({ unread }) => unread))],
};

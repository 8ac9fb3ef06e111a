import { saying } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does as it is told and says nothing. */
export const execWithoutOutput: FirmwareDefect = {
  name: 'exec-without-output',
  sentence: 'The unit runs what its mate sends with `failover exec`, and does not send back what it printed.',
  breaks: ['EXEC-OUTPUT'],
  unit: (traits) =>
    saying(traits, (message) =>
      message.kind === 'executed' ? { ...message, result: { ...message.result, lines: [] } } : message,
    ),
};

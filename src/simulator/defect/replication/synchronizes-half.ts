import { saying } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** An active unit that leaves something out. */
export const synchronizesHalf: FirmwareDefect = {
  name: 'synchronizes-half',
  sentence: 'The unit leaves its access lists out when it sends its whole configuration.',
  breaks: ['REP-WHOLE', 'REP-ONLY-UNIT-DIFFERS'],
  unit: (traits) =>
    saying(traits, (message) =>
      message.kind === 'sync'
        ? { ...message, lines: message.lines.map((line) => (line.startsWith('access-list') ? '!' : line)) }
        : message,
    ),
};

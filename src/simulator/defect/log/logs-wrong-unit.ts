import type { FirmwareDefect } from '../defect.ts';

/** A unit that signs with the name of its mate. */
export const logsWrongUnit: FirmwareDefect = {
  name: 'logs-wrong-unit',
  sentence: 'System messages of failover name the mate as the unit that sends them.',
  breaks: ['LOG-NAMES-ITS-ROLE'],
  unit: (traits) => ({
    ...traits,
    logs: (message) => {
      const right = traits.logs(message);
      return right && { ...right, text: mistaken(right.text) };
    },
  }),
};

function mistaken(text: string): string {
  return text.replace(/^\((Primary|Secondary)/, (_tag, unit) =>
    unit === 'Primary' ? '(Secondary' : '(Primary',
  );
}

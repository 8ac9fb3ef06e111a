import type { FirmwareDefect } from '../defect.ts';

/** A unit that plays things down. */
export const logsAtWrongSeverity: FirmwareDefect = {
  name: 'logs-at-wrong-severity',
  sentence: 'System messages of failover are sent as informational.',
  breaks: ['LOG-SEVERITY', 'LOG-TRAPS'],
  unit: (traits) => ({
    ...traits,
    logs: (message) => {
      const right = traits.logs(message);
      return right && right.severity === 1 ? { ...right, severity: 6 } : right;
    },
  }),
};

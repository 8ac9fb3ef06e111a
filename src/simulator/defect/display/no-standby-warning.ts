import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that lets people walk into it. */
export const noStandbyWarning: FirmwareDefect = {
  name: 'no-standby-warning',
  sentence: 'A command that is entered on the standby unit brings no warning.',
  breaks: ['LOG-STANDBY-WARNING', 'LOG-STANDBY-WARNING-ALWAYS'],
  unit: (traits) => ({
    ...traits,
    prints: (lines) =>
      traits
        .prints(lines)
        .filter(
          (line) => !/^(\*{4} WARNING|\tConfiguration(s are no longer| Replication is NOT))/.test(line),
        ),
  }),
};

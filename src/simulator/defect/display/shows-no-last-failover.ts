import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit without a memory for dates. */
export const showsNoLastFailover: FirmwareDefect = {
  name: 'shows-no-last-failover',
  sentence: '`show failover` gives the date of the last failover as that of its first boot.',
  breaks: ['OPS-SHOWS-LAST-FAILOVER'],
  unit: (traits) =>
    printing(traits, (line) =>
      line.replace(/^Last Failover at: .*/, 'Last Failover at: 00:00:18 UTC Jan 1 1993'),
    ),
};

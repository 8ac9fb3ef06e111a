import type { KnownMessage } from './known-message.ts';

/** What a unit becomes, and whether failover is on at all. */
export const roleMessages: readonly KnownMessage[] = [
  { id: '104001', severity: 1, means: 'the unit or group becomes active' },
  { id: '104002', severity: 1, means: 'the unit or group becomes standby' },
  { id: '104003', severity: 1, means: 'the unit or group becomes failed' },
  { id: '104004', severity: 1, means: 'the unit or group is no longer failed' },
  {
    id: '105001',
    severity: 1,
    means: 'failover is turned off, by command or because the units do not match',
  },
  { id: '105002', severity: 1, means: 'failover is turned on' },
  { id: '105037', severity: 1, means: 'both units keep changing their roles' },
  { id: '199001', severity: 5, means: 'the unit was told to reload' },
  { id: '199002', severity: 6, means: 'the unit has booted and begins its work' },
  { id: '199005', severity: 6, means: 'the unit begins to boot' },
];

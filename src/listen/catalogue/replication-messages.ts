import type { KnownMessage } from './known-message.ts';

/** The configuration on its way to the mate. */
export const replicationMessages: readonly KnownMessage[] = [
  {
    id: '105020',
    severity: 1,
    means: 'the replication of the configuration was slow or incomplete; the unit reboots',
  },
  { id: '105021', severity: 1, means: 'a context is locked, so the standby unit could not synchronize' },
  { id: '105022', severity: 1, means: 'the replication of the configuration took too long' },
  { id: '105041', severity: 1, means: 'a command failed on the mate during the synchronization' },
  { id: '709001', severity: 7, means: 'a command could not be replicated to the mate' },
  { id: '709002', severity: 7, means: 'a command is of a kind that is not replicated' },
  { id: '709003', severity: 1, means: 'the unit begins to send its configuration to the mate' },
  { id: '709004', severity: 1, means: 'the unit has sent its configuration to the mate' },
  { id: '709005', severity: 1, means: 'the unit begins to receive the configuration of its mate' },
  { id: '709006', severity: 1, means: 'the unit has received the configuration of its mate' },
  { id: '709007', severity: 2, means: 'a command could not be replicated, and the replication failed' },
  { id: '709008', severity: 4, means: 'a command entered during the synchronization is not replicated' },
  { id: '709009', severity: 6, means: 'the configurations of both units match' },
  { id: '709010', severity: 6, means: 'the configurations of the units do not match and are synchronized' },
  { id: '709011', severity: 6, means: 'how long the synchronization of the configuration took' },
  { id: '709012', severity: 6, means: 'the replication is skipped, for the configurations match' },
  { id: '709013', severity: 4, means: 'the comparison of the configurations took too long' },
];

import type { KnownMessage } from './known-message.ts';

/** Connections and translations on their way to the mate: «LU», logical update. */
export const stateMessages: readonly KnownMessage[] = [
  { id: '210001', severity: 3, means: 'an error of stateful failover' },
  { id: '210002', severity: 3, means: 'no memory block was left for an update of the mate' },
  { id: '210003', severity: 3, means: 'an update of a kind that is not known came from the mate' },
  { id: '210005', severity: 3, means: 'a connection of the mate could not be made here' },
  { id: '210006', severity: 3, means: 'no translation was found for an update of the mate' },
  { id: '210007', severity: 3, means: 'a translation of the mate could not be made here' },
  { id: '210008', severity: 3, means: 'a connection of the mate has no translation here' },
  { id: '210010', severity: 3, means: 'a UDP connection of the mate could not be made here' },
  { id: '210020', severity: 3, means: 'a port of the mate could not be reserved here' },
  { id: '210021', severity: 3, means: 'a static translation of the mate could not be made here' },
  { id: '210022', severity: 6, means: 'updates of the mate were missed' },
  { id: '211001', severity: 3, means: 'memory could not be allocated' },
  { id: '211003', severity: 3, means: 'the use of the processor could not be computed' },
  { id: '311001', severity: 6, means: 'the standby unit begins to load the state of the active one' },
  { id: '311002', severity: 6, means: 'the standby unit has loaded the state of the active one' },
  { id: '311003', severity: 6, means: 'updates of the mate can be received' },
  { id: '311004', severity: 6, means: 'updates can be sent to the mate' },
];

import type { KnownMessage } from './known-message.ts';

/** What is between the units: the failover cable of a PIX, the failover link, messages on it. */
export const linkMessages: readonly KnownMessage[] = [
  { id: '101001', severity: 1, means: 'the failover cable is there and works' },
  { id: '101002', severity: 1, means: 'the failover cable does not work' },
  { id: '101003', severity: 1, means: 'the failover cable is not plugged in at this unit' },
  { id: '101004', severity: 1, means: 'the failover cable is not plugged in at the other unit' },
  { id: '101005', severity: 1, means: 'the state of the failover cable cannot be read' },
  { id: '105010', severity: 3, means: 'no memory block was left for a failover message' },
  { id: '105011', severity: 1, means: 'the failover cable is there, but the units cannot talk over it' },
  { id: '105031', severity: 1, means: 'the failover link came up' },
  { id: '105032', severity: 1, means: 'the failover link went down' },
  { id: '105033', severity: 1, means: 'the failover link went down and came up again' },
  { id: '105034', severity: 1, means: 'the mate says that its failover link is up' },
  { id: '105035', severity: 1, means: 'the mate says that its failover link is down' },
  { id: '105036', severity: 1, means: 'a message over the failover link was dropped' },
  { id: '105042', severity: 1, means: 'the failover interface works' },
  { id: '105043', severity: 1, means: 'the failover interface failed' },
  { id: '105052', severity: 3, means: 'a cipher of the failover link is weak or differs' },
];

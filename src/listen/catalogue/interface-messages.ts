import type { KnownMessage } from './known-message.ts';

/** Monitored interfaces and their tests, and links that come and go. */
export const interfaceMessages: readonly KnownMessage[] = [
  { id: '105003', severity: 1, means: 'the interface waits for a hello from the mate' },
  { id: '105004', severity: 1, means: 'the interface is well again' },
  { id: '105005', severity: 1, means: 'the mate is not heard any more on the interface' },
  { id: '105006', severity: 1, means: 'the link of the monitored interface came up' },
  { id: '105007', severity: 1, means: 'the link of the monitored interface went down' },
  { id: '105008', severity: 1, means: 'the tests of the interface begin' },
  { id: '105009', severity: 1, means: 'the tests of the interface ended' },
  { id: '411001', severity: 4, means: 'the line protocol of an interface came up; usual during a failover' },
  {
    id: '411002',
    severity: 4,
    means: 'the line protocol of an interface went down; usual during a failover',
  },
  { id: '411003', severity: 4, means: 'the configured state of an interface changed' },
  { id: '411004', severity: 4, means: 'the configured state of an interface changed' },
];

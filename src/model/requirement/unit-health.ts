import type { Requirement } from '../../pair/index.ts';

/** How a unit finds out that its mate is gone, and how long that takes. */
export const unitHealth = {
  hold: {
    id: 'UH-HOLD',
    statement:
      'If neither a hello nor an answer to the interface tests is received within the hold time, the standby unit becomes active.',
    source: { document: 'ASA 5580, chapter 13', section: 'Configuring Unit Health Monitoring' },
  },
  silentEverywhere: {
    id: 'UH-SILENT-EVERYWHERE',
    statement:
      'A mate that answers on no interface at all is classified as failed, and the standby unit switches to active.',
    source: { document: 'ASA 5580, chapter 13', section: 'Unit Health Monitoring' },
  },
  answersElsewhere: {
    id: 'UH-ANSWERS-ELSEWHERE',
    statement:
      'A mate that is silent on the failover link but answers on another interface causes no failover; the link is marked as failed.',
    source: { document: 'ASA 5580, chapter 13', section: 'Unit Health Monitoring' },
  },
  mateDeclaredFailed: {
    id: 'UH-MATE-DECLARED-FAILED',
    statement:
      'The hold time is the period in which a hello must arrive on the failover link, after which the mate is declared failed.',
    source: { document: 'Document 77809', section: 'Failover Polltime' },
  },
} as const satisfies Readonly<Record<string, Requirement>>;

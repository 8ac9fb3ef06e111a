import type { Law } from './law.ts';

export const comesToRest: Law = {
  name: 'comes-to-rest',
  sentence: 'When nothing is broken any more, one unit is active and the other ready, within a bound.',
  source: 'ASA 5580 guide, «Active/Standby Failover Overview»: one unit is active, the other standby',
  broken: ({ steady, missing }) => (steady ? [] : [`no steady state: ${missing.join('; ')}`]),
};

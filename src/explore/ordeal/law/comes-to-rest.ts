import type { OrdealLaw } from './law.ts';

export const comesToRest: OrdealLaw = {
  name: 'comes-to-rest',
  sentence:
    'From any state, once everything is mended, every group is active on one unit and ready on the other.',
  source: 'ASA 5580 guide, «Active/Standby Failover Overview», «Active/Active Failover Overview»',
  broken: ({ beganMs, missing }) =>
    missing.map((what) => `no rest ${beganMs === undefined ? 'to begin with' : 'at the end'}: ${what}`),
};

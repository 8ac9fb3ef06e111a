import { isActive } from '../../pair/index.ts';
import type { PairStanding } from './auto-update-host.ts';

/** Steps of a synchronization, in which neither unit's configuration is to be touched. */
const synchronizing = ['cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'];

/**
 * Why Auto Update cannot take place now (ASA 5580 guide, «Auto Update Server Support in Failover Configurations»):
 * only a single-mode Active/Standby pair, only its primary unit, and not while the units synchronize, the standby
 * unit has failed of more than its service card, or the failover link is down. Undefined if it can.
 */
export function obstacleTo(pair: PairStanding): string | undefined {
  if (!pair.failoverOn) return undefined;
  if (pair.mode !== 'single Active/Standby') return 'only single mode, Active/Standby is supported';
  if (!pair.isPrimary) return 'only the primary unit calls home';
  if (!pair.linkUsable) return 'the failover link is down';
  if ([pair.own, pair.mate].some((state) => synchronizing.includes(state)))
    return 'the units are synchronizing their configurations';
  if (pair.mate === 'failed' && !pair.onlyCardFailed) return 'the standby unit has failed';
  if (!isActive(pair.own) && !isActive(pair.mate)) return 'no unit is active';
  return pair.mate === 'not-detected' || pair.mate === 'disabled' ? 'no mate was heard' : undefined;
}

import type { GroupId } from '../../pair/index.ts';
import type { GroupSettings } from '../config/group-settings.ts';
import type { FailoverHost } from './host.ts';

/** What is configured for a group at this moment; a group that is no longer configured ends with the settings of the first. */
export function settingsOf(host: Pick<FailoverHost, 'failover'>, id: GroupId): GroupSettings {
  const { groups } = host.failover();
  const found = groups.find((one) => one.id === id) ?? groups[0];
  if (!found) throw new Error('a failover configuration without a failover group');
  return found;
}

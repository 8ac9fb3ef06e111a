import { isTransparent } from '../config/bridge-settings.ts';
import type { Space } from '../system/space.ts';

/** `show mac-address-table`: the stations behind each interface of a bridge, and the minutes until each is forgotten. */
export function showMacAddressTable({ config, clock, forwarding }: Space): string[] {
  if (!isTransparent(config)) return ['ERROR: Command is only available in transparent firewall mode'];
  const rows = forwarding.tables.stations.all().map(({ nameif, mac, seenMs, lastsMs }) => {
    const minutesLeft = Math.ceil((seenMs + lastsMs - clock.nowMs()) / 60_000);
    return `${nameif.padEnd(27)} ${mac.padEnd(21)} dynamic    ${minutesLeft}`;
  });
  return ['interface                   mac  address          type      Age(min)', '-'.repeat(66), ...rows];
}

import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Space } from '../system/space.ts';

const head = 'Interface                Name                   IP address      Subnet mask     Method ';

/** `show ip address`: what is configured, and what this unit answers for now. */
export function showIpAddress(space: Space): string[] {
  const named = space
    .interfaces()
    .filter(({ nameif, active }) => nameif !== undefined && active !== undefined);
  return [
    'System IP Addresses:',
    head,
    ...named.map((one) => row(one, one.active ?? '')),
    'Current IP Addresses:',
    head,
    ...named.map((one) => row(one, space.addressOf(one))),
  ];
}

function row(one: InterfaceSettings, address: string): string {
  const cells = [
    one.name.padEnd(24),
    (one.nameif ?? '').padEnd(22),
    address.padEnd(15),
    (one.mask ?? '').padEnd(15),
  ];
  return `${cells.join(' ')} ${one.purpose === 'traffic' ? 'CONFIG' : 'unset '}`;
}

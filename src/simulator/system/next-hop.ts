import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { inSameSubnet, ipNumber } from '../fabric/address.ts';

/** Whom to ask for on a segment to reach an address: itself if it is there, else the gateway of the best route. */
export function nextHop(config: ConfigTree, exit: InterfaceSettings, to: string): string {
  if (inSameSubnet(exit.active ?? '', to, exit.mask ?? '')) return to;
  const routes = config
    .nodes()
    .map(({ text }) => text.split(' '))
    .filter(([word, nameif, network = '', mask = '']) => {
      return word === 'route' && nameif === exit.nameif && inSameSubnet(network, to, mask);
    })
    .toSorted(([, , , one = ''], [, , , other = '']) => (ipNumber(other) ?? 0) - (ipNumber(one) ?? 0));
  return routes[0]?.[4] ?? to;
}

import type { Firewall } from './chassis/firewall.ts';
import type { UnitTrouble } from './simulated-bench.ts';
import type { Box } from './system/box.ts';

/** What can go wrong with a unit that no PDU and no switch can do to it. */
export function troubleOf(unit: Firewall, box: Box): UnitTrouble {
  const plugs = new Map<string, () => void>();
  return {
    hang: () => unit.hang(),
    breakModule: () => box.module?.break(),
    mendModule: () => box.module?.mend(),
    pullCable: (interfaceName) => {
      const card = box.cards.find(({ name }) => name === interfaceName);
      if (card && !plugs.has(interfaceName)) plugs.set(interfaceName, card.port.unplug());
    },
    plugCable: (interfaceName) => {
      plugs.get(interfaceName)?.();
      plugs.delete(interfaceName);
    },
  };
}

import { isolationVlan } from '../fabric/switch/vlan-numbers.ts';
import type { ErrDisableCause } from '../fabric/switch/err-disable.ts';
import type { SwitchPort } from '../fabric/switch/switch-port.ts';
import type { Random } from '../ground/random.ts';
import type { CableTrouble } from '../face/trouble.ts';
import type { Box } from '../box/box.ts';

/** Why a port is err-disabled when nobody says why: BPDU guard, which is beside portfast on every access port. */
const usualCause: ErrDisableCause = 'bpduguard';

/** What can go wrong with the cables of a unit, and with the switch ports at their other ends. */
export function cableTroubleOf(
  box: Box,
  portOf: (interfaceName: string) => SwitchPort | undefined,
  random: Random,
): CableTrouble {
  const plugs = new Map<string, () => void>();
  const homes = new Map<string, () => void>();
  const endOf = (interfaceName: string) => box.cards.find(({ name }) => name === interfaceName)?.port;
  return {
    pullCable: (interfaceName) => {
      const end = endOf(interfaceName);
      if (end && !plugs.has(interfaceName)) plugs.set(interfaceName, end.unplug());
    },
    plugCable: (interfaceName) => {
      plugs.get(interfaceName)?.();
      plugs.delete(interfaceName);
    },
    impair: (interfaceName, { direction = 'both', ...how }) => {
      for (const way of ['in', 'out'] as const)
        if (direction === 'both' || direction === way)
          endOf(interfaceName)?.impair(way, how, random.fork(`${interfaceName} ${way}`));
    },
    repair: (interfaceName) => {
      for (const way of ['in', 'out'] as const) endOf(interfaceName)?.impair(way, undefined, random);
    },
    isolate: (interfaceName) => {
      const port = portOf(interfaceName);
      if (port && !homes.has(interfaceName)) homes.set(interfaceName, isolated(port));
    },
    reunite: (interfaceName) => {
      homes.get(interfaceName)?.();
      homes.delete(interfaceName);
    },
    setPortfast: (interfaceName, on) => portOf(interfaceName)?.setPortfast(on),
    bundle: (interfaceName, channel) => {
      const port = portOf(interfaceName);
      if (port) port.channel = channel;
    },
    errDisable: (interfaceName, cause = usualCause) => portOf(interfaceName)?.errDisable(cause),
  };
}

/** Out of every VLAN that the port was in. Returns how to put it back. */
function isolated(port: SwitchPort): () => void {
  const { vlan } = port;
  port.vlan = isolationVlan.id;
  port.carriesTags = false;
  return () => {
    port.vlan = vlan;
    port.carriesTags = true;
  };
}

import type { Clock } from '../../clock.ts';
import { addressesAt, physicalOf, type Topology } from '../../topology/index.ts';
import { inSameSubnet } from '../ground/address.ts';
import type { LearningSwitch } from '../fabric/switch/learning-switch.ts';
import { LogHost } from '../fabric/host/log-host.ts';
import { NetworkPort } from '../fabric/network-port.ts';

/**
 * Who takes the system messages of the units: on the segment of every data interface something that answers for
 * each address there but those of the pair and of the hosts of the flows, which are `taken`. A bridge has one network
 * on all sides: there it is on the side where the topology says that the pair is listened to.
 */
export function cableLogHosts(
  topology: Topology,
  clock: Clock,
  switches: readonly LearningSwitch[],
  taken: readonly string[],
): readonly LogHost[] {
  const { interfaces, contexts, firewall } = topology.pair;
  const heardAt = new Set([topology.listen?.syslog?.interface, topology.listen?.traps?.interface]);
  const { syslog, traps, 'update-server': updates } = topology.listen ?? {};
  const machines = [syslog, traps, updates].flatMap((each) => (each ? [each.address] : []));
  const sides = [...interfaces, ...contexts.flatMap((context) => context.interfaces)];
  return sides.flatMap((side, at) => {
    const addresses = addressesAt(topology.pair, side);
    if (!addresses || (firewall === 'transparent' && !heardAt.has(side.nameif))) return [];
    const { active, mask, standby } = addresses;
    const segment = physicalOf(side.interface);
    const home = topology.units.primary.cables[segment]?.switch;
    const target = switches.find(({ name }) => name === home);
    if (!target) return [];
    const card = new NetworkPort(`log hosts ${side.nameif}`, clock);
    target.attachUnseen(segment, `log hosts ${side.nameif}`, card);
    const others = [active, ...(standby === undefined ? [] : [standby]), ...taken];
    const mac = `0250.5601.${(at + 1).toString(16).padStart(4, '0')}`;
    // The hosts of the flows ask for each other, and for addresses that the pair translates.
    const answersFor = (address: string, asker: string): boolean =>
      inSameSubnet(address, active, mask) && !others.includes(address) && !taken.includes(asker);
    return [new LogHost(card, mac, side.vlan, answersFor, machines)];
  });
}

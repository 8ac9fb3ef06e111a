/** What a simulated switch shows beside the state of its ports, read without its agent. */
import type { Clock } from '../clock.ts';
import type { Switch } from '../device/index.ts';
import type { SimulatedSwitch, SimulatedSwitchPort } from '../simulator/index.ts';

/** The reads of a switch that are tables; `portOf` throws `BenchError` for a port that is not there. */
export function memoryTables(
  of: SimulatedSwitch,
  portOf: (name: string) => SimulatedSwitchPort,
  clock: Clock,
): Pick<Switch, 'portSettings' | 'portCounters' | 'macTable' | 'vlans'> {
  const answered = (seen: unknown) => {
    const nowMs = clock.nowMs();
    return { raw: JSON.stringify(seen), askedMs: nowMs, answeredMs: nowMs };
  };
  return {
    portSettings: async (name) => {
      const { admin, oper, vlan, portfast, spanningTree, mode, channel, errDisabled } = portOf(name);
      const settings = {
        admin,
        oper,
        vlan,
        portfast,
        spanningTree,
        trunk: mode === 'trunk' ? ('on' as const) : ('off' as const),
        channel: channel === undefined ? 'off' : `Po${channel}`,
        ...(errDisabled === undefined ? {} : { errDisabled }),
      };
      return { ...settings, ...answered(settings) };
    },
    portCounters: async (name) => {
      const { received, sent } = portOf(name);
      const counted = { received: { ...received }, sent: { ...sent } };
      return { ...counted, ...answered(counted) };
    },
    vlans: async () => of.vlans.map(({ id }) => id),
    macTable: async () => {
      const nameOf = (port: number): string =>
        of.ports.find(({ index }) => index === port)?.name ?? `port ${port}`;
      const learned = of.addresses.map(({ mac, port, vlan }) => ({ mac, port: [nameOf(port)], vlan }));
      return { learned, ...answered(learned) };
    },
  };
}

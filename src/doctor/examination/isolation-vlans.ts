import type { SwitchChart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { about, notAsked } from '../row.ts';
import type { Row } from '../row.ts';

/** The VLANs that a port is put into to hear nobody: they are there, and nobody is in them. */
export const isolationVlans: Examination = {
  name: 'isolation VLANs',
  examine: ({ topology, switches }) =>
    Object.entries(topology.switches).flatMap(([name, { 'isolation-vlans': wanted }]) => {
      const chart = switches.get(name);
      return wanted.map((vlan) => emptiness(name, vlan, chart));
    }),
};

function emptiness(name: string, vlan: number, chart: SwitchChart | undefined): Row {
  const told = about(name, `isolation VLAN ${vlan}: exists, and is empty`);
  if (!chart) return told.unknown(notAsked);
  if ('blind' in chart.vlans) return told.unknown(chart.vlans);
  if (!chart.vlans.saw.includes(vlan))
    return told.wrong('it does not exist', 'it exists', `create VLAN ${vlan} there (vlan ${vlan})`);
  const inside = [...chart.ports].filter(
    ([, look]) =>
      'saw' in look && !('missing' in look.saw) && look.saw.trunk !== 'on' && look.saw.vlan === vlan,
  );
  if (inside.length > 0)
    return told.wrong(
      `${inside.map(([port]) => port).join(', ')} is in it`,
      'nobody in it',
      'move these ports to where they belong, or name another VLAN in the topology',
    );
  const blind = [...chart.ports.values()].find((look) => 'blind' in look);
  return blind && 'blind' in blind ? told.unknown(blind) : told.ok('empty');
}

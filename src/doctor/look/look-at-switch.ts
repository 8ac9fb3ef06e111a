import type { PortSettings, Switch } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Missing, SwitchChart } from '../chart.ts';
import type { Examined } from '../examined.ts';
import { sawOf } from '../row.ts';
import type { Look } from '../row.ts';
import { usualPatience, Visit } from './visit.ts';

/** Looks at the ports of a switch that units are cabled to, or at all of them where VLANs must be empty, and at what it has learned. */
export async function lookAtSwitch(
  { topology, doors, clock, patience = usualPatience }: Examined,
  name: string,
): Promise<SwitchChart> {
  const visit = new Visit(clock, patience);
  const opening = await visit.open(`open ${name}`, () => doors.switch(name));
  if ('blind' in opening) return { opened: opening, ports: new Map(), macs: opening, vlans: opening };
  const of = opening.saw;
  try {
    const known = await visit.ask(`ports of ${name}`, () => of.ports());
    const mustBeEmpty = (topology.switches[name]?.['isolation-vlans'] ?? []).length > 0;
    const all = mustBeEmpty ? (sawOf(known) ?? []) : [];
    const ports = new Map<string, Look<PortSettings | Missing>>();
    for (const port of new Set([...cabledTo(topology, name), ...all]))
      ports.set(port, await lookAtPort(visit, of, port));
    const macs = await visit.ask(`addresses learned by ${name}`, () => of.macTable());
    const vlans = await visit.ask(`VLANs of ${name}`, () => (mustBeEmpty ? of.vlans() : Promise.resolve([])));
    return { opened: visit.lost ?? { saw: true }, ports, macs, vlans };
  } finally {
    await of.close();
  }
}

/** What cannot be read of a switch that still lists its ports is the port's own fault. */
async function lookAtPort(visit: Visit, of: Switch, port: string): Promise<Look<PortSettings | Missing>> {
  const settings = await visit.ask(`port ${port}`, () => of.portSettings(port));
  if (!('blind' in settings) || visit.lost) return settings;
  const alive = await visit.ask(`ports of ${of.name}`, () => of.ports());
  if ('blind' in alive) return visit.loseFor(settings.blind);
  return alive.saw.includes(port) ? settings : { saw: { missing: settings.blind } };
}

function cabledTo({ units }: Topology, name: string): readonly string[] {
  return unitNames.flatMap((unit) =>
    Object.values(units[unit].cables).flatMap((cable) => (cable.switch === name ? [cable.port] : [])),
  );
}

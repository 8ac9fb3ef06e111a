import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { PortSettings } from '../device/index.ts';
import type { Chart, Missing } from './chart.ts';
import { notAsked } from './row.ts';
import type { Look } from './row.ts';

/** A switch port that a unit is cabled to, as the topology says, and what was read of it. */
export interface CabledPort {
  readonly unit: UnitName;
  readonly interface: string;
  readonly switch: string;
  readonly port: string;
  readonly look: Look<PortSettings | Missing>;
}

/** Every cable of both units that leads to a switch. */
export function cabledPorts({ topology, switches }: Chart): readonly CabledPort[] {
  return unitNames.flatMap((unit) =>
    Object.entries(topology.units[unit].cables).map(([socket, cable]) => ({
      unit,
      interface: socket,
      switch: cable.switch,
      port: cable.port,
      look: switches.get(cable.switch)?.ports.get(cable.port) ?? lookOf(switches.get(cable.switch)),
    })),
  );
}

function lookOf(of: { readonly opened: Look<true> } | undefined): Look<PortSettings | Missing> {
  if (of && 'blind' in of.opened) return of.opened;
  return notAsked;
}

/** What was read of a port that is there. */
export function settingsOf({ look }: CabledPort): PortSettings | undefined {
  return 'saw' in look && !('missing' in look.saw) ? look.saw : undefined;
}

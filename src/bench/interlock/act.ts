import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';

/** An outlet that is to be switched. */
export interface OutletAct {
  readonly kind: 'outlet';
  readonly pdu: string;
  readonly outlet: string;
  readonly wish: 'on' | 'off';
}

/** A switch port that is to be shut, brought up, or put into a VLAN. */
export interface PortAct {
  readonly kind: 'port';
  readonly switch: string;
  readonly port: string;
  readonly wish: 'up' | 'down' | { readonly vlan: number };
}

/** Anything that a PDU or a switch of the bench may be told. */
export type Act = OutletAct | PortAct;

/** `outlet 1 of pdu1 off`. */
export function actText(act: Act): string {
  if (act.kind === 'outlet') return `outlet ${act.outlet} of ${act.pdu} ${act.wish}`;
  const { wish } = act;
  return `${act.port} of ${act.switch} ${typeof wish === 'string' ? wish : `into VLAN ${wish.vlan}`}`;
}

/** The device that is told. */
export const deviceOf = (act: Act): string => (act.kind === 'outlet' ? act.pdu : act.switch);

/** The units that an outlet feeds, as the topology says. */
export function fedBy(
  topology: Topology,
  { pdu, outlet }: Pick<OutletAct, 'pdu' | 'outlet'>,
): readonly UnitName[] {
  return unitNames.filter((unit) =>
    topology.units[unit].power.some((feed) => feed.pdu === pdu && feed.outlet === outlet),
  );
}

import { physicalOf } from '../topology/index.ts';
import type { TopologyInterface } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';

/** An interface as the appliance names it, with the VLAN of a subinterface. */
export interface Socket {
  readonly interface: string;
  readonly vlan?: number | undefined;
}

/** Turns an interface on; for a subinterface, its physical interface first, and its VLAN. */
export function enableLines(socket: Socket): readonly BootstrapLine[] {
  const physical = physicalOf(socket.interface);
  const below =
    physical === socket.interface ? [] : [line`interface ${physical}`, line`no shutdown`, line`exit`];
  return [...below, line`interface ${socket.interface}`, ...vlanLines(socket), line`no shutdown`, line`exit`];
}

/** One data interface of a unit in single context mode: name, security level, addresses, and turned on. */
export function dataLines(data: TopologyInterface): readonly BootstrapLine[] {
  const physical = physicalOf(data.interface);
  const below =
    physical === data.interface ? [] : [line`interface ${physical}`, line`no shutdown`, line`exit`];
  return [
    ...below,
    line`interface ${data.interface}`,
    ...vlanLines(data),
    ...addressLines(data),
    line`no shutdown`,
    line`exit`,
  ];
}

/** Name, security level and addresses, within the interface. */
export function addressLines(data: TopologyInterface): readonly BootstrapLine[] {
  const standby = data.standby === undefined ? '' : ` standby ${data.standby}`;
  return [
    line`nameif ${data.nameif}`,
    line`security-level ${data['security-level']}`,
    line`ip address ${data.active} ${data.mask}${standby}`,
  ];
}

/**
 * Whether an interface is monitored. Physical interfaces are by default and subinterfaces are not (ASA 5580
 * guide, 13-22), so both are said.
 */
export function monitorLine({ nameif, monitored }: TopologyInterface): BootstrapLine {
  return monitored ? line`monitor-interface ${nameif}` : line`no monitor-interface ${nameif}`;
}

function vlanLines({ vlan }: Socket): readonly BootstrapLine[] {
  return vlan === undefined ? [] : [line`vlan ${vlan}`];
}

import { physicalOf } from '../topology/index.ts';
import type { InterfaceAddresses, TopologyInterface } from '../topology/index.ts';
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

/**
 * One data interface of a unit in single context mode: name, security level, addresses, what joins it to a bridge,
 * and turned on.
 */
export function dataLines(
  data: TopologyInterface,
  bridge: readonly BootstrapLine[] = [],
): readonly BootstrapLine[] {
  const physical = physicalOf(data.interface);
  const below =
    physical === data.interface ? [] : [line`interface ${physical}`, line`no shutdown`, line`exit`];
  return [
    ...below,
    line`interface ${data.interface}`,
    ...vlanLines(data),
    ...addressLines(data),
    ...bridge,
    line`no shutdown`,
    line`exit`,
  ];
}

/** Name, security level and addresses, within the interface; the ports of a bridge have none. */
export function addressLines(data: TopologyInterface): readonly BootstrapLine[] {
  const { nameif, active, mask, standby } = data;
  const named = [line`nameif ${nameif}`, line`security-level ${data['security-level']}`];
  if (active === undefined || mask === undefined) return named;
  return [...named, addressLine({ active, mask, ...(standby === undefined ? {} : { standby }) })];
}

/** The active and the standby address, of an interface or of a bridge. */
export function addressLine({ active, mask, standby }: InterfaceAddresses): BootstrapLine {
  return line`ip address ${active} ${mask}${standby === undefined ? '' : ` standby ${standby}`}`;
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

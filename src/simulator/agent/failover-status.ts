import { type FailoverState, type GroupId, isActive, type UnitName } from '../../pair/index.ts';
import type { ManagedTable } from '../snmp/managed-object.ts';
import { stateWords, unitWords } from '../show/state-words.ts';
import type { System } from '../system/system.ts';

/** `HardwareStatus` of CISCO-FIREWALL-MIB. */
const status = { other: 1, up: 2, down: 3, error: 4, active: 9, standby: 10 } as const;

/** `HardwareType`, as far as an appliance has rows of it: the failover link, and the two units. */
const netInterface = 4;
const unitRows: Readonly<Record<number, UnitName>> = { 6: 'primary', 7: 'secondary' };

interface Reading {
  readonly value: number;
  readonly detail: string;
}

/** `cfwHardwareStatusTable`: how the unit that answers sees its pair, as far as one failover group goes. The index can not be read. */
export function failoverStatus(system: System, group: GroupId): ManagedTable {
  const rows = [netInterface, ...Object.keys(unitRows).map(Number)];
  const reading = (row: number): Reading => {
    const unit = unitRows[row];
    return unit ? unitReading(system, unit, group) : linkReading(system);
  };
  return {
    name: 'cfwHardwareStatusTable',
    oid: '1.3.6.1.4.1.9.9.147.1.2.1.1.1',
    rows,
    columns: [
      { number: 2, name: 'cfwHardwareInformation', type: 'OctetString', read: (row) => named(system, row) },
      { number: 3, name: 'cfwHardwareStatusValue', type: 'Integer', read: (row) => reading(row).value },
      { number: 4, name: 'cfwHardwareStatusDetail', type: 'OctetString', read: (row) => reading(row).detail },
    ],
  };
}

function named(system: System, row: number): string {
  const unit = unitRows[row];
  if (!unit) return 'Failover LAN Interface';
  return `${unitWords[unit]} unit${unit === system.designation ? ' (this device)' : ''}`;
}

/** Down without failover, and where the link itself is down. */
function linkReading(system: System): Reading {
  const { on, link } = system.failover();
  if (!on || link?.hardware === undefined) return { value: status.down, detail: 'not Configured' };
  const detail = `${link.nameif} ${link.hardware}${system.spaces.multiple ? ' (system)' : ''}`;
  const [hardware = ''] = link.hardware.split('.');
  return { value: system.linkUp(hardware) ? status.up : status.down, detail };
}

function unitReading(system: System, unit: UnitName, id: GroupId): Reading {
  if (!system.failover().on) return { value: status.down, detail: 'Failover Off' };
  const group = system.process.group(id);
  return ofState(unit === system.designation ? group.state : group.mate.state);
}

function ofState(state: FailoverState): Reading {
  if (isActive(state)) return { value: status.active, detail: 'Active unit' };
  if (state === 'standby-ready') return { value: status.standby, detail: 'Standby unit' };
  if (state === 'failed') return { value: status.error, detail: 'Failed unit' };
  return { value: status.other, detail: stateWords[state] };
}

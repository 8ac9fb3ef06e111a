import { givenHostname } from '../config/hostname.ts';
import {
  type ManagedObjects,
  type ManagedScalar,
  type ManagedTable,
  timeTicks,
} from '../snmp/managed-object.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import { failoverStatus } from './failover-status.ts';
import { interfaceTables } from './interface-tables.ts';
import { productId } from './product-ids.ts';
import { snmpSettings } from '../notify/snmp-settings.ts';

/** Everything that the agent of a unit answers for, asked in one of its execution spaces. */
export function unitObjects(system: System, space: Space): ManagedObjects {
  return {
    scalars: systemScalars(system, space),
    tables: [
      ...interfaceTables(space),
      failoverStatus(system, space.group),
      connectionTable(space),
      entityTable(system),
    ],
  };
}

function systemScalars({ box, clock, startedMs, spaces }: System, space: Space): readonly ManagedScalar[] {
  const product =
    box.platform === 'asa' ? 'Cisco Adaptive Security Appliance' : 'Cisco PIX Security Appliance';
  const answers = spaces.multiple ? (space === spaces.system ? 'system' : 'context') : 'single';
  const group = '1.3.6.1.2.1.1';
  const text = (number: number, name: string, read: () => string): ManagedScalar => ({
    name,
    oid: `${group}.${number}`,
    type: 'OctetString',
    read,
  });
  return [
    text(1, 'sysDescr', () => `${product} Version ${box.firmware}`),
    { name: 'sysObjectID', oid: `${group}.2`, type: 'OID', read: () => productId(box, answers) },
    {
      name: 'sysUpTime',
      oid: `${group}.3`,
      type: 'TimeTicks',
      read: () => timeTicks(startedMs, clock.nowMs()),
    },
    text(4, 'sysContact', () => snmpSettings(space.config).contact),
    text(5, 'sysName', () => givenHostname(space.config) ?? ''),
    text(6, 'sysLocation', () => snmpSettings(space.config).location),
    { name: 'sysServices', oid: `${group}.7`, type: 'Integer', read: () => 4 },
  ];
}

const protoIp = 40;
const currentInUse = 6;
const highest = 7;

/** `cfwConnectionStatTable`, of which there are two rows: what is in use through the firewall, and what was at most. */
function connectionTable({ forwarding }: Space): ManagedTable {
  const { connections } = forwarding.tables;
  const texts: Readonly<Record<number, string>> = {
    [currentInUse]: 'number of connections currently in use by the entire firewall',
    [highest]: 'highest number of connections in use at any one time since system startup',
  };
  return {
    name: 'cfwConnectionStatTable',
    oid: '1.3.6.1.4.1.9.9.147.1.2.2.2.1',
    rows: [currentInUse, highest],
    indexOf: (row) => [protoIp, row],
    columns: [
      { number: 3, name: 'cfwConnectionStatDescription', type: 'OctetString', read: (row) => texts[row] },
      {
        number: 5,
        name: 'cfwConnectionStatValue',
        type: 'Gauge',
        read: (row) => (row === currentInUse ? connections.count : connections.most),
      },
    ],
  };
}

const chassis = 3;

function textColumn(number: number, name: string, value: string): ManagedTable['columns'][number] {
  return { number, name, type: 'OctetString', read: () => value };
}

/** `entPhysicalTable`, of which there is the chassis: by its serial number a unit is known whatever its role. */
function entityTable({ box }: System): ManagedTable {
  return {
    name: 'entPhysicalTable',
    oid: '1.3.6.1.2.1.47.1.1.1.1',
    rows: [1],
    columns: [
      textColumn(2, 'entPhysicalDescr', `${box.model} Security Appliance`),
      { number: 5, name: 'entPhysicalClass', type: 'Integer', read: () => chassis },
      textColumn(7, 'entPhysicalName', 'Chassis'),
      textColumn(10, 'entPhysicalSoftwareRev', box.firmware),
      textColumn(11, 'entPhysicalSerialNum', box.serial),
      textColumn(13, 'entPhysicalModelName', box.model),
    ],
  };
}

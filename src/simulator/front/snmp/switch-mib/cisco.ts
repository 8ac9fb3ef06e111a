/** What a Catalyst says of its ports in the MIBs of Cisco: VLANs, trunks, portfast, channels, err-disable. */
import type { SimulatedSwitch, SimulatedSwitchPort } from '../../../face/index.ts';
import { errDisableCauses } from '../../../face/index.ts';
import type { ManagedColumn, ManagedObjects, ManagedTable } from '../../../snmp/managed-object.ts';
import { bridgePortOf, portColumn } from './port-facts.ts';

const cisco = '1.3.6.1.4.1.9.9';
const staticVlan = 1;
const portStatus = { inactive: 1, active: 2, shutdown: 3 } as const;
const trunkWish = { on: 1, off: 2 } as const;
const trunkStatus = { trunking: 1, notTrunking: 2 } as const;
const fastStart = { enable: 1, disable: 2, enableForTrunk: 3, default: 4 } as const;
const truth = { yes: 1, no: 2 } as const;
const channelMode = { off: 1, on: 2 } as const;
/** A Catalyst numbers `Port-channel1` 5001. */
const firstChannel = 5000;
const highestVlan = 4094;

/** All of them. */
export function ciscoObjects(device: SimulatedSwitch): ManagedObjects {
  return {
    scalars: [
      {
        name: 'stpxFastStartGlobalDefaultMode',
        oid: `${cisco}.82.1.9.4`,
        type: 'Integer',
        read: () => fastStart.disable,
      },
    ],
    tables: [
      membershipTable(device),
      vlanTable(device),
      trunkTable(device),
      ...fastStartTables(device),
      ...channelTables(device),
      errDisableTable(device),
    ],
  };
}

function isTrunk({ mode }: SimulatedSwitchPort): boolean {
  return mode === 'trunk';
}

/** CISCO-VLAN-MEMBERSHIP-MIB; a trunk is no member of one VLAN, so it has no rows. */
function membershipTable(device: SimulatedSwitch): ManagedTable {
  const exists = (vlan: number): boolean => device.vlans.some(({ id }) => id === vlan);
  const statusOf = ({ admin, vlan }: SimulatedSwitchPort): number => {
    if (admin === 'down') return portStatus.shutdown;
    return exists(vlan) ? portStatus.active : portStatus.inactive;
  };
  return {
    name: 'vmMembershipTable',
    oid: `${cisco}.68.1.2.2.1`,
    rows: () => device.ports.filter(({ mode }) => mode === 'access').map(({ index }) => index),
    columns: [
      portColumn(device, 1, 'vmVlanType', 'Integer', () => staticVlan),
      {
        ...portColumn(device, 2, 'vmVlan', 'Integer', ({ vlan }) => vlan),
        // A port that is static is always in a VLAN, so it may not be set to none (0).
        refuses: (_row, value) => {
          if (value === 0) return 'InconsistentValue';
          return Number(value) < 0 || Number(value) > highestVlan ? 'WrongValue' : undefined;
        },
        write: (row, value) => device.setVlan(row, value),
      },
      portColumn(device, 3, 'vmPortStatus', 'Integer', statusOf),
    ],
  };
}

/** The VLANs of CISCO-VTP-MIB, all of them in management domain 1. */
function vlanTable(device: SimulatedSwitch): ManagedTable {
  const nameOf = (vlan: number): string | undefined => device.vlans.find(({ id }) => id === vlan)?.name;
  return {
    name: 'vtpVlanTable',
    oid: `${cisco}.46.1.3.1.1`,
    rows: () => device.vlans.map(({ id }) => id),
    indexOf: (vlan) => [1, vlan],
    columns: [
      { number: 2, name: 'vtpVlanState', type: 'Integer', read: () => 1 },
      { number: 3, name: 'vtpVlanType', type: 'Integer', read: () => 1 },
      { number: 4, name: 'vtpVlanName', type: 'OctetString', read: nameOf },
    ],
  };
}

function trunkTable(device: SimulatedSwitch): ManagedTable {
  return {
    name: 'vlanTrunkPortTable',
    oid: `${cisco}.46.1.6.1.1`,
    rows: device.ports.map(({ index }) => index),
    columns: [
      portColumn(device, 5, 'vlanTrunkPortNativeVlan', 'Integer', ({ vlan }) => vlan),
      portColumn(device, 13, 'vlanTrunkPortDynamicState', 'Integer', (port) =>
        isTrunk(port) ? trunkWish.on : trunkWish.off,
      ),
      portColumn(device, 14, 'vlanTrunkPortDynamicStatus', 'Integer', (port) =>
        isTrunk(port) ? trunkStatus.trunking : trunkStatus.notTrunking,
      ),
    ],
  };
}

function fastStartOf({ portfast, mode }: SimulatedSwitchPort): number {
  if (!portfast) return fastStart.disable;
  return mode === 'trunk' ? fastStart.enableForTrunk : fastStart.enable;
}

/** CISCO-STP-EXTENSIONS-MIB counts ports as BRIDGE-MIB does. Portfast on a trunk has a word of its own. */
function fastStartTables(device: SimulatedSwitch): readonly ManagedTable[] {
  const rows = device.ports.map(({ index }) => index);
  const isTrunkAt = (row: number): boolean =>
    device.ports.some((port) => port.index === row && isTrunk(port));
  const mode: ManagedColumn = {
    ...portColumn(device, 3, 'stpxFastStartPortMode', 'Integer', fastStartOf),
    allowed: Object.values(fastStart),
    write: (row, value) =>
      device.setPortfast(
        row,
        value === fastStart.enableForTrunk || (value === fastStart.enable && !isTrunkAt(row)),
      ),
  };
  const enable: ManagedColumn = {
    ...portColumn(device, 2, 'stpxFastStartPortEnable', 'Integer', ({ portfast }) =>
      portfast ? truth.yes : truth.no,
    ),
    allowed: Object.values(truth),
    write: (row, value) => device.setPortfast(row, value === truth.yes && !isTrunkAt(row)),
  };
  const inUse = (): readonly number[] =>
    device.ports.filter(({ oper }) => oper === 'up').map(({ index }) => index);
  const vlanOf = (row: number): number => device.ports.find(({ index }) => index === row)?.vlan ?? 0;
  return [
    {
      name: 'stpxFastStartPortTable',
      oid: `${cisco}.82.1.9.3.1`,
      rows,
      indexOf: (row) => [bridgePortOf(device, row)],
      columns: [enable, mode],
    },
    {
      name: 'stpxFastStartOperModeTable',
      oid: `${cisco}.82.1.9.5.1`,
      rows: inUse,
      indexOf: (row) => [vlanOf(row), bridgePortOf(device, row)],
      columns: [
        portColumn(device, 3, 'stpxFastStartOperMode', 'Integer', ({ portfast }) =>
          portfast ? fastStart.enable : fastStart.disable,
        ),
      ],
    },
  ];
}

function channelModeOf({ channel }: SimulatedSwitchPort): number {
  return channel === undefined ? channelMode.off : channelMode.on;
}

function groupOf({ channel }: SimulatedSwitchPort): number | undefined {
  return channel === undefined ? undefined : firstChannel + channel;
}

/** CISCO-PAGP-MIB, CISCO-LAG-MIB and IEEE8023-LAG-MIB. A port that is not bundled is its own group, and of no aggregator. */
function channelTables(device: SimulatedSwitch): readonly ManagedTable[] {
  const rows = device.ports.map(({ index }) => index);
  return [
    {
      name: 'pagpEthcPortTable',
      oid: `${cisco}.98.1.1.1.1`,
      rows,
      columns: [
        portColumn(device, 1, 'pagpEthcOperationMode', 'Integer', channelModeOf),
        portColumn(device, 8, 'pagpGroupIfIndex', 'Integer', (port) => groupOf(port) ?? port.index),
      ],
    },
    {
      name: 'clagAggPortTable',
      oid: `${cisco}.225.1.3.1.1`,
      rows,
      columns: [portColumn(device, 1, 'clagAggPortAdminStatus', 'Integer', channelModeOf)],
    },
    {
      name: 'dot3adAggPortTable',
      oid: '1.2.840.10006.300.43.1.2.1.1',
      rows,
      columns: [
        portColumn(device, 13, 'dot3adAggPortAttachedAggID', 'Integer', (port) => groupOf(port) ?? 0),
      ],
    },
  ];
}

/** CISCO-ERR-DISABLE-MIB; a row is there only while the port is err-disabled. VLAN 0 is the whole port. */
function errDisableTable(device: SimulatedSwitch): ManagedTable {
  return {
    name: 'cErrDisableIfStatusTable',
    oid: `${cisco}.548.1.3.1.1`,
    rows: () => device.ports.filter(({ errDisabled }) => errDisabled !== undefined).map(({ index }) => index),
    indexOf: (row) => [row, 0],
    columns: [
      portColumn(device, 2, 'cErrDisableIfStatusCause', 'Integer', ({ errDisabled }) =>
        errDisabled === undefined ? undefined : errDisableCauses[errDisabled],
      ),
    ],
  };
}

/** BRIDGE-MIB (RFC 4188) and Q-BRIDGE-MIB (RFC 4363) of a switch. */
import type { SimulatedSwitch, SimulatedSwitchPort } from '../../../face/index.ts';
import type {
  ManagedColumn,
  ManagedObjects,
  ManagedScalar,
  ManagedTable,
} from '../../../snmp/managed-object.ts';
import { addressBytes, bridgePortOf, hardwareAddress, portColumn, portOf } from './port-facts.ts';

const bridge = '1.3.6.1.2.1.17';
const vlanBridge = `${bridge}.7.1`;
const portState = { disabled: 1, blocking: 2, listening: 3, learning: 4, forwarding: 5 } as const;
/** `dot1dTpFdbStatus` and `dot1qTpFdbStatus`. */
const learned = 3;
const frameTypes = { all: 1, taggedOnly: 2 } as const;

/** Which ports and addresses a question is about: on a Catalyst the bridge of one VLAN, or of all. */
type Of = (vlan: number) => boolean;

/** The bridge of all VLANs, or of those that `of` lets through. */
export function bridgeObjects(device: SimulatedSwitch, of: Of = () => true): ManagedObjects {
  return {
    scalars: bridgeScalars(device),
    tables: [portTable(device, of), spanningTreeTable(device, of), addressTable(device, of)],
  };
}

function bridgeScalars(device: SimulatedSwitch): readonly ManagedScalar[] {
  const integer = (oid: string, name: string, read: () => number): ManagedScalar => ({
    name,
    oid: `${bridge}.${oid}`,
    type: 'Integer',
    read,
  });
  const delay = (): number => Math.round(device.forwardDelayMs / 10);
  return [
    {
      name: 'dot1dBaseBridgeAddress',
      oid: `${bridge}.1.1`,
      type: 'OctetString',
      read: () => hardwareAddress(0),
    },
    integer('1.2', 'dot1dBaseNumPorts', () => device.ports.length),
    // Transparent bridging only, and the spanning tree of IEEE 802.1D.
    integer('1.3', 'dot1dBaseType', () => 2),
    integer('2.1', 'dot1dStpProtocolSpecification', () => 3),
    integer('2.11', 'dot1dStpForwardDelay', delay),
    integer('2.14', 'dot1dStpBridgeForwardDelay', delay),
    integer('4.2', 'dot1dTpAgingTime', () => 300),
  ];
}

function portTable(device: SimulatedSwitch, of: Of): ManagedTable {
  return byBridgePort(device, of, 'dot1dBasePortTable', `${bridge}.1.4.1`, [
    portColumn(device, 1, 'dot1dBasePort', 'Integer', ({ index }) => bridgePortOf(device, index)),
    portColumn(device, 2, 'dot1dBasePortIfIndex', 'Integer', ({ index }) => index),
  ]);
}

function spanningTreeTable(device: SimulatedSwitch, of: Of): ManagedTable {
  return byBridgePort(device, of, 'dot1dStpPortTable', `${bridge}.2.15.1`, [
    portColumn(device, 1, 'dot1dStpPort', 'Integer', ({ index }) => bridgePortOf(device, index)),
    portColumn(device, 2, 'dot1dStpPortPriority', 'Integer', () => 128),
    portColumn(device, 3, 'dot1dStpPortState', 'Integer', (port) => portState[port.spanningTree]),
    portColumn(device, 4, 'dot1dStpPortEnable', 'Integer', ({ admin }) => (admin === 'up' ? 1 : 2)),
    portColumn(device, 10, 'dot1dStpPortForwardTransitions', 'Counter', (port) => port.toForwarding),
  ]);
}

function addressTable(device: SimulatedSwitch, of: Of): ManagedTable {
  const known = () => device.addresses.filter(({ vlan }) => of(vlan));
  const one = (row: number) => known()[row];
  return {
    name: 'dot1dTpFdbTable',
    oid: `${bridge}.4.3.1`,
    // One row an address, even if it was heard in several VLANs.
    rows: () =>
      known().flatMap(({ mac }, row) => (known().findIndex((two) => two.mac === mac) === row ? [row] : [])),
    indexOf: (row) => addressBytes(one(row)?.mac ?? ''),
    columns: [
      {
        number: 1,
        name: 'dot1dTpFdbAddress',
        type: 'OctetString',
        read: (row) => Buffer.from(addressBytes(one(row)?.mac ?? '')),
      },
      {
        number: 2,
        name: 'dot1dTpFdbPort',
        type: 'Integer',
        read: (row) => bridgePortOf(device, one(row)?.port ?? 0),
      },
      { number: 3, name: 'dot1dTpFdbStatus', type: 'Integer', read: () => learned },
    ],
  };
}

/** VLANs, and which ports are in them. */
export function vlanBridgeObjects(device: SimulatedSwitch): ManagedObjects {
  return {
    scalars: [
      { name: 'dot1qVlanVersionNumber', oid: `${vlanBridge}.1.1`, type: 'Integer', read: () => 1 },
      { name: 'dot1qMaxVlanId', oid: `${vlanBridge}.1.2`, type: 'Integer', read: () => 4094 },
      { name: 'dot1qNumVlans', oid: `${vlanBridge}.1.4`, type: 'Gauge', read: () => device.vlans.length },
    ],
    tables: [vlanAddressTable(device), ...vlanTables(device), portVlanTable(device)],
  };
}

function vlanAddressTable(device: SimulatedSwitch): ManagedTable {
  return {
    name: 'dot1qTpFdbTable',
    oid: `${vlanBridge}.2.2.1`,
    rows: () => [...device.addresses.keys()],
    indexOf: (row) => [device.addresses[row]?.vlan ?? 0, ...addressBytes(device.addresses[row]?.mac ?? '')],
    columns: [
      {
        number: 2,
        name: 'dot1qTpFdbPort',
        type: 'Integer',
        read: (row) => bridgePortOf(device, device.addresses[row]?.port ?? 0),
      },
      { number: 3, name: 'dot1qTpFdbStatus', type: 'Integer', read: () => learned },
    ],
  };
}

/** Ports that let frames of a VLAN out, untagged. Tags are of the cable that they came by, and no VLAN of the switch. */
function memberOf(vlan: number): (port: SimulatedSwitchPort) => boolean {
  return (port) => port.vlan === vlan;
}

function vlanTables(device: SimulatedSwitch): readonly ManagedTable[] {
  const rows = (): readonly number[] => device.vlans.map(({ id }) => id);
  const ports = (number: number, name: string): ManagedColumn => ({
    number,
    name,
    type: 'OctetString',
    read: (vlan) => portList(device, memberOf(vlan)),
  });
  return [
    {
      name: 'dot1qVlanCurrentTable',
      oid: `${vlanBridge}.4.2.1`,
      rows,
      // The time filter of RFC 2021; 0 asks for everything.
      indexOf: (vlan) => [0, vlan],
      columns: [
        { number: 3, name: 'dot1qVlanFdbId', type: 'Gauge', read: (vlan) => vlan },
        ports(4, 'dot1qVlanCurrentEgressPorts'),
        ports(5, 'dot1qVlanCurrentUntaggedPorts'),
        { number: 6, name: 'dot1qVlanStatus', type: 'Integer', read: () => 2 },
      ],
    },
    {
      name: 'dot1qVlanStaticTable',
      oid: `${vlanBridge}.4.3.1`,
      rows,
      columns: [
        {
          number: 1,
          name: 'dot1qVlanStaticName',
          type: 'OctetString',
          read: (vlan) => device.vlans.find(({ id }) => id === vlan)?.name,
        },
        ports(2, 'dot1qVlanStaticEgressPorts'),
        ports(4, 'dot1qVlanStaticUntaggedPorts'),
        { number: 5, name: 'dot1qVlanStaticRowStatus', type: 'Integer', read: () => 1 },
      ],
    },
  ];
}

function portVlanTable(device: SimulatedSwitch): ManagedTable {
  return byBridgePort(device, () => true, 'dot1qPortVlanTable', `${vlanBridge}.4.5.1`, [
    {
      ...portColumn(device, 1, 'dot1qPvid', 'Gauge', ({ vlan }) => vlan),
      refuses: (_row, value) =>
        device.vlans.some(({ id }) => id === value) ? undefined : 'InconsistentValue',
      write: (row, value) => device.setVlan(row, value),
    },
    portColumn(device, 2, 'dot1qPortAcceptableFrameTypes', 'Integer', () => frameTypes.all),
  ]);
}

/** A table whose index is the number of the port in BRIDGE-MIB; its rows are ifIndexes all the same. */
function byBridgePort(
  device: SimulatedSwitch,
  of: Of,
  name: string,
  oid: string,
  columns: readonly ManagedColumn[],
): ManagedTable {
  return {
    name,
    oid,
    rows: () => device.ports.filter(({ vlan }) => of(vlan)).map(({ index }) => index),
    indexOf: (row) => [bridgePortOf(device, portOf(device, row).index)],
    columns,
  };
}

/** `PortList` of Q-BRIDGE-MIB: one bit a port, the first port in the highest bit of the first byte. */
function portList(device: SimulatedSwitch, isIn: (port: SimulatedSwitchPort) => boolean): Buffer {
  const bytes = Buffer.alloc(Math.ceil(device.ports.length / 8));
  for (const [at, port] of device.ports.entries()) {
    const byte = Math.floor(at / 8);
    if (isIn(port)) bytes[byte] = (bytes[byte] ?? 0) | (0x80 >> (at % 8));
  }
  return bytes;
}

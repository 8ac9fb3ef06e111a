/** IF-MIB (RFC 2863) of a switch, and what Cisco's older MIB adds to it. */
import type { SimulatedSwitch, SimulatedSwitchPort } from '../../../face/index.ts';
import type { LinkTraps } from '../link-traps.ts';
import { timeTicks, type ManagedColumn, type ManagedTable } from '../../../snmp/managed-object.ts';
import { hardwareAddress, megabits, portColumn, shortName } from './port-facts.ts';

/** Up and down, as IF-MIB counts them. */
const status = { up: 1, down: 2 } as const;
/** `TruthValue` of SNMPv2-TC. */
const truth = { yes: 1, no: 2 } as const;
const trapEnable = { enabled: 1, disabled: 2 } as const;
const ethernet = 6;
/** `DisplayString (SIZE(0..64))`. */
const longestAlias = 64;

type Count = (port: SimulatedSwitchPort) => number;

/** `ifTable`, `ifXTable` and the columns of `locIfTable` that tell why a link went and how often it did. */
export function interfaceTables(device: SimulatedSwitch, traps: LinkTraps): readonly ManagedTable[] {
  const rows = device.ports.map(({ index }) => index);
  return [
    { name: 'ifTable', oid: '1.3.6.1.2.1.2.2.1', rows, columns: ifColumns(device) },
    { name: 'ifXTable', oid: '1.3.6.1.2.1.31.1.1.1', rows, columns: ifXColumns(device, traps) },
    {
      name: 'locIfTable',
      oid: '1.3.6.1.4.1.9.2.2.1.1',
      rows,
      columns: [
        portColumn(device, 20, 'locIfReason', 'OctetString', reasonOf),
        portColumn(device, 21, 'locIfCarTrans', 'Integer', ({ linkChanges }) => linkChanges),
      ],
    },
  ];
}

function ifColumns(device: SimulatedSwitch): readonly ManagedColumn[] {
  const of = portColumn.bind(undefined, device);
  const counter = (number: number, name: string, count: Count): ManagedColumn =>
    of(number, name, 'Counter', (port) => count(port) % 2 ** 32);
  return [
    of(1, 'ifIndex', 'Integer', ({ index }) => index),
    of(2, 'ifDescr', 'OctetString', ({ name }) => name),
    of(3, 'ifType', 'Integer', () => ethernet),
    of(4, 'ifMtu', 'Integer', () => 1500),
    of(5, 'ifSpeed', 'Gauge', (port) => Math.min(megabits(port) * 1e6, 2 ** 32 - 1)),
    of(6, 'ifPhysAddress', 'OctetString', ({ index }) => hardwareAddress(index)),
    {
      ...of(7, 'ifAdminStatus', 'Integer', ({ admin }) => status[admin]),
      allowed: Object.values(status),
      write: (row, value) => device.setAdmin(row, value === status.up ? 'up' : 'down'),
    },
    of(8, 'ifOperStatus', 'Integer', ({ oper }) => status[oper]),
    of(9, 'ifLastChange', 'TimeTicks', ({ lastChangeMs }) => timeTicks(device.startedMs, lastChangeMs)),
    counter(10, 'ifInOctets', ({ received }) => received.octets),
    counter(11, 'ifInUcastPkts', ({ received }) => received.unicast),
    counter(12, 'ifInNUcastPkts', ({ received }) => received.multicast + received.broadcast),
    counter(13, 'ifInDiscards', ({ received }) => received.discards),
    counter(14, 'ifInErrors', ({ damaged }) => damaged),
    counter(16, 'ifOutOctets', ({ sent }) => sent.octets),
    counter(17, 'ifOutUcastPkts', ({ sent }) => sent.unicast),
    counter(18, 'ifOutNUcastPkts', ({ sent }) => sent.multicast + sent.broadcast),
    counter(19, 'ifOutDiscards', ({ sent }) => sent.discards),
  ];
}

function ifXColumns(device: SimulatedSwitch, traps: LinkTraps): readonly ManagedColumn[] {
  const of = portColumn.bind(undefined, device);
  const narrow = (number: number, name: string, count: Count): ManagedColumn =>
    of(number, name, 'Counter', (port) => count(port) % 2 ** 32);
  const wide = (number: number, name: string, count: Count): ManagedColumn =>
    of(number, name, 'Counter64', count);
  return [
    of(1, 'ifName', 'OctetString', ({ name }) => shortName(name)),
    narrow(2, 'ifInMulticastPkts', ({ received }) => received.multicast),
    narrow(3, 'ifInBroadcastPkts', ({ received }) => received.broadcast),
    narrow(4, 'ifOutMulticastPkts', ({ sent }) => sent.multicast),
    narrow(5, 'ifOutBroadcastPkts', ({ sent }) => sent.broadcast),
    wide(6, 'ifHCInOctets', ({ received }) => received.octets),
    wide(7, 'ifHCInUcastPkts', ({ received }) => received.unicast),
    wide(8, 'ifHCInMulticastPkts', ({ received }) => received.multicast),
    wide(9, 'ifHCInBroadcastPkts', ({ received }) => received.broadcast),
    wide(10, 'ifHCOutOctets', ({ sent }) => sent.octets),
    wide(11, 'ifHCOutUcastPkts', ({ sent }) => sent.unicast),
    wide(12, 'ifHCOutMulticastPkts', ({ sent }) => sent.multicast),
    wide(13, 'ifHCOutBroadcastPkts', ({ sent }) => sent.broadcast),
    {
      ...of(14, 'ifLinkUpDownTrapEnable', 'Integer', ({ index }) =>
        traps.tells(index) ? trapEnable.enabled : trapEnable.disabled,
      ),
      allowed: Object.values(trapEnable),
      write: (row, value) => traps.setTells(row, value === trapEnable.enabled),
    },
    of(15, 'ifHighSpeed', 'Gauge', megabits),
    of(16, 'ifPromiscuousMode', 'Integer', () => truth.no),
    of(17, 'ifConnectorPresent', 'Integer', () => truth.yes),
    {
      ...of(18, 'ifAlias', 'OctetString', ({ alias }) => alias),
      refuses: (_row, value) => (String(value).length > longestAlias ? 'WrongLength' : undefined),
      writeBytes: (row, value) => device.setAlias(row, value.toString('utf8')),
    },
    of(19, 'ifCounterDiscontinuityTime', 'TimeTicks', () => 0),
  ];
}

/** In the words of IOS, as its traps carry them. */
function reasonOf({ admin, oper, errDisabled }: SimulatedSwitchPort): string {
  if (admin === 'down') return 'administratively down';
  if (errDisabled !== undefined) return 'err-disabled';
  return oper;
}

import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { ManagedColumn, ManagedTable } from '../snmp/managed-object.ts';
import type { Counters } from '../box/counters.ts';
import type { Space } from '../system/space.ts';
import { namedInterfaces } from '../notify/interface-index.ts';

const ethernetCsmacd = 6;
const gigabit = 1_000_000_000;
const mtu = 1500;

/** IF-MIB and the addresses of IP-MIB: the interfaces that have a name, numbered as they stand in the configuration. */
export function interfaceTables(space: Space): readonly ManagedTable[] {
  const named = (): readonly InterfaceSettings[] => namedInterfaces(space.interfaces());
  const rows = (): readonly number[] => named().map((_, at) => at + 1);
  const cell =
    <Value>(read: (one: InterfaceSettings) => Value) =>
    (row: number): Value | undefined => {
      const one = named()[row - 1];
      return one && read(one);
    };
  const addressed = (): readonly number[] =>
    rows().filter((row) => cell((one) => space.addressOf(one))(row) !== '0.0.0.0');
  return [
    { name: 'ifTable', oid: '1.3.6.1.2.1.2.2.1', rows, columns: interfaceColumns(space, cell) },
    {
      name: 'ifXTable',
      oid: '1.3.6.1.2.1.31.1.1.1',
      rows,
      columns: [
        { number: 1, name: 'ifName', type: 'OctetString', read: cell((one) => described(space, one)) },
      ],
    },
    {
      name: 'ipAddrTable',
      oid: '1.3.6.1.2.1.4.20.1',
      rows: addressed,
      indexOf: (row) => (cell((one) => space.addressOf(one))(row) ?? '0.0.0.0').split('.').map(Number),
      columns: [
        { number: 1, name: 'ipAdEntAddr', type: 'IpAddress', read: cell((one) => space.addressOf(one)) },
        { number: 2, name: 'ipAdEntIfIndex', type: 'Integer', read: (row) => row },
        { number: 3, name: 'ipAdEntNetMask', type: 'IpAddress', read: cell((one) => one.mask) },
      ],
    },
  ];
}

type Cell = <Value>(read: (one: InterfaceSettings) => Value) => (row: number) => Value | undefined;

function interfaceColumns(space: Space, cell: Cell): readonly ManagedColumn[] {
  const counted = (number: number, name: string, read: (counters: Counters) => number): ManagedColumn => ({
    number,
    name,
    type: 'Counter',
    read: cell(({ hardware }) => {
      const counters = space.unit.cards.counters(hardware);
      return counters ? read(counters) % 2 ** 32 : undefined;
    }),
  });
  const state = (one: InterfaceSettings, linkCounts: boolean): number =>
    !one.shutdown && (!linkCounts || space.unit.cards.linkUp(one.hardware)) ? 1 : 2;
  return [
    { number: 1, name: 'ifIndex', type: 'Integer', read: (row) => row },
    { number: 2, name: 'ifDescr', type: 'OctetString', read: cell((one) => described(space, one)) },
    { number: 3, name: 'ifType', type: 'Integer', read: () => ethernetCsmacd },
    { number: 4, name: 'ifMtu', type: 'Integer', read: () => mtu },
    { number: 5, name: 'ifSpeed', type: 'Gauge', read: () => gigabit },
    {
      number: 6,
      name: 'ifPhysAddress',
      type: 'OctetString',
      read: cell((one) => macBytes(space.macOf(one))),
    },
    { number: 7, name: 'ifAdminStatus', type: 'Integer', read: cell((one) => state(one, false)) },
    { number: 8, name: 'ifOperStatus', type: 'Integer', read: cell((one) => state(one, true)) },
    counted(10, 'ifInOctets', ({ bytesIn }) => bytesIn),
    counted(11, 'ifInUcastPkts', ({ packetsIn, broadcastsIn }) => packetsIn - broadcastsIn),
    counted(16, 'ifOutOctets', ({ bytesOut }) => bytesOut),
    counted(17, 'ifOutUcastPkts', ({ packetsOut }) => packetsOut),
  ];
}

/** `Adaptive Security Appliance 'outside' interface`. */
function described(space: Space, { nameif = '' }: InterfaceSettings): string {
  const what = space.unit.box.platform === 'asa' ? 'Adaptive Security Appliance' : 'PIX Firewall';
  return `${what} '${nameif}' interface`;
}

function macBytes(mac: string): Buffer {
  return Buffer.from(mac.replaceAll('.', ''), 'hex');
}

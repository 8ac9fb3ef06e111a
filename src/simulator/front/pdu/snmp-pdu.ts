import type { Clock } from '../../../clock.ts';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { SimulatedPdu } from '../../face/index.ts';
import type { Front } from '../door/front.ts';
import type {
  ManagedColumn,
  ManagedObjects,
  ManagedScalar,
  ManagedTable,
} from '../../snmp/managed-object.ts';
import { type AgentManner, serveSnmpAgent } from '../snmp/snmp-agent.ts';
import { systemGroup } from '../snmp/system-group.ts';
import { OutletOrders } from './outlet-orders.ts';
import { viewOutlet } from './outlet-view.ts';
import type { OutletColumn, OutletTable, PduScalar, SnmpPduFamily } from './pdu-family.ts';

/** The longest delay that may be written, in seconds. */
const longestDelayS = 99_999;

/** The row of a table that stands for all outlets at once. */
const forAll = 0;

/**
 * The SNMP agent of a simulated PDU. A SET is acknowledged at once and the relay follows later, as it does on iron.
 * Throws `BenchError` if it cannot listen.
 */
export async function serveSnmpPdu(
  device: SimulatedPdu,
  family: SnmpPduFamily,
  access: SnmpAccess,
  secrets: Secrets,
  clock: Clock,
): Promise<Front> {
  const { agent } = device;
  const orders = new OutletOrders(device, clock, family.delays);
  const manner: AgentManner = {
    hear: (take) => agent.hear(take),
    mayWrite: () => !agent.readOnly && !(family.hasOneUser && agent.inUse),
    answersCommands: agent.answersCommands,
  };
  try {
    const objects = objectsOf(device, family, orders, clock);
    const front = await serveSnmpAgent(`PDU ${device.name}`, access, secrets, objects, manner);
    const close = async (): Promise<void> => {
      orders.close();
      await front.close();
    };
    return { endpoint: front.endpoint, close };
  } catch (error) {
    orders.close();
    throw error;
  }
}

function objectsOf(
  device: SimulatedPdu,
  family: SnmpPduFamily,
  orders: OutletOrders,
  clock: Clock,
): ManagedObjects {
  const { description, objectId, tables, scalars = [] } = family;
  return {
    scalars: [
      ...systemGroup(device, description, objectId, clock),
      ...scalars.map((scalar) => managedScalar(device, orders, scalar)),
    ],
    tables: tables.map((table) => managedTable(device, orders, table)),
  };
}

function managedScalar(device: SimulatedPdu, orders: OutletOrders, scalar: PduScalar): ManagedScalar {
  const { name, oid, takes } = scalar;
  const read = (): number | string =>
    scalar.reads(device.outlets.map(({ number }) => viewOutlet(device, orders, number)));
  const managed = { name, oid, type: typeOf(read()), read };
  if (!takes) return managed;
  const write = (_row: number, value: number): void => {
    const order = takes[value] ?? 'nothing';
    if (order === 'commit') orders.commit();
    else for (const { number } of device.outlets) orders.give(number, order);
  };
  return { ...managed, allowed: Object.keys(takes).map(Number), write };
}

function managedTable(device: SimulatedPdu, orders: OutletOrders, table: OutletTable): ManagedTable {
  const { name, oid, index, hasRowForAll } = table;
  const columns = table.columns.map((column) => managedColumn(device, orders, column));
  const numbers = device.outlets.map(({ number }) => number);
  const rows = hasRowForAll ? [forAll, ...numbers] : numbers;
  return { name, oid, rows, columns, ...(index ? { indexOf: index } : {}) };
}

function managedColumn(device: SimulatedPdu, orders: OutletOrders, column: OutletColumn): ManagedColumn {
  const { number, name, takes, takesSecondsUntil } = column;
  const read = (row: number): number | string =>
    row === forAll ? 0 : column.reads(viewOutlet(device, orders, row));
  const managed = { number, name, type: typeOf(read(device.outlets[0]?.number ?? forAll)), read };
  const told = (row: number): readonly number[] =>
    row === forAll ? device.outlets.map((outlet) => outlet.number) : [row];
  if (takes)
    return {
      ...managed,
      allowed: Object.keys(takes).map(Number),
      write: (row, value) => told(row).forEach((outlet) => orders.give(outlet, takes[value] ?? 'nothing')),
    };
  if (takesSecondsUntil)
    return {
      ...managed,
      refuses: (_row, value) =>
        Number(value) < -1 || Number(value) > longestDelayS ? 'WrongValue' : undefined,
      write: (row, value) => {
        if (value < 0) orders.give(row, 'cancel');
        else orders.give(row, takesSecondsUntil, value);
      },
    };
  return managed;
}

function typeOf(value: number | string): 'Integer' | 'OctetString' {
  return typeof value === 'number' ? 'Integer' : 'OctetString';
}

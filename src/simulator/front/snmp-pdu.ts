import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Secrets, SnmpAccess } from '../../topology/index.ts';
import type { SimulatedOutlet, SimulatedPdu } from '../bench.ts';
import type { Front } from './front.ts';
import type { ManagedColumn, ManagedTable } from './managed-object.ts';
import { OutletOrders, outletCommand, outletDelaySeconds } from './outlet-orders.ts';
import { serveSnmpAgent } from './snmp-agent.ts';
import { systemGroup } from './system-group.ts';

/** `rPDU2OutletSwitched` of PowerNet-MIB. */
const switched = '1.3.6.1.4.1.318.1.1.26.9.2';

/** As the status table counts them: the other way round from the commands. */
const outletState = { off: 1, on: 2 } as const;
const commandPending = { pending: 1, none: 2 } as const;

/**
 * The SNMP agent of a simulated APC rPDU2 (AP8xxx). A SET is acknowledged at once and the relay follows later, as
 * it does on iron. Throws `BenchError` if it cannot listen.
 */
export async function serveSnmpPdu(
  device: SimulatedPdu,
  access: SnmpAccess,
  secrets: Secrets,
  clock: Clock,
): Promise<Front> {
  const orders = new OutletOrders(device, clock);
  const rows = device.outlets.map((outlet) => outlet.number);
  const front = await serveSnmpAgent(`PDU ${device.name}`, access, secrets, {
    scalars: systemGroup(device, 'Simulated APC rPDU2, switched outlets', '1.3.6.1.4.1.318.1.3.4.6', clock),
    tables: [
      configTable(device, rows),
      statusTable(device, rows, orders),
      controlTable(device, rows, orders),
    ],
  });
  const close = async (): Promise<void> => {
    orders.close();
    await front.close();
  };
  return { endpoint: front.endpoint, close };
}

function configTable(device: SimulatedPdu, rows: readonly number[]): ManagedTable {
  const columns: readonly ManagedColumn[] = [
    ...nameColumns('rPDU2OutletSwitchedConfig', device),
    column(5, 'rPDU2OutletSwitchedConfigPowerOnTime', () => outletDelaySeconds.powerOn),
    column(6, 'rPDU2OutletSwitchedConfigPowerOffTime', () => outletDelaySeconds.powerOff),
    column(7, 'rPDU2OutletSwitchedConfigRebootDuration', () => outletDelaySeconds.reboot),
  ];
  return { name: 'rPDU2OutletSwitchedConfigTable', oid: `${switched}.1.1`, rows, columns };
}

function statusTable(device: SimulatedPdu, rows: readonly number[], orders: OutletOrders): ManagedTable {
  const columns: readonly ManagedColumn[] = [
    ...nameColumns('rPDU2OutletSwitchedStatus', device),
    column(5, 'rPDU2OutletSwitchedStatusState', (row) => outletState[outletOf(device, row).power]),
    column(6, 'rPDU2OutletSwitchedStatusCommandPending', (row) =>
      outletOf(device, row).pending || orders.pending(row) ? commandPending.pending : commandPending.none,
    ),
  ];
  return { name: 'rPDU2OutletSwitchedStatusTable', oid: `${switched}.3.1`, rows, columns };
}

function controlTable(device: SimulatedPdu, rows: readonly number[], orders: OutletOrders): ManagedTable {
  const command: ManagedColumn = {
    ...column(5, 'rPDU2OutletSwitchedControlCommand', (row) =>
      outletOf(device, row).power === 'on' ? outletCommand.immediateOn : outletCommand.immediateOff,
    ),
    allowed: Object.values(outletCommand),
    write: (row, value) => orders.give(row, value),
  };
  const columns = [...nameColumns('rPDU2OutletSwitchedControl', device), command];
  return { name: 'rPDU2OutletSwitchedControlTable', oid: `${switched}.4.1`, rows, columns };
}

/** The four columns that all three tables begin with; this PDU is alone, so it is module 1. */
function nameColumns(table: string, device: SimulatedPdu): readonly ManagedColumn[] {
  return [
    column(1, `${table}Index`, (row) => row),
    column(2, `${table}Module`, () => 1),
    { number: 3, name: `${table}Name`, type: 'OctetString', read: (row) => outletOf(device, row).name },
    column(4, `${table}Number`, (row) => outletOf(device, row).number),
  ];
}

function column(number: number, name: string, read: (row: number) => number): ManagedColumn {
  return { number, name, type: 'Integer', read };
}

function outletOf(device: SimulatedPdu, number: number): SimulatedOutlet {
  const outlet = device.outlets.find((candidate) => candidate.number === number);
  if (!outlet) throw new BenchError(`PDU ${device.name}`, `has no outlet ${number} any more`);
  return outlet;
}

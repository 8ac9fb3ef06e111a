/** Managed objects put into the library's tree, and read anew at every request. */
import type { ManagedColumn, ManagedObjects, ManagedScalar, ManagedTable } from './managed-object.ts';
import { netSnmp, type MibColumn, type MibRequest, type SnmpAgent, type SnmpValue } from './net-snmp.ts';

/** One instance: a scalar, or a column of a row. */
interface Cell {
  read(): SnmpValue;
  write?(value: number): void;
}

const { ErrorStatus, MaxAccess, MibProviderType, ObjectType } = netSnmp;

/** Registers the objects with the agent. A row that does not exist is `noCreation` to a SET, as RFC 3416 has it. */
export function registerObjects(agent: SnmpAgent, { scalars, tables }: ManagedObjects): void {
  const cells = new Map<string, Cell>();
  const answer = (request: MibRequest): void => answerFrom(cells.get(request.oid), request);
  for (const scalar of scalars) addScalar(agent, scalar, cells, answer);
  for (const table of tables) addTable(agent, table, cells, answer);
  agent.setBulkSetHandler((requests, _mib, testing) => {
    for (const request of requests)
      if (testing && !cells.has(request.oid))
        request.handler = (missing) => refuse(missing, ErrorStatus.NoCreation);
  });
}

type Answer = (request: MibRequest) => void;

function addScalar(agent: SnmpAgent, scalar: ManagedScalar, cells: Map<string, Cell>, handler: Answer): void {
  cells.set(`${scalar.oid}.0`, { read: () => scalar.read() });
  agent.registerProvider({
    name: scalar.name,
    type: MibProviderType.Scalar,
    oid: scalar.oid,
    scalarType: ObjectType[scalar.type],
    maxAccess: MaxAccess['read-only'],
    handler,
  });
  agent.getMib().setScalarValue(scalar.name, scalar.read());
}

function addTable(agent: SnmpAgent, table: ManagedTable, cells: Map<string, Cell>, handler: Answer): void {
  agent.registerProvider({
    name: table.name,
    type: MibProviderType.Table,
    oid: table.oid,
    tableColumns: table.columns.map(mibColumn),
    ...(table.augments === undefined
      ? { tableIndex: [{ columnNumber: table.columns[0]?.number ?? 1 }] }
      : { tableAugments: table.augments }),
    handler,
  });
  for (const row of table.rows) {
    const values = table.columns.map((column) => column.read(row));
    // The library wants the index of another table in front of the columns of this one.
    agent.getMib().addTableRow(table.name, table.augments === undefined ? values : [row, ...values]);
    for (const column of table.columns)
      cells.set(`${table.oid}.${column.number}.${row}`, {
        read: () => column.read(row),
        ...(column.write ? { write: (value: number) => column.write?.(row, value) } : {}),
      });
  }
}

function mibColumn(column: ManagedColumn): MibColumn {
  return {
    number: column.number,
    name: column.name,
    type: ObjectType[column.type],
    maxAccess: MaxAccess[column.write ? 'read-write' : 'read-only'],
    ...(column.allowed
      ? { constraints: { ranges: column.allowed.map((value) => ({ min: value, max: value })) } }
      : {}),
  };
}

/** The library calls twice for a SET, to test and to commit; only the second time may anything happen. */
function answerFrom(cell: Cell | undefined, request: MibRequest): void {
  try {
    if (request.commitSet) cell?.write?.(Number(request.setValue));
    else if (!request.testSet && cell && request.instanceNode) request.instanceNode.value = cell.read();
  } catch {
    // What the simulated device could not do, its agent says so in the words of SNMP.
    return refuse(request, request.commitSet ? ErrorStatus.CommitFailed : ErrorStatus.GeneralError);
  }
  request.done();
}

function refuse(request: MibRequest, errorStatus: number): void {
  request.done({ errorStatus, type: ObjectType.Null, value: null });
}

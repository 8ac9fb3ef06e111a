/**
 * SNMP agents as peers in tests: one of npm's net-snmp in this process, whose tables a test writes down, and
 * Debian's snmpd.
 */
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'mocha';
import { needsProgram } from '../peer.test-support.ts';

/** A column of a table: the number below the entry, what it holds, and whether it may be set. */
interface ServedColumn {
  readonly number: number;
  readonly type: 'Integer' | 'OctetString' | 'TimeTicks' | 'OID' | 'Counter64';
  readonly writable?: boolean;
}

/** A table: the OID of its entry, its columns, and its rows by index. */
export interface ServedTable {
  readonly entry: string;
  readonly columns: readonly ServedColumn[];
  readonly rows: readonly ServedRow[];
}

/** One row; values in the order of the columns. */
export interface ServedRow {
  readonly index: readonly number[];
  readonly values: readonly (number | string | Buffer)[];
}

/** A scalar; `.0` is added to its OID. */
export interface ServedScalar {
  readonly oid: string;
  readonly type: ServedColumn['type'];
  readonly value: number | string;
}

export const readOnly = 'may-read';
export const readWrite = 'may-write';
export const agentUser = { name: 'lab', authPassword: 'auth-password', privPassword: 'priv-password' };

interface SetRequest {
  readonly oid: string;
  readonly operation: number;
  readonly commitSet?: boolean;
  readonly setValue: number;
  done(error?: { errorStatus: number }): void;
}

interface Mib {
  registerProvider(provider: object): void;
  setScalarValue(name: string, value: unknown): void;
  addTableRow(name: string, row: readonly unknown[]): void;
  deleteTableRow(name: string, index: readonly number[]): void;
  setTableSingleCell(name: string, column: number, index: readonly number[], value: unknown): void;
  getTableSingleCell(name: string, column: number, index: readonly number[]): unknown;
}

interface PackageAgent {
  getMib(): Mib;
  getAuthorizer(): {
    addCommunity(name: string): void;
    addUser(user: object): void;
    getAccessControlModel(): {
      setCommunityAccess(name: string, level: number): void;
      setUserAccess(name: string, level: number): void;
    };
  };
  readonly listener: {
    readonly sockets: Readonly<
      Record<string, { address(): { port: number }; once(event: string, then: () => void): void }>
    >;
  };
  close(then: () => void): void;
}

interface AgentPackage {
  createAgent(options: object, then: (error: Error | null) => void): PackageAgent;
  readonly AccessControlModelType: { readonly Simple: number };
  readonly AccessLevel: { readonly ReadOnly: number; readonly ReadWrite: number };
  readonly MibProviderType: { readonly Scalar: number; readonly Table: number };
  readonly MaxAccess: Readonly<Record<string, number>>;
  readonly ObjectType: Readonly<Record<ServedColumn['type'], number>>;
  readonly PduType: { readonly SetRequest: number };
  readonly SecurityLevel: { readonly authPriv: number };
  readonly AuthProtocols: { readonly sha: number };
  readonly PrivProtocols: { readonly aes: number };
}

const snmp: AgentPackage = createRequire(import.meta.url)('net-snmp');

/** Index columns are no part of what a test writes down; they are numbered where no table has columns. */
const firstIndexColumn = 9000;

/** An agent in this process. Tables are named by the OID of their entry. */
export class ServedAgent {
  readonly errors: Error[] = [];
  /** Called when a SET is accepted, before its value is stored. */
  onSet: (oid: string, value: number) => void = () => undefined;
  /** When given, SETs are refused with this error status. */
  refuseWith: number | undefined;
  /** How often each OID was read. */
  readonly reads: string[] = [];
  readonly #agent: PackageAgent;
  readonly #indexColumns = new Map<string, number[]>();

  private constructor(port: number | undefined) {
    // The package takes the number 0 for «the usual port», and the text for an ephemeral one.
    const options = {
      port: port ?? '0',
      address: '127.0.0.1',
      accessControlModelType: snmp.AccessControlModelType.Simple,
    };
    this.#agent = snmp.createAgent(options, (error) => error && this.errors.push(error));
    const authorizer = this.#agent.getAuthorizer();
    const control = authorizer.getAccessControlModel();
    authorizer.addCommunity(readOnly);
    control.setCommunityAccess(readOnly, snmp.AccessLevel.ReadOnly);
    authorizer.addCommunity(readWrite);
    control.setCommunityAccess(readWrite, snmp.AccessLevel.ReadWrite);
    authorizer.addUser({
      name: agentUser.name,
      level: snmp.SecurityLevel.authPriv,
      authProtocol: snmp.AuthProtocols.sha,
      authKey: agentUser.authPassword,
      privProtocol: snmp.PrivProtocols.aes,
      privKey: agentUser.privPassword,
    });
    control.setUserAccess(agentUser.name, snmp.AccessLevel.ReadWrite);
  }

  static async listening(port?: number): Promise<ServedAgent> {
    const served = new ServedAgent(port);
    const socket = served.#socket();
    await new Promise<void>((resolve) => socket.once('listening', resolve));
    return served;
  }

  get port(): number {
    return this.#socket().address().port;
  }

  scalar({ oid, type, value }: ServedScalar): void {
    const mib = this.#agent.getMib();
    mib.registerProvider({
      name: oid,
      type: snmp.MibProviderType.Scalar,
      oid,
      scalarType: snmp.ObjectType[type],
      maxAccess: snmp.MaxAccess['read-only'],
    });
    mib.setScalarValue(oid, value);
  }

  table({ entry, columns, rows }: ServedTable): void {
    const indexColumns = (rows[0]?.index ?? [1]).map((_, position) => firstIndexColumn + position);
    this.#indexColumns.set(entry, indexColumns);
    const indexTypes = indexColumns.map((number) => ({ number, type: 'Integer' as const, hidden: true }));
    this.#agent.getMib().registerProvider({
      name: entry,
      type: snmp.MibProviderType.Table,
      oid: entry,
      maxAccess: snmp.MaxAccess['not-accessible'],
      tableColumns: [...columns, ...indexTypes].map((column) => ({
        number: column.number,
        name: `${entry}-${column.number}`,
        type: snmp.ObjectType[column.type],
        maxAccess: snmp.MaxAccess[accessOf(column)],
      })),
      tableIndex: indexColumns.map((number) => ({ columnName: `${entry}-${number}` })),
      handler: (request: SetRequest) => this.#asked(request),
    });
    for (const row of rows) this.addRow(entry, row);
  }

  addRow(entry: string, { index, values }: ServedRow): void {
    this.#agent.getMib().addTableRow(entry, [...values, ...index]);
  }

  deleteRow(entry: string, index: readonly number[]): void {
    this.#agent.getMib().deleteTableRow(entry, index);
  }

  change(entry: string, column: number, index: readonly number[], value: number | string): void {
    this.#agent.getMib().setTableSingleCell(entry, column, index, value);
  }

  cell(entry: string, column: number, index: readonly number[]): unknown {
    return this.#agent.getMib().getTableSingleCell(entry, column, index);
  }

  /** Of a scalar, by its OID without the `.0`. */
  changeScalar(oid: string, value: number | string): void {
    this.#agent.getMib().setScalarValue(oid, value);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#agent.close(resolve));
  }

  #socket() {
    const [socket] = Object.values(this.#agent.listener.sockets);
    if (!socket) throw new Error('the agent has no socket');
    return socket;
  }

  #asked(request: SetRequest): void {
    if (request.operation !== snmp.PduType.SetRequest) {
      this.reads.push(request.oid);
      return request.done();
    }
    if (this.refuseWith !== undefined) return request.done({ errorStatus: this.refuseWith });
    // Every SET is seen twice, to be tried and to be done.
    if (request.commitSet === true) this.onSet(request.oid, request.setValue);
    request.done();
  }
}

function accessOf(column: { writable?: boolean; hidden?: boolean }): string {
  if (column.hidden === true) return 'not-accessible';
  return column.writable === true ? 'read-write' : 'read-only';
}

/** Debian's snmpd with the same communities and user, on a port of its own. */
export async function snmpdPeer(test: Context) {
  const snmpd = needsProgram(test, 'snmpd');
  const port = await freeUdpPort();
  const folder = mkdtempSync(join(tmpdir(), 'fover-snmpd-'));
  const settings = join(folder, 'snmpd.conf');
  const { name, authPassword, privPassword } = agentUser;
  writeFileSync(
    settings,
    [
      `agentAddress udp:127.0.0.1:${port}`,
      'sysName real',
      'sysObjectID 1.3.6.1.4.1.9.1.716',
      `rocommunity ${readOnly}`,
      `rwcommunity ${readWrite}`,
      `createUser ${name} SHA "${authPassword}" AES "${privPassword}"`,
      `rwuser ${name} priv`,
      '',
    ].join('\n'),
  );
  const child = spawn(snmpd, ['-f', '-C', '-c', settings, '-Lo', '-I', '-smux'], {
    env: { ...process.env, SNMP_PERSISTENT_DIR: folder, MIBS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (text: Buffer) => (log += text.toString()));
  child.stderr.on('data', (text: Buffer) => (log += text.toString()));
  const gone = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill();
    await gone;
    rmSync(folder, { recursive: true });
  };
  return { port, close, log: () => log };
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise<void>((resolve) => void socket.close(resolve));
  return port;
}

/** net-snmp's client half, typed as far as the tests of the agents use it. */
import { createRequire } from 'node:module';
import type { Endpoint } from '../../../topology/index.ts';

interface Varbind {
  readonly oid: string;
  readonly type: number;
  readonly value: number | Buffer | string | null;
}

interface Session {
  get(oids: readonly string[], done: (error: Error | null, varbinds: Varbind[]) => void): void;
  set(varbinds: readonly Varbind[], done: (error: Error | null, varbinds: Varbind[]) => void): void;
  subtree(
    oid: string,
    maxRepetitions: number,
    feed: (varbinds: Varbind[]) => void,
    done: (error: Error | null) => void,
  ): void;
  close(): void;
  /** Of SNMPv3, as the agent told it. */
  readonly msgSecurityParameters?: { readonly msgAuthoritativeEngineID: Buffer };
}

interface Library {
  createSession(host: string, community: string, options: object): Session;
  createV3Session(host: string, user: object, options: object): Session;
  createReceiver(
    options: { readonly port: number; readonly address: string },
    heard: (
      error: Error | null,
      message?: {
        readonly pdu: { readonly varbinds: readonly Varbind[] };
        readonly rinfo: { readonly address: string };
      },
    ) => void,
  ): { getAuthorizer(): { addUser(user: object): void }; close(done: () => void): void };
  readonly Version1: number;
  readonly Version2c: number;
  readonly Version3: number;
  readonly ErrorStatus: Record<number, string>;
  readonly ObjectType: Record<string, number> & Record<number, string>;
  readonly SecurityLevel: Record<string, number>;
  readonly AuthProtocols: Record<string, number>;
  readonly PrivProtocols: Record<string, number>;
}

export const library: Library = createRequire(import.meta.url)('net-snmp');

/** One session; answers are values, and failures are rejections with the name of the SNMP error. */
export class SnmpClient {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  static community({ host, port }: Endpoint, community: string, version = library.Version2c): SnmpClient {
    return new SnmpClient(
      library.createSession(host, community, { port, version, timeout: 10_000, retries: 0 }),
    );
  }

  /** Values, text for octet strings; the name of the exception where there is none. */
  get(...oids: string[]): Promise<(string | number | null)[]> {
    return new Promise((resolve, reject) =>
      this.#session.get(oids, (error, varbinds) =>
        error ? reject(named(error)) : resolve(varbinds.map(plain)),
      ),
    );
  }

  set(oid: string, value: number | string, type = 'Integer'): Promise<void> {
    return this.setAll([[oid, value]], type);
  }

  setAll(pairs: readonly (readonly [string, number | string])[], type = 'Integer'): Promise<void> {
    const varbinds = pairs.map(([oid, value]) => ({ oid, type: library.ObjectType[type] ?? 0, value }));
    return new Promise((resolve, reject) =>
      this.#session.set(varbinds, (error, answers) => {
        if (error) return reject(named(error));
        const exception = answers[0]?.type ?? 0;
        if (exception >= 128) reject(new Error(library.ObjectType[exception]));
        else resolve();
      }),
    );
  }

  /** Everything below an OID, as `last numbers: value`. */
  walk(oid: string): Promise<string[]> {
    const found: string[] = [];
    return new Promise((resolve, reject) =>
      this.#session.subtree(
        oid,
        10,
        (varbinds) =>
          void found.push(
            ...varbinds.map((varbind) => `${varbind.oid.slice(oid.length + 1)}: ${plain(varbind)}`),
          ),
        (error) => (error ? reject(named(error)) : resolve(found)),
      ),
    );
  }

  close(): void {
    this.#session.close();
  }
}

function plain({ type, value }: Varbind): string | number | null {
  if (type >= 128) return library.ObjectType[type] ?? null;
  return Buffer.isBuffer(value) ? value.toString('latin1') : value;
}

function named(error: Error): Error {
  const status = 'status' in error ? Number(error.status) : undefined;
  return status === undefined ? error : new Error(library.ErrorStatus[status], { cause: error });
}

/** The name of the SNMP error that a request ends with, or `accepted`. */
export function refusalOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

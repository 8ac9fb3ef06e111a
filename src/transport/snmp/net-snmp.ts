/**
 * The edge to npm's net-snmp: the part of it that we use, typed by hand. The published types lag behind it, and
 * an ambient declaration would be everybody's; so it is loaded here, once.
 */
import { createRequire } from 'node:module';

/** One object in an answer of the package. */
export interface Varbind {
  readonly oid: string;
  readonly type: number;
  readonly value: unknown;
}

type Answered = (error: Error | null, varbinds?: readonly Varbind[]) => void;

/** A session of the package; `retries` and `timeout` are read when a request is made. */
export interface Session {
  retries: number;
  timeout: number;
  get(oids: readonly string[], then: Answered): void;
  set(varbinds: readonly { oid: string; type: number; value: number | string }[], then: Answered): void;
  /** `feed` returns true to stop. */
  subtree(
    oid: string,
    maxRepetitions: number,
    feed: (varbinds: readonly Varbind[]) => boolean,
    done: (error: Error | null) => void,
  ): void;
  on(event: 'error', listener: (error: Error) => void): void;
  close(): void;
}

interface SessionOptions {
  readonly port: number;
  readonly version?: number;
  readonly transport: 'udp4' | 'udp6';
  readonly idBitsSize: 32;
}

interface SessionUser {
  readonly name: string;
  readonly level: number;
  readonly authProtocol: number;
  readonly authKey: string;
  readonly privProtocol: number;
  readonly privKey: string;
}

interface NetSnmp {
  createSession(host: string, community: string, options: SessionOptions): Session;
  createV3Session(host: string, user: SessionUser, options: SessionOptions): Session;
  isVarbindError(varbind: Varbind): boolean;
  readonly Version1: number;
  readonly Version2c: number;
  readonly SecurityLevel: { readonly authPriv: number };
  readonly AuthProtocols: Readonly<Record<'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512', number>>;
  readonly PrivProtocols: Readonly<Record<'des' | 'aes' | 'aes256b' | 'aes256r', number>>;
  readonly ObjectType: Readonly<
    Record<'Integer' | 'OctetString' | 'OID' | 'Counter64' | 'IpAddress', number>
  >;
  readonly RequestTimedOutError: new (message: string) => Error;
  readonly RequestFailedError: new (message: string, status: number) => Error & { readonly status: number };
}

const load = createRequire(import.meta.url);

/** The package itself. */
export const netSnmp: NetSnmp = load('net-snmp');

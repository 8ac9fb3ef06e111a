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
  set(
    varbinds: readonly { oid: string; type: number; value: number | string | Buffer }[],
    then: Answered,
  ): void;
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
  /** Of version 3. */
  readonly context?: string;
  readonly dgramModule: { createSocket(transport: 'udp4' | 'udp6'): SocketOfSession };
}

/** What the package asks of the socket of a session. */
export interface SocketOfSession {
  ref(): void;
  unref(): void;
  bind(port: number, address: string): void;
  on(event: string, listener: (...heard: readonly unknown[]) => void): void;
  send(
    bytes: Uint8Array,
    offset: number,
    length: number,
    port: number,
    address: string,
    then: (error: Error | null) => void,
  ): void;
  close(): void;
}

interface SessionUser {
  readonly name: string;
  readonly level: number;
  readonly authProtocol: number;
  readonly authKey: string;
  readonly privProtocol: number;
  readonly privKey: string;
}

/** A notification as the package hands it over; those of version 1 name their enterprise, those of 3 have a context. */
export interface NotifiedPdu {
  readonly type: number;
  readonly varbinds?: readonly Varbind[];
  readonly contextName?: string;
  readonly enterprise?: string;
  readonly generic?: number;
  readonly specific?: number;
}

/** The same with where it came from. */
export interface Notified {
  readonly pdu: NotifiedPdu;
  readonly rinfo: { readonly address: string };
}

/** What the package asks of the module and the socket that it listens with. */
export interface SocketOfReceiver {
  bind(port: number | string, address: string): void;
  address(): { readonly port: number };
  on(event: string, listener: (...heard: readonly unknown[]) => void): void;
  send(
    bytes: Uint8Array,
    offset: number,
    length: number,
    port: number,
    address: string,
    then: (error: null) => void,
  ): void;
  close(then: () => void): void;
}

/** The package listening for notifications. */
export interface TrapReceiver {
  getAuthorizer(): { addCommunity(name: string): void; addUser(user: SessionUser): void };
}

interface ReceiverOptions {
  readonly address: string;
  readonly port: number | string;
  readonly dgramModule: { createSocket(transport: string): SocketOfReceiver };
}

interface NetSnmp {
  createReceiver(
    options: ReceiverOptions,
    then: (error: Error | null, notified?: Notified) => void,
  ): TrapReceiver;
  createSession(host: string, community: string, options: SessionOptions): Session;
  createV3Session(host: string, user: SessionUser, options: SessionOptions): Session;
  isVarbindError(varbind: Varbind): boolean;
  readonly Version1: number;
  readonly Version2c: number;
  readonly PduType: Readonly<Record<'Trap' | 'TrapV2' | 'InformRequest', number>>;
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

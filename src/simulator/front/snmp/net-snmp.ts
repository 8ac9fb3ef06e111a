/**
 * The typed edge to the agent of net-snmp 3.29, which ships no types: exactly what the agents of the simulated bench
 * use of it, and nothing else in this room touches the library.
 */
import { createRequire } from 'node:module';
import type { Socket } from 'node:dgram';
import type { ManagedType, Refusal, SnmpValue } from '../../snmp/managed-object.ts';

/** A name that the library maps to its number, and back. */
type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/** One variable, in a request or in an answer; exceptions and variables that are asked for have no value. */
export interface SnmpVarbind {
  readonly oid: string;
  readonly type: number;
  readonly value: SnmpValue | null;
}

/** What is asked for. */
export interface RequestPdu {
  readonly type: number;
  readonly varbinds: readonly SnmpVarbind[];
  readonly nonRepeaters?: number;
  readonly maxRepetitions?: number;
  /** Of SNMPv3. */
  readonly contextName?: string;
  getResponsePduForRequest(): ResponsePdu;
}

/** An answer before it is sent. */
interface ResponsePdu {
  errorStatus?: number;
  errorIndex?: number;
  varbinds: readonly SnmpVarbind[];
}

/** A request as it came, decrypted and from somebody known. */
export interface RequestMessage {
  readonly version: number;
  readonly community?: string;
  readonly user?: { readonly name: string };
  readonly pdu: RequestPdu;
}

/** How the agent hands a request to who answers it. */
type TakeRequest = (socket: Socket, request: RequestMessage, from: unknown) => void;

/** A user of SNMPv3 as the library wants it. */
export interface SnmpUser {
  readonly name: string;
  readonly level: number;
  readonly authProtocol?: number;
  readonly authKey?: string;
  readonly privProtocol?: number;
  readonly privKey?: string;
}

/** One agent at one port. */
export interface SnmpAgent {
  readonly listener: {
    readonly sockets: Readonly<Record<string, Socket>>;
    /** Everything that leaves the agent. */
    send: (message: unknown, to: unknown, socket: Socket) => void;
  };
  /** One for each kind of request, and one for those with a context of SNMPv3. */
  getRequest: TakeRequest;
  getNextRequest: TakeRequest;
  getBulkRequest: TakeRequest;
  setRequest: TakeRequest;
  onProxyRequest: TakeRequest;
  sendResponse(socket: Socket, to: unknown, request: RequestMessage, response: ResponsePdu): void;
  getAuthorizer(): {
    /** Those who are known, as every message is held against them. */
    readonly communities: readonly string[];
    readonly users: readonly SnmpUser[];
    addCommunity(community: string): void;
    addUser(user: SnmpUser): void;
    getAccessControlModel(): {
      setCommunityAccess(community: string, level: number): void;
      setUserAccess(user: string, level: number): void;
      isAccessAllowed(version: number, who: string, pduType: number): boolean;
    };
  };
}

/** What notifications are sent over; those that are acknowledged say so, or that they were not. */
export interface SnmpSession {
  trap: Notify;
  inform: Notify;
  on(event: 'error', listener: () => void): void;
  close(): void;
}

type Notify = (
  /** One of those of SNMPv1, or the OID of any other. */
  type: number | string,
  varbinds: readonly SnmpVarbind[],
  options: { readonly upTime: number },
  done: () => void,
) => void;

interface SessionOptions {
  readonly version: number;
  readonly port: number;
  readonly trapPort: number;
  readonly retries: number;
  readonly timeout: number;
  readonly engineID?: string;
  /** Of this machine; any if left out. */
  readonly sourceAddress?: string | undefined;
}

interface NetSnmp {
  createSession(host: string, community: string, options: SessionOptions): SnmpSession;
  createV3Session(host: string, user: SnmpUser, options: SessionOptions): SnmpSession;
  readonly TrapType: Numbers<'LinkDown' | 'LinkUp'>;
  createAgent(
    options: {
      /** The text '0' for any free port: the number 0 means 161 to this library. */
      readonly port: number | '0';
      readonly address: string;
      readonly transport: 'udp4' | 'udp6';
      readonly accessControlModelType: number;
      /** In hexadecimal digits; one at random if left out. */
      readonly engineID?: string;
    },
    callback: (error: Error | null) => void,
  ): SnmpAgent;
  readonly ObjectType: Numbers<ManagedType | 'NoSuchObject' | 'NoSuchInstance' | 'EndOfMibView'>;
  readonly AccessControlModelType: Numbers<'Simple'>;
  readonly AccessLevel: Numbers<'ReadOnly' | 'ReadWrite'>;
  readonly SecurityLevel: Numbers<'noAuthNoPriv' | 'authNoPriv' | 'authPriv'>;
  readonly AuthProtocols: Numbers<'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512'>;
  readonly PrivProtocols: Numbers<'des' | 'aes' | 'aes256b' | 'aes256r'>;
  readonly PduType: Numbers<'GetRequest' | 'GetNextRequest' | 'GetBulkRequest' | 'SetRequest'>;
  readonly Version1: number;
  readonly Version2c: number;
  readonly Version3: number;
  readonly ErrorStatus: Numbers<
    | 'NoError'
    | 'NoSuchName'
    | 'GeneralError'
    | 'NoAccess'
    | 'NoCreation'
    | 'NotWritable'
    | 'WrongType'
    | 'CommitFailed'
    | Refusal
  >;
}

/** The library, typed. */
export const netSnmp: NetSnmp = createRequire(import.meta.url)('net-snmp');

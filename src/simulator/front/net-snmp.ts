/**
 * The typed edge to the agent of net-snmp 3.29, which ships no types: exactly what the agents of the simulated bench
 * use of it, and nothing else in this room touches the library.
 */
import { createRequire } from 'node:module';
import type { Socket } from 'node:dgram';

/** A name that the library maps to its number, and back. */
type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/** What the library hands to a provider's handler, for each varbind of a request. */
export interface MibRequest {
  /** Of the instance that is asked for; for «get next», of the one that was found. */
  readonly oid: string;
  /** Absent when there is no such instance, or when it may not be touched. */
  readonly instanceNode?: { value: SnmpValue };
  readonly setValue?: SnmpValue;
  /** A SET runs the handler twice: first with `testSet`, and when every varbind passed, with `commitSet`. */
  readonly testSet?: boolean;
  readonly commitSet?: boolean;
  handler?: (request: MibRequest) => void;
  done(error?: { errorStatus: number; type: number; value: null }): void;
}

/** What an instance is worth; octet strings may be text or bytes. */
export type SnmpValue = string | number | Buffer;

/** A scalar or a table as it is registered. */
interface MibProvider {
  readonly name: string;
  readonly type: number;
  readonly oid: string;
  readonly maxAccess?: number;
  readonly scalarType?: number;
  readonly tableColumns?: readonly MibColumn[];
  readonly tableIndex?: readonly { columnNumber: number }[];
  readonly tableAugments?: string;
  readonly handler: (request: MibRequest) => void;
}

/** One column of a table. */
export interface MibColumn {
  readonly number: number;
  readonly name: string;
  readonly type: number;
  readonly maxAccess: number;
  readonly constraints?: { readonly ranges: readonly { readonly min: number; readonly max: number }[] };
}

/** An answer before it is sent. */
export interface ResponsePdu {
  errorStatus?: number;
  errorIndex?: number;
  readonly varbinds: { oid: string; type: number; value: SnmpValue | null }[];
}

/** A request as it came. */
export interface RequestMessage {
  readonly version: number;
  readonly pdu: { readonly type: number };
}

/** How the agent sends an answer. */
type SendResponse = (socket: Socket, to: unknown, request: RequestMessage, response: ResponsePdu) => void;

/** A user of SNMPv3 as the library wants it. */
interface SnmpUser {
  readonly name: string;
  readonly level: number;
  readonly authProtocol: number;
  readonly authKey: string;
  readonly privProtocol: number;
  readonly privKey: string;
}

/** One agent at one port. */
export interface SnmpAgent {
  readonly listener: { readonly sockets: Readonly<Record<string, Socket>> };
  sendResponse: SendResponse;
  registerProvider(provider: MibProvider): void;
  setBulkSetHandler(look: (requests: readonly MibRequest[], mib: unknown, testing: boolean) => void): void;
  getMib(): {
    setScalarValue(name: string, value: SnmpValue): void;
    addTableRow(table: string, row: readonly SnmpValue[]): void;
  };
  getAuthorizer(): {
    addCommunity(community: string): void;
    addUser(user: SnmpUser): void;
    getAccessControlModel(): {
      setCommunityAccess(community: string, level: number): void;
      setUserAccess(user: string, level: number): void;
    };
  };
}

interface NetSnmp {
  createAgent(
    options: {
      /** The text '0' for any free port: the number 0 means 161 to this library. */
      readonly port: number | '0';
      readonly address: string;
      readonly transport: 'udp4' | 'udp6';
      readonly accessControlModelType: number;
    },
    callback: (error: Error | null) => void,
  ): SnmpAgent;
  readonly ObjectType: Numbers<
    | 'Integer'
    | 'OctetString'
    | 'OID'
    | 'Gauge'
    | 'TimeTicks'
    | 'Null'
    | 'NoSuchObject'
    | 'NoSuchInstance'
    | 'EndOfMibView'
  >;
  readonly MibProviderType: Numbers<'Scalar' | 'Table'>;
  readonly MaxAccess: Numbers<'read-only' | 'read-write'>;
  readonly AccessControlModelType: Numbers<'Simple'>;
  readonly AccessLevel: Numbers<'ReadOnly' | 'ReadWrite'>;
  readonly SecurityLevel: Numbers<'authPriv'>;
  readonly AuthProtocols: Numbers<'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512'>;
  readonly PrivProtocols: Numbers<'des' | 'aes' | 'aes256b' | 'aes256r'>;
  readonly PduType: Numbers<'GetNextRequest' | 'GetBulkRequest'>;
  readonly Version1: number;
  readonly ErrorStatus: Numbers<
    'NoError' | 'NoSuchName' | 'BadValue' | 'GeneralError' | 'WrongValue' | 'NoCreation' | 'CommitFailed'
  >;
}

/** The library, typed. */
export const netSnmp: NetSnmp = createRequire(import.meta.url)('net-snmp');

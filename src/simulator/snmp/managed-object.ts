/** What an SNMP agent of the simulated bench answers for, as data. Values are read at every request, never stored. */

/** What an instance is worth; octet strings may be text or bytes. */
export type SnmpValue = string | number | Buffer;

/** The types of SMI that an agent here knows; a `Counter64` is written as a number. */
export type ManagedType =
  | 'Integer'
  | 'OctetString'
  | 'OID'
  | 'IpAddress'
  | 'Counter'
  | 'Counter64'
  | 'Gauge'
  | 'TimeTicks';

/** Why a value that the type allows is refused all the same, in the words of RFC 3416. */
export type Refusal = 'WrongValue' | 'WrongLength' | 'InconsistentValue' | 'ResourceUnavailable';

/** What both a scalar and a column may say about being written. `row` is 0 for a scalar. */
interface Writing {
  /** The numbers that may be written; any, if left out. */
  readonly allowed?: readonly number[];
  /** Asked before anything of the request is done. */
  refuses?(row: number, value: SnmpValue): Refusal | undefined;
  /** Numbers; may throw what the device could not do. */
  write?(row: number, value: number): void;
  /** Octet strings, as they came. */
  writeBytes?(row: number, value: Buffer): void;
}

/** One object that exists once; `oid` is without the final 0. */
export interface ManagedScalar extends Writing {
  readonly name: string;
  readonly oid: string;
  readonly type: ManagedType;
  read(): SnmpValue;
}

/** One column of a table. A cell that reads as undefined is not there. */
export interface ManagedColumn extends Writing {
  readonly number: number;
  readonly name: string;
  readonly type: ManagedType;
  read(row: number): SnmpValue | undefined;
}

/** A table; `oid` is that of its entry. Rows that come and go are given as a function. */
export interface ManagedTable {
  readonly name: string;
  readonly oid: string;
  readonly rows: readonly number[] | (() => readonly number[]);
  readonly columns: readonly ManagedColumn[];
  /** The numbers behind the column in an OID, where they are others than the number of the row alone. */
  readonly indexOf?: (row: number) => readonly number[];
}

/** Everything that one agent answers for. */
export interface ManagedObjects {
  readonly scalars: readonly ManagedScalar[];
  readonly tables: readonly ManagedTable[];
  /** What it answers for to the community `name@view` and in the context `vlan-view`, by the name of the view. */
  readonly views?: ReadonlyMap<string, ManagedObjects>;
}

/** Hundredths of a second from one instant to another, as TimeTicks count them; wraps after 497 days, as theirs. */
export function timeTicks(fromMs: number, toMs: number): number {
  return Math.floor(Math.max(0, toMs - fromMs) / 10) % 2 ** 32;
}

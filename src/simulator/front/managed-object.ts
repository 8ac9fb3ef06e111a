/** What an SNMP agent of the simulated bench answers for, as data. Values are read at every request, never stored. */
import type { SnmpValue } from './net-snmp.ts';

type ManagedType = 'Integer' | 'OctetString' | 'OID' | 'Gauge' | 'TimeTicks';

/** One object that exists once; `oid` is without the final 0. */
export interface ManagedScalar {
  readonly name: string;
  readonly oid: string;
  readonly type: ManagedType;
  read(): SnmpValue;
}

/** One column of a table; it may be written when it has `write`, with the values that are `allowed`. */
export interface ManagedColumn {
  readonly number: number;
  readonly name: string;
  readonly type: ManagedType;
  read(row: number): SnmpValue;
  readonly allowed?: readonly number[];
  write?(row: number, value: number): void;
}

/** A table with one index; `oid` is that of its entry. With `augments` the index is that of another table. */
export interface ManagedTable {
  readonly name: string;
  readonly oid: string;
  readonly rows: readonly number[];
  readonly columns: readonly ManagedColumn[];
  /** Without it, the first column is the index. */
  readonly augments?: string;
}

/** Everything that one agent answers for. */
export interface ManagedObjects {
  readonly scalars: readonly ManagedScalar[];
  readonly tables: readonly ManagedTable[];
}

/** Hundredths of a second from one instant to another, as TimeTicks count them; wraps after 497 days, as theirs. */
export function timeTicks(fromMs: number, toMs: number): number {
  return Math.floor(Math.max(0, toMs - fromMs) / 10) % 2 ** 32;
}

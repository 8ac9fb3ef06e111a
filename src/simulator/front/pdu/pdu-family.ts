/** What differs between families of PDUs, as data: one file a family in `family/`, one line in `families.ts`. */
import type { HttpAnswer, HttpQuestion } from './http-message.ts';
import type { OutletDelays, OutletOrder } from './outlet-orders.ts';
import type { OutletView } from './outlet-view.ts';

/** What every family says of itself. */
interface AnyPduFamily {
  readonly delays: OutletDelays;
  /** Refuses every command while somebody is logged in. */
  readonly hasOneUser?: boolean;
}

/** A family that speaks SNMP. */
export interface SnmpPduFamily extends AnyPduFamily {
  readonly speaks: 'snmp';
  /** `sysDescr` and `sysObjectID`. */
  readonly description: string;
  readonly objectId: string;
  readonly tables: readonly OutletTable[];
  readonly scalars?: readonly PduScalar[];
}

/** A table with one row for each outlet. */
export interface OutletTable {
  readonly name: string;
  /** Of its entry. */
  readonly oid: string;
  readonly columns: readonly OutletColumn[];
  /** Whether row 0 stands for all outlets at once; it reads as 0. */
  readonly hasRowForAll?: boolean;
  /** What stands behind the column in an OID, where that is not the number of the outlet alone. */
  readonly index?: (outlet: number) => readonly number[];
}

/** One column of a table of outlets. */
export interface OutletColumn {
  readonly number: number;
  readonly name: string;
  reads(outlet: OutletView): number | string;
  /** What the values that may be written mean. */
  readonly takes?: Readonly<Record<number, OutletOrder>>;
  /** The order that is given by writing the seconds until it is obeyed, -1 to cancel it. */
  readonly takesSecondsUntil?: 'on' | 'off' | 'reboot';
}

/** An object that exists once. */
export interface PduScalar {
  readonly name: string;
  /** Without the final 0. */
  readonly oid: string;
  reads(outlets: readonly OutletView[]): number | string;
  /** What the values that may be written mean: an order to every outlet, or to those that have one queued. */
  readonly takes?: Readonly<Record<number, OutletOrder | 'commit'>>;
}

/** A family that speaks HTTP. */
export interface HttpPduFamily extends AnyPduFamily {
  readonly speaks: 'http';
  /** How it asks who is there; `none` asks nobody, `itself` is left to the family. */
  readonly asks: 'basic' | 'digest-md5' | 'digest-sha-256' | 'none' | 'itself';
  readonly realm: string;
  answer(question: HttpQuestion, pdu: HttpPdu): HttpAnswer;
}

/** A PDU in the hands of its web server. */
export interface HttpPdu {
  readonly name: string;
  readonly outlets: readonly OutletView[];
  readonly inUse: boolean;
  readonly delays: OutletDelays;
  give(outlet: number, order: OutletOrder, afterS?: number): void;
}

/** Any family. */
export type PduFamily = SnmpPduFamily | HttpPduFamily;

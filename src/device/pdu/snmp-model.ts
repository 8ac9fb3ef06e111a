import type { DescribedModel } from './described-model.ts';

/**
 * A family that is switched by SNMP: OIDs and values from its MIB. An OID here is a column, to which the row of the
 * outlet is appended; or it holds `{row}`, or `{row+1}` where control rows are counted from one more. `{model}` is
 * the number that the vendor gave to the very model, as it stands behind the probe in sysObjectID.
 */
export interface SnmpModel extends DescribedModel {
  readonly reach: 'snmp';
  /** sysObjectID of a PDU of this family is one of these, or lies below one. Empty: any will do. */
  readonly probes: readonly string[];
  /** What to set, and to which value. */
  readonly control: Readonly<Record<'on' | 'off', { readonly column: string; readonly value: number }>>;
  /** Where to read back. A value that is not listed is unsettled. */
  readonly status: { readonly column: string; readonly power: Readonly<Record<number, 'on' | 'off'>> };
  /** Where the PDU says that a command is still to be carried out, and the values that say so. */
  readonly pending?: { readonly column: string; readonly values: readonly number[] };
  /** The column with the name given to the outlet. */
  readonly label?: string;
  /** The column with what the outlet draws, in watts. */
  readonly watts?: string;
  /** The row of the first outlet; people count outlets from 1, and so does every MIB but one. */
  readonly firstRow?: 0;
  /** Where rows are not numbered as the outlets are: the columns that tell the outlet and the PDU of the chain. */
  readonly chain?: { readonly number: string; readonly module: string };
}

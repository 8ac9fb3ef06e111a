/** What one family of PDUs calls things: a page of numbers from its MIB. Reading back and settling are shared. */
export interface PduModel {
  /** As it is written in a topology. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Where the figures stand. */
  readonly source: string;
  /** sysObjectID of a PDU of this family is this, or lies below it. */
  readonly probe: string;
  /** What to set, and to which value: the OID of a column, to which the row of the outlet is appended. */
  readonly control: Readonly<Record<'on' | 'off', { readonly column: string; readonly value: number }>>;
  /** Where to read back. A value that is not listed is unsettled. */
  readonly status: { readonly column: string; readonly power: Readonly<Record<number, 'on' | 'off'>> };
  /** Where the PDU says that a command is still to be carried out, and the value that says so. */
  readonly pending?: { readonly column: string; readonly value: number };
  /** The column with the name given to the outlet. */
  readonly label?: string;
  /** Where rows are not numbered as the outlets are: the columns that tell the outlet and the PDU of the chain. */
  readonly chain?: { readonly number: string; readonly module: string };
}

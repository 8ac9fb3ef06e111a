/** Where the objects of one outlet stand, for columns as they are written in a `SnmpModel`. */
export class OutletObjects {
  readonly #modelNumber: string;

  /** `modelNumber` is what `{model}` stands for; of no meaning to most families. */
  constructor(modelNumber = '') {
    this.#modelNumber = modelNumber;
  }

  /** The OID of a column for a row. */
  at(column: string, row: string): string {
    const of = this.#filled(column);
    if (of.includes('{row+1}')) return of.replace('{row+1}', String(Number(row) + 1));
    return of.includes('{row}') ? of.replace('{row}', row) : `${of}.${row}`;
  }

  /** What is to be walked to find every row of a column. */
  top(column: string): string {
    return this.#filled(column).replace(/\.\{row\}.*/, '');
  }

  /** The row that an OID of a column is of. */
  row(column: string, oid: string): string {
    const [, tail = ''] = this.#filled(column).split('{row}');
    return oid.slice(this.top(column).length + 1, oid.length - tail.length);
  }

  #filled(column: string): string {
    return column.replace('{model}', this.#modelNumber);
  }
}

import { BenchError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import type { SnmpAgent, SnmpAnswer } from '../transport/index.ts';
import { snmpText } from '../transport/index.ts';

/** One row of an agent's table. */
export interface NamedRow {
  /** As it is appended to the OID of a column. */
  readonly index: string;
  /** Every name under which people know it; the first is the one to print. */
  readonly names: readonly string[];
  /** What has to stand at these OIDs for the row to be still the one with these names. */
  readonly proof: readonly { readonly oid: string; readonly reads: string }[];
}

/** A row that is asked about, and the answer. */
export interface RowAnswer {
  readonly row: NamedRow;
  readonly answer: SnmpAnswer;
}

/** What tells that a table may have been numbered anew since it was read. */
export interface TableAge {
  /** Asked along with each question about a row. */
  readonly oids: readonly string[];
  /** The table is about to be read. */
  begin(): Promise<void>;
  /** The answer shows that what was read may hold no longer. */
  isPast(answer: SnmpAnswer): boolean;
}

/** Which table of which device, and which of its rows are never switched. */
export interface NamedRowsOptions {
  readonly device: string;
  /** What a row is: `port`, `outlet`. */
  readonly kind: string;
  readonly agent: SnmpAgent;
  readonly readRows: () => Promise<readonly NamedRow[]>;
  /** Where the device tells of such things. */
  readonly age?: TableAge;
  readonly protected: readonly string[];
}

/**
 * Rows of a table by name. Indexes change when a device restarts or gets another module, so they are looked up at
 * run time, and every answer carries the proof that the row is still the same; if it is not, it is looked up again.
 */
export class NamedRows {
  readonly #options: NamedRowsOptions;
  #rows: readonly NamedRow[] | undefined;

  constructor(options: NamedRowsOptions) {
    this.#options = options;
  }

  /** Reads the table. Throws `BenchError` if a protected name is not in it: a slip there would leave it unprotected. */
  async lookUp(): Promise<readonly NamedRow[]> {
    await this.#options.age?.begin();
    const rows = await this.#options.readRows();
    this.#rows = rows;
    for (const name of this.#options.protected) {
      if (candidates(rows, name).length === 0)
        throw this.#unknown(name, rows, 'is protected in the topology, but ');
    }
    return rows;
  }

  /** Asks about a row by name, all objects (one at least) in one request. */
  async ask(name: string, oidsOf: (index: string) => readonly string[]): Promise<RowAnswer> {
    const known = candidates(this.#rows ?? [], name).length === 1 ? this.#rows : undefined;
    const first = await this.#askIn(known ?? (await this.lookUp()), name, oidsOf);
    if (first) return first;
    const second = await this.#askIn(await this.lookUp(), name, oidsOf);
    if (second) return second;
    const { device, kind } = this.#options;
    throw new BenchError(
      device,
      `${kind} ${name} changes its number while we look: is the device restarting?`,
    );
  }

  /** Throws `BenchError` for a protected row, under whatever name it was meant. */
  refuseProtected(name: string, row?: NamedRow): void {
    const meant = row?.names ?? [name];
    const found = this.#options.protected.find((kept) => meant.includes(kept));
    if (found === undefined) return;
    const { device, kind } = this.#options;
    const alias = found === name ? '' : ` (it is ${found})`;
    throw new BenchError(
      device,
      `${kind} ${name}${alias} is protected in the topology and is never switched`,
    );
  }

  async #askIn(
    rows: readonly NamedRow[],
    name: string,
    oidsOf: (index: string) => readonly string[],
  ): Promise<RowAnswer | undefined> {
    const { agent, age } = this.#options;
    const row = this.#theOne(rows, name);
    const proof = row.proof.map(({ oid }) => oid);
    const answer = await agent.get([...new Set([...proof, ...(age?.oids ?? []), ...oidsOf(row.index)])]);
    const proven = row.proof.every(({ oid, reads }) => snmpText(answer.values.get(oid)) === reads);
    return proven && age?.isPast(answer) !== true ? { row, answer } : undefined;
  }

  /** A name that several rows carry names none of them: to guess could mean to switch the wrong one. */
  #theOne(rows: readonly NamedRow[], name: string): NamedRow {
    const found = candidates(rows, name);
    const [row, ...others] = found;
    if (!row) throw this.#unknown(name, rows, '');
    if (others.length === 0) return row;
    const { device, kind } = this.#options;
    const which = found.map(({ index, names }) => `${names.join(' alias ')} (index ${index})`).join(', ');
    throw new BenchError(
      device,
      `${kind} ${name} is not one but ${found.length}: ${which}. Use a name that only one has`,
    );
  }

  #unknown(name: string, rows: readonly NamedRow[], before: string): BenchError {
    const { device, kind } = this.#options;
    const known = rows.flatMap((row) => row.names);
    return new BenchError(
      device,
      `${kind} ${name} ${before}is not known to the device${suggestion(name, known)}`,
    );
  }
}

/** The rows with this name as their first; if there are none, those that have it as another. */
function candidates(rows: readonly NamedRow[], name: string): readonly NamedRow[] {
  const first = rows.filter((row) => row.names[0] === name);
  return first.length > 0 ? first : rows.filter((row) => row.names.includes(name));
}

import type {
  ManagedColumn,
  ManagedObjects,
  ManagedScalar,
  ManagedType,
  Refusal,
  SnmpValue,
} from '../../snmp/managed-object.ts';

type Oid = readonly number[];

/** One object instance: what stands at one OID. */
export interface Instance {
  readonly oid: string;
  readonly type: ManagedType;
  readonly value: SnmpValue;
  readonly writable: boolean;
  readonly allowed: readonly number[] | undefined;
  refuses(value: SnmpValue): Refusal | undefined;
  write(value: SnmpValue): void;
}

/** A scalar or a column: all instances below one OID. */
interface Branch {
  readonly prefix: Oid;
  readonly object: ManagedScalar | ManagedColumn;
  rows(): readonly Row[];
}

interface Row {
  readonly row: number;
  readonly index: Oid;
}

const alone: readonly Row[] = [{ row: 0, index: [0] }];

/**
 * Managed objects in the order of their OIDs. Every look reads the device anew, so rows may come and go. A read that
 * throws, throws here.
 */
export class ManagedTree {
  readonly #branches: readonly Branch[];

  constructor({ scalars, tables }: ManagedObjects) {
    const ofScalars = scalars.map((object): Branch => ({
      prefix: numbers(object.oid),
      object,
      rows: () => alone,
    }));
    const ofTables = tables.flatMap(({ oid, rows, columns, indexOf = (row) => [row] }) => {
      const keyed = (): readonly Row[] => {
        const now = typeof rows === 'function' ? rows() : rows;
        return now.map((row) => ({ row, index: indexOf(row) })).toSorted((a, b) => compare(a.index, b.index));
      };
      return columns.map((object): Branch => ({
        prefix: [...numbers(oid), object.number],
        object,
        rows: keyed,
      }));
    });
    this.#branches = [...ofScalars, ...ofTables].toSorted((a, b) => compare(a.prefix, b.prefix));
  }

  /** The instance at an OID, or which of the two exceptions of RFC 3416 says why there is none. */
  find(oid: string): Instance | 'NoSuchObject' | 'NoSuchInstance' {
    const wanted = numbers(oid);
    const branch = this.#branches.find(({ prefix }) => begins(wanted, prefix));
    if (!branch) return 'NoSuchObject';
    const index = wanted.slice(branch.prefix.length);
    const found = branch.rows().find((row) => compare(row.index, index) === 0);
    return (found && instanceOf(branch, found)) ?? 'NoSuchInstance';
  }

  /** The first instance behind an OID, which need not exist itself; undefined at the end. */
  next(oid: string): Instance | undefined {
    const from = numbers(oid);
    for (const branch of this.#branches) {
      const inside = begins(from, branch.prefix);
      if (!inside && compare(branch.prefix, from) < 0) continue;
      const index = from.slice(branch.prefix.length);
      for (const row of branch.rows()) {
        if (inside && compare(row.index, index) <= 0) continue;
        const found = instanceOf(branch, row);
        if (found) return found;
      }
    }
    return undefined;
  }
}

function instanceOf({ prefix, object }: Branch, { row, index }: Row): Instance | undefined {
  const value = object.read(row);
  if (value === undefined) return undefined;
  return {
    oid: [...prefix, ...index].join('.'),
    type: object.type,
    value,
    writable: object.write !== undefined || object.writeBytes !== undefined,
    allowed: object.allowed,
    refuses: (wish) => object.refuses?.(row, wish),
    write: (wish) => {
      if (Buffer.isBuffer(wish)) object.writeBytes?.(row, wish);
      else object.write?.(row, Number(wish));
    },
  };
}

function numbers(oid: string): Oid {
  return oid.split('.').filter(Boolean).map(Number);
}

function begins(oid: Oid, prefix: Oid): boolean {
  return oid.length >= prefix.length && prefix.every((number, at) => oid[at] === number);
}

/** The order of OIDs: number by number, the shorter one first. */
function compare(one: Oid, other: Oid): number {
  for (const [at, number] of one.entries()) {
    const against = other[at];
    if (against === undefined) return 1;
    if (number !== against) return number - against;
  }
  return one.length - other.length;
}

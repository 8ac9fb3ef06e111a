/** The tags that are met on the way to what a message holds. */
const tags = { integer: 0x02, octets: 0x04, sequence: 0x30, report: 0xa8 } as const;

const authPriv = 0b11;

/**
 * Whether a message of version 3 says that it is signed and encrypted, so that the package proves it, or is the report
 * of an engine, which may come in the clear: with it the other side only says what it is called, or what it does not
 * take. The package itself believes an answer that claims no signature, whatever was asked for (RFC 3414, 3.2).
 */
export function isSignedOrReport(message: Uint8Array): boolean {
  const fields = new Fields(message);
  const version = fields.within(tags.sequence).next(tags.integer);
  if (version.length !== 1 || version[0] !== 3) return false;
  const head = new Fields(fields.next(tags.sequence));
  head.next(tags.integer);
  head.next(tags.integer);
  const [flags = 0] = head.next(tags.octets);
  if ((flags & authPriv) === authPriv) return true;
  fields.next(tags.octets);
  const scoped = new Fields(fields.next(tags.sequence));
  scoped.next(tags.octets);
  scoped.next(tags.octets);
  return scoped.tag === tags.report;
}

/** What stands in BER, field by field; a field that is not the one that is asked for is as if it were empty. */
class Fields {
  #rest: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#rest = bytes;
  }

  get tag(): number | undefined {
    return this.#rest[0];
  }

  /** These fields are in one that encloses them. */
  within(tag: number): this {
    this.#rest = this.next(tag);
    return this;
  }

  next(tag: number): Uint8Array {
    const [found, first = 0] = this.#rest;
    const long = first & 0x80 ? first & 0x7f : 0;
    const length =
      long === 0 ? first : this.#rest.subarray(2, 2 + long).reduce((sum, byte) => sum * 256 + byte, 0);
    const from = 2 + long;
    const field = found === tag ? this.#rest.subarray(from, from + length) : new Uint8Array();
    this.#rest = found === tag ? this.#rest.subarray(from + length) : new Uint8Array();
    return field;
  }
}

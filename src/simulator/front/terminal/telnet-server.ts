/** The server's half of telnet, as console servers speak it (RFC 854, 856, 857, 858, 1143). Pure: bytes to bytes. */

const iac = 255;
const verb = { will: 251, wont: 252, do: 253, dont: 254 } as const;
const subnegotiation = { begin: 250, end: 240 } as const;
const option = { binary: 0, echo: 1, suppressGoAhead: 3 } as const;
const carriageReturn = 13;

type Verb = (typeof verb)[keyof typeof verb];
type Place = 'text' | 'command' | 'option' | 'subnegotiation' | 'subnegotiation-command';

/** What one side of the connection has agreed to do; `asked` waits for the answer to our own offer. */
interface Side {
  readonly agreeable: ReadonlySet<number>;
  readonly agreed: Map<number, 'yes' | 'asked'>;
  readonly yes: Verb;
  readonly no: Verb;
}

/** Keystrokes of the client without any telnet in them, and what is to be answered to the client. */
export interface TelnetArrival {
  readonly keys: Uint8Array;
  readonly reply: Uint8Array;
}

/** The telnet state of one connection. */
export class TelnetServer {
  #place: Place = 'text';
  #verb: Verb = verb.dont;
  #afterReturn = false;
  /** What we do: the client says DO and DONT, we answer WILL and WONT. */
  readonly #we: Side = {
    agreeable: new Set([option.binary, option.echo, option.suppressGoAhead]),
    agreed: new Map(),
    yes: verb.will,
    no: verb.wont,
  };
  /** What the client does: it says WILL and WONT, we answer DO and DONT. */
  readonly #client: Side = {
    agreeable: new Set([option.binary, option.suppressGoAhead]),
    agreed: new Map(),
    yes: verb.do,
    no: verb.dont,
  };

  /** What a console server says first: it echoes, and nobody waits for «go ahead». */
  opening(): Uint8Array {
    this.#we.agreed.set(option.echo, 'asked');
    this.#we.agreed.set(option.suppressGoAhead, 'asked');
    this.#client.agreed.set(option.suppressGoAhead, 'asked');
    return Uint8Array.from(
      [
        [iac, verb.will, option.echo],
        [iac, verb.will, option.suppressGoAhead],
        [iac, verb.do, option.suppressGoAhead],
      ].flat(),
    );
  }

  /** Takes bytes off the socket, cut anywhere. */
  receive(bytes: Uint8Array): TelnetArrival {
    const keys: number[] = [];
    const reply: number[] = [];
    for (const byte of bytes) this.#take(byte, keys, reply);
    return { keys: Uint8Array.from(keys), reply: Uint8Array.from(reply) };
  }

  /** What the unit printed, as it goes onto the socket: only 0xFF is doubled, line ends stay as the unit wrote them. */
  static escape(bytes: Uint8Array): Uint8Array {
    if (!bytes.includes(iac)) return bytes;
    return Uint8Array.from([...bytes].flatMap((byte) => (byte === iac ? [iac, iac] : [byte])));
  }

  #take(byte: number, keys: number[], reply: number[]): void {
    switch (this.#place) {
      case 'text':
        if (byte === iac) this.#place = 'command';
        else this.#key(byte, keys);
        break;
      case 'command':
        this.#command(byte, keys);
        break;
      case 'option':
        this.#place = 'text';
        reply.push(...this.#negotiate(byte));
        break;
      case 'subnegotiation':
        if (byte === iac) this.#place = 'subnegotiation-command';
        break;
      case 'subnegotiation-command':
        this.#place = byte === subnegotiation.end ? 'text' : 'subnegotiation';
        break;
    }
  }

  /** BREAK, «are you there» and the other one-byte commands are swallowed: a break would throw a unit into ROMMON. */
  #command(byte: number, keys: number[]): void {
    this.#place = 'text';
    if (byte === iac) this.#key(byte, keys);
    else if (byte === subnegotiation.begin) this.#place = 'subnegotiation';
    else if (isVerb(byte)) {
      this.#verb = byte;
      this.#place = 'option';
    }
  }

  /** Unless the client transmits binary, CR LF and CR NUL are how telnet spells the Return key (RFC 854). */
  #key(byte: number, keys: number[]): void {
    const second = this.#afterReturn && (byte === 10 || byte === 0);
    this.#afterReturn = byte === carriageReturn && this.#client.agreed.get(option.binary) !== 'yes';
    if (!second) keys.push(byte);
  }

  /** Answers only what changes something, so that two sides can never chase each other (RFC 1143). */
  #negotiate(wanted: number): readonly number[] {
    const asksUs = this.#verb === verb.do || this.#verb === verb.dont;
    const side = asksUs ? this.#we : this.#client;
    const before = side.agreed.get(wanted);
    if (this.#verb === verb.dont || this.#verb === verb.wont) {
      side.agreed.delete(wanted);
      return before === 'yes' ? [iac, side.no, wanted] : [];
    }
    if (!side.agreeable.has(wanted)) return [iac, side.no, wanted];
    side.agreed.set(wanted, 'yes');
    return before === undefined ? [iac, side.yes, wanted] : [];
  }
}

function isVerb(byte: number): byte is Verb {
  return byte >= verb.will && byte <= verb.dont;
}

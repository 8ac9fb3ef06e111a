/**
 * Telnet as a pure function over bytes (RFC 854, 855, 856, 857, 858): what comes in is parted into text and the
 * replies that are owed, in any chunking alike. We only answer and never ask first, because the port may turn
 * out to be a raw one, where our questions would be typed into the console. The one thing that we ask for, where
 * the topology says so, is COM-PORT-OPTION (RFC 2217).
 */

/** Where the reader stands between two chunks. */
type Place = 'text' | 'command' | 'option' | 'subnegotiation' | 'subnegotiation-command';

/** What is remembered of one telnet connection. */
export interface Telnet {
  readonly place: Place;
  /** The last byte of text was a CR: a NUL after it is its second half, and no text. */
  readonly afterCr: boolean;
  readonly verb: number;
  /** The subnegotiation so far, its option first. */
  readonly said: readonly number[];
  /** Options that we perform. */
  readonly ours: ReadonlySet<number>;
  /** Options that the far end performs. */
  readonly theirs: ReadonlySet<number>;
  /** Replies given so far, by option. */
  readonly replies: ReadonlyMap<number, number>;
  readonly comPort: ComPortState;
  /** The far end has said something that only telnet says. */
  readonly speaks: boolean;
}

/** Whether the settings of a serial line behind the far end are ours to make (COM-PORT-OPTION, RFC 2217). */
export type ComPortState = 'unasked' | 'offered' | 'agreed' | 'refused';

/** What a chunk came to. */
export interface TelnetRead {
  readonly telnet: Telnet;
  readonly text: Uint8Array;
  /** Owed to the far end, to be written as it is. */
  readonly reply: Uint8Array;
  /** What the far end says of its serial line, one subnegotiation each, without their frames. */
  readonly comPort: readonly Uint8Array[];
  /** A timing mark that we asked for was answered, with yes or no. */
  readonly marked: boolean;
}

const nul = 0;
const lf = 10;
const cr = 13;
const se = 240;
const brk = 243;
const sb = 250;
const will = 251;
const wont = 252;
const doIt = 253;
const dont = 254;
const iac = 255;

const binary = 0;
const echo = 1;
const suppressGoAhead = 3;
const timingMark = 6;
const comPortOption = 44;

const weMay: ReadonlySet<number> = new Set([binary, suppressGoAhead]);
const theyMay: ReadonlySet<number> = new Set([binary, echo, suppressGoAhead]);

/** A subnegotiation that never ends (line noise, a raw port) must not swallow the console for ever. */
const subnegotiationLimit = 512;
/** Two ends that misunderstand each other could answer answers for ever; after this many we fall silent. */
const repliesPerOption = 8;

/** IAC BREAK, which a console server turns into a break on its serial line. */
export const breakSignal: Uint8Array = Uint8Array.of(iac, brk);

/** IAC DO TIMING-MARK, which whoever speaks telnet answers, whether it knows the option or not (RFC 860). */
export const timingMarkWish: Uint8Array = Uint8Array.of(iac, doIt, timingMark);

/** A connection on which nothing has been said. */
export const newTelnet: Telnet = {
  place: 'text',
  afterCr: false,
  verb: 0,
  said: [],
  ours: new Set(),
  theirs: new Set(),
  replies: new Map(),
  comPort: 'unasked',
  speaks: false,
};

/** A connection on which we are about to offer COM-PORT-OPTION, with `comPortOffer`. */
export const comPortTelnet: Telnet = { ...newTelnet, ours: new Set([comPortOption]), comPort: 'offered' };

/** To be written first of all on a connection that begins as `comPortTelnet`. */
export const comPortOffer: Uint8Array = Uint8Array.of(iac, will, comPortOption);

/** A subnegotiation of COM-PORT-OPTION in its frame, IAC doubled. */
export function framedComPort(payload: Uint8Array): Uint8Array {
  const doubled = [...payload].flatMap((byte) => (byte === iac ? [iac, iac] : [byte]));
  return Uint8Array.of(iac, sb, comPortOption, ...doubled, iac, se);
}

/** Reads one chunk. Costs a bounded time per byte; never throws. */
export function readTelnet(telnet: Telnet, bytes: Uint8Array): TelnetRead {
  const reader = new Reader(telnet);
  for (const byte of bytes) reader.take(byte);
  return reader.result();
}

/** The bytes that carry `text` to the far end: IAC doubled, and outside of BINARY every lone CR as CR NUL. */
export function writeTelnet(telnet: Telnet, text: Uint8Array): Uint8Array {
  const verbatim = telnet.ours.has(binary);
  const out: number[] = [];
  text.forEach((byte, index) => {
    out.push(byte);
    if (byte === iac) out.push(iac);
    if (byte === cr && !verbatim && text[index + 1] !== lf) out.push(nul);
  });
  return Uint8Array.from(out);
}

/** One chunk being read: mutable inside, so that a long chunk costs no garbage per byte. */
class Reader {
  #place: Place;
  #afterCr: boolean;
  #verb: number;
  #comPort: ComPortState;
  #speaks: boolean;
  #marked = false;
  readonly #said: number[];
  readonly #ours: Set<number>;
  readonly #theirs: Set<number>;
  readonly #replies: Map<number, number>;
  readonly #text: number[] = [];
  readonly #reply: number[] = [];
  readonly #ofComPort: Uint8Array[] = [];

  constructor(telnet: Telnet) {
    this.#place = telnet.place;
    this.#afterCr = telnet.afterCr;
    this.#verb = telnet.verb;
    this.#comPort = telnet.comPort;
    this.#speaks = telnet.speaks;
    this.#said = [...telnet.said];
    this.#ours = new Set(telnet.ours);
    this.#theirs = new Set(telnet.theirs);
    this.#replies = new Map(telnet.replies);
  }

  take(byte: number): void {
    if (this.#place === 'text') this.#takeText(byte);
    else if (this.#place === 'command') this.#takeCommand(byte);
    else if (this.#place === 'option') this.#takeOption(byte);
    else this.#takeSubnegotiation(byte);
  }

  result(): TelnetRead {
    const telnet = {
      place: this.#place,
      afterCr: this.#afterCr,
      verb: this.#verb,
      said: this.#said,
      ours: this.#ours,
      theirs: this.#theirs,
      replies: this.#replies,
      comPort: this.#comPort,
      speaks: this.#speaks,
    };
    return {
      telnet,
      text: Uint8Array.from(this.#text),
      reply: Uint8Array.from(this.#reply),
      comPort: this.#ofComPort,
      marked: this.#marked,
    };
  }

  #takeText(byte: number): void {
    if (byte === iac) this.#place = 'command';
    else this.#say(byte);
  }

  #say(byte: number): void {
    const halfOfCr = byte === nul && this.#afterCr && !this.#theirs.has(binary);
    this.#afterCr = byte === cr;
    if (!halfOfCr) this.#text.push(byte);
  }

  #takeCommand(byte: number): void {
    this.#place = 'text';
    if (byte === iac) this.#say(iac);
    else if (byte === sb) {
      this.#place = 'subnegotiation';
      this.#said.length = 0;
    } else if (byte >= will && byte <= dont) {
      this.#place = 'option';
      this.#verb = byte;
    }
    // All else (NOP, GA, AYT, …) asks nothing of us that a console needs.
  }

  #takeOption(option: number): void {
    this.#place = 'text';
    this.#speaks = true;
    if (option === timingMark && this.#verb < doIt) return void (this.#marked = true);
    if (option === comPortOption) this.#hearComPort();
    if (this.#verb === doIt) this.#agree(option, this.#ours, weMay.has(option), will, wont);
    if (this.#verb === will) this.#agree(option, this.#theirs, this.#theyMay(option), doIt, dont);
    if (this.#verb === dont) this.#leave(option, this.#ours, wont);
    if (this.#verb === wont) this.#leave(option, this.#theirs, dont);
  }

  /** DO and DONT answer our offer; a server that says WILL of its own takes it up as well. */
  #hearComPort(): void {
    if (this.#comPort === 'unasked') return;
    if (this.#verb === doIt || this.#verb === will) this.#comPort = 'agreed';
    if (this.#verb === dont) this.#comPort = 'refused';
  }

  #theyMay(option: number): boolean {
    return theyMay.has(option) || (option === comPortOption && this.#comPort !== 'unasked');
  }

  /** RFC 854: a state that is already so is not acknowledged again, or both ends would answer for ever. */
  #agree(option: number, performed: Set<number>, may: boolean, yes: number, no: number): void {
    if (performed.has(option)) return;
    if (!this.#answer(may ? yes : no, option)) return;
    if (may) performed.add(option);
  }

  #leave(option: number, performed: Set<number>, no: number): void {
    if (performed.delete(option)) this.#answer(no, option);
  }

  #answer(verb: number, option: number): boolean {
    const given = this.#replies.get(option) ?? 0;
    if (given >= repliesPerOption) return false;
    this.#replies.set(option, given + 1);
    this.#reply.push(iac, verb, option);
    return true;
  }

  #takeSubnegotiation(byte: number): void {
    const command = this.#place === 'subnegotiation-command';
    this.#place = 'subnegotiation';
    if (command && byte === se) this.#endSubnegotiation();
    // Not allowed inside (RFC 855): the end of the subnegotiation was lost, and a new command begins here.
    else if (command && byte !== iac) this.#takeCommand(byte);
    else if (!command && byte === iac) this.#place = 'subnegotiation-command';
    else if (this.#said.push(byte) >= subnegotiationLimit) this.#place = 'text';
  }

  #endSubnegotiation(): void {
    this.#place = 'text';
    const [option, ...payload] = this.#said;
    if (option === comPortOption && this.#comPort === 'agreed')
      this.#ofComPort.push(Uint8Array.from(payload));
  }
}

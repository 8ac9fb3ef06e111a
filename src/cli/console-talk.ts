import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { messageOf } from '../errors.ts';

/** A console and the terminal of whoever works at it. */
export interface ConsoleEnds {
  readonly unit: string;
  readonly clock: Clock;
  /** To the console. */
  readonly send: (bytes: Uint8Array) => Promise<void>;
  /** Pause between two characters that are sent; 0 for none. */
  readonly paceMs: number;
  /** Left out where the way to the console cannot send a BREAK. */
  readonly sendBreak?: (() => Promise<void>) | undefined;
  /** To the terminal; text of our own. */
  readonly show: (text: string) => void;
  /** The user wants to leave, or the line is of no use any more. */
  readonly leave: (why?: Error) => void;
}

/** `^]`, as in telnet. */
export const escapeKey = 0x1d;
/** Characters that may wait to be sent; what is pasted beyond that is lost, and said to be. */
const mostWaiting = 65_536;
const [enter, newLine, interrupt, backspace, rubout] = [0x0d, 0x0a, 0x03, 0x08, 0x7f] as const;

const helpText = [
  'quit         leave the console; whoever is logged in stays so',
  'break        send a BREAK, after it was confirmed',
  'send escape  send ^] itself',
  'Enter alone  go back to the console',
].join('\r\n  ');

/**
 * The hands-on dialogue: what is typed goes to the console as it is, but for the escape key, behind which a line is a
 * command to us. A BREAK is sent for nothing less than `break` and then `yes`.
 */
export class ConsoleTalk {
  readonly #ends: ConsoleEnds;
  #mode: 'through' | 'command' | 'confirm' = 'through';
  #typed = '';
  #waiting = 0;
  #sent: Promise<void> = Promise.resolve();

  constructor(ends: ConsoleEnds) {
    this.#ends = ends;
  }

  /** Bytes of the keyboard. */
  type(bytes: Uint8Array): void {
    let through: number[] = [];
    for (const byte of bytes) {
      if (this.#mode !== 'through') this.#edit(byte);
      else if (byte === escapeKey) {
        this.#send(through);
        through = [];
        this.#ask('command', 'fover> ');
      } else through.push(byte);
    }
    this.#send(through);
  }

  /** Resolves when everything that was typed is sent. */
  get idle(): Promise<void> {
    return this.#sent;
  }

  #ask(mode: 'command' | 'confirm', prompt: string): void {
    this.#mode = mode;
    this.#typed = '';
    this.#ends.show(`\r\n${prompt}`);
  }

  #edit(byte: number): void {
    if (byte === enter || byte === newLine) return this.#entered(this.#typed.trim().toLowerCase());
    if (byte === interrupt || byte === escapeKey) return this.#back();
    if (byte === backspace || byte === rubout) {
      if (this.#typed.length === 0) return;
      this.#typed = this.#typed.slice(0, -1);
      return this.#ends.show('\b \b');
    }
    if (byte < 0x20 || byte > 0x7e || this.#typed.length >= 40) return;
    const char = String.fromCharCode(byte);
    this.#typed += char;
    this.#ends.show(char);
  }

  #entered(words: string): void {
    if (this.#mode === 'confirm') return this.#confirmed(words);
    if (words === 'quit' || words === 'q') return this.#ends.leave();
    if (words === 'break') return this.#askBreak();
    if (words === 'send escape') this.#send([escapeKey]);
    else if (words !== '') return this.#again(words);
    this.#back();
  }

  #again(words: string): void {
    const what = words === 'help' || words === '?' ? '' : `there is no command ${words}\r\n`;
    this.#ends.show(`\r\n${what}  ${helpText}`);
    this.#ask('command', 'fover> ');
  }

  #askBreak(): void {
    if (!this.#ends.sendBreak) {
      this.#ends.show('\r\nthis way to the console cannot send a BREAK');
      return this.#back();
    }
    this.#ask(
      'confirm',
      `A BREAK stops ${this.#ends.unit} if it is booting: it stays in ROMMON. Type yes to send it: `,
    );
  }

  #confirmed(words: string): void {
    const { sendBreak, show } = this.#ends;
    if (words !== 'yes' || !sendBreak) {
      show('\r\nno BREAK was sent');
      return this.#back();
    }
    this.#sent = this.#sent.then(sendBreak).then(
      () => show('\r\nBREAK sent\r\n'),
      (error: unknown) => show(`\r\nno BREAK was sent: ${messageOf(error)}\r\n`),
    );
    this.#back();
  }

  #back(): void {
    this.#mode = 'through';
    this.#ends.show('\r\n');
  }

  #send(bytes: readonly number[]): void {
    const room = Math.max(0, mostWaiting - this.#waiting);
    if (bytes.length > room)
      this.#ends.show(`\r\nfover: too much at once; ${bytes.length - room} characters are not sent\r\n`);
    const taken = Uint8Array.from(bytes.slice(0, room));
    if (taken.length === 0) return;
    this.#waiting += taken.length;
    this.#sent = this.#sent
      .then(() => this.#deliver(taken))
      .catch((error: unknown) => this.#ends.leave(error instanceof Error ? error : undefined));
  }

  async #deliver(bytes: Uint8Array): Promise<void> {
    const { send, paceMs, clock } = this.#ends;
    const pieces = paceMs === 0 ? [bytes] : Array.from(bytes, (byte) => Uint8Array.of(byte));
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) await pause(clock, paceMs);
      await send(piece);
      this.#waiting -= piece.length;
    }
  }
}

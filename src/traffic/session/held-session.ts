import type { Cancel, Clock } from '../../clock.ts';
import type { SessionState } from '../../pair/index.ts';
import type { EchoLine, LineEnd, OpenLine } from './echo-line.ts';

/** What became of a session; instants of the clock. */
export interface SessionNews {
  readonly state: SessionState;
  readonly sinceMs: number;
  /** Between these two it was seen to be so: from what was sent last until now. */
  readonly askedMs: number;
  readonly answeredMs: number;
  /** In words, for the timeline. */
  readonly why: string;
}

/** How a session is held. */
export interface HoldingOptions {
  readonly clock: Clock;
  /** Milliseconds from an echo to the next message. */
  readonly everyMs: number;
  /** A message that is not echoed by then has stalled; a TCP that lost one packet has sent it again twice. */
  readonly stallMs: number;
  readonly onNews: (news: SessionNews) => void;
}

/** One message under way. */
interface Message {
  readonly text: string;
  readonly sentMs: number;
}

/**
 * A session that is held open through the pair: one message at a time, and the next a while after its echo. It is
 * `open` as soon as the first one came back, and `stalled` while one does not.
 */
export class HeldSession {
  readonly #options: HoldingOptions;
  readonly #line: EchoLine;
  readonly #waiters = new Set<() => void>();
  #message: Message | undefined;
  #heard = '';
  #sent = 0;
  #echoed = 0;
  #latest: SessionNews | undefined;
  #timer: Cancel = () => undefined;
  #over = false;

  constructor(openLine: OpenLine, options: HoldingOptions) {
    this.#options = options;
    this.#line = openLine({
      heard: (bytes) => this.#hear(bytes),
      ended: (how, why) => this.#end(how, why),
    });
    this.#send();
  }

  /** The last news; nothing before the first echo, stall or end. */
  get latest(): SessionNews | undefined {
    return this.#latest;
  }

  /** Messages so far. */
  get counts(): { readonly sent: number; readonly echoed: number } {
    return { sent: this.#sent, echoed: this.#echoed };
  }

  /**
   * Has it proven now whether the session lives: resolves with the next echo, stall or end, after `stallMs` at most;
   * at once while it is stalled or has ended.
   */
  prove(): Promise<void> {
    if (this.#over || this.#latest?.state === 'stalled') return Promise.resolve();
    const proven = new Promise<void>((resolve) => this.#waiters.add(resolve));
    if (!this.#message) this.#send();
    return proven;
  }

  /** Ends it in good order; there is no more news. Safe twice. */
  close(): void {
    this.#finish();
    this.#line.close();
  }

  #send(): void {
    if (this.#over) return;
    const { clock, stallMs } = this.#options;
    const text = `fover ${this.#sent++}\n`;
    const message = { text, sentMs: clock.nowMs() };
    this.#message = message;
    this.#line.send(Buffer.from(text));
    this.#timer();
    this.#timer = clock.after(stallMs, () => {
      this.#tell('stalled', message.sentMs, `not echoed for ${stallMs} ms: ${JSON.stringify(text)}`);
    });
  }

  #hear(bytes: Uint8Array): void {
    if (this.#over) return;
    this.#heard += Buffer.from(bytes).toString('latin1');
    const wanted = this.#message?.text ?? '';
    if (wanted !== this.#heard && wanted.startsWith(this.#heard)) return;
    if (wanted !== this.#heard) return this.#strange(JSON.stringify(this.#heard.slice(0, 100)));
    this.#heard = '';
    this.#message = undefined;
    this.#echoed += 1;
    this.#timer();
    const { clock, everyMs } = this.#options;
    if (this.#latest?.state !== 'open')
      this.#tell('open', clock.nowMs(), `echoed: ${JSON.stringify(wanted)}`);
    else this.#wake();
    this.#timer = clock.after(everyMs, () => this.#send());
  }

  /** Whoever answers is no echo, and nothing can be told by it. */
  #strange(answer: string): void {
    this.#line.close();
    this.#end('closed', `the far end is no echo: it answered ${answer}`);
  }

  #end(how: LineEnd, why: string): void {
    if (this.#over) return;
    this.#tell(how, this.#options.clock.nowMs(), why);
    this.#finish();
  }

  #tell(state: SessionState, sinceMs: number, why: string): void {
    const nowMs = this.#options.clock.nowMs();
    this.#latest = { state, sinceMs, askedMs: this.#message?.sentMs ?? nowMs, answeredMs: nowMs, why };
    this.#options.onNews(this.#latest);
    this.#wake();
  }

  #finish(): void {
    this.#over = true;
    this.#timer();
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiters) wake();
    this.#waiters.clear();
  }
}

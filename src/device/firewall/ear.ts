import { reasonOf } from '../../clock.ts';
import type { Cancel, Clock } from '../../clock.ts';
import type { Line } from '../../transport/index.ts';
import { receive, settled, silence, typed, underWay, type DialogueState, type Typed } from './dialogue.ts';
import { isDoubtful, toldBarePrompt } from './doubt.ts';
import type { DialogueEvent } from './event.ts';
import type { Place } from './place.ts';

type BytesListener = (bytes: Uint8Array, atMs: number) => void;
type EventListener = (event: DialogueEvent, atMs: number) => void;

/** How long it has to be quiet before a prompt is one, and how long where it may be something else. */
export interface Quiet {
  readonly settleMs: number;
  readonly doubtMs: number;
}

const linesKept = 12;
const unheardLimit = 1_048_576;

/** Listens to a line: keeps the dialogue, notices when it is quiet, and knows where the console stands. */
export class Ear {
  readonly #clock: Clock;
  readonly #quietTimes: Quiet;
  readonly #events = new Set<EventListener>();
  readonly #bytes = new Set<BytesListener>();
  readonly #lines: string[] = [];
  #unheard: { readonly bytes: Uint8Array; readonly atMs: number }[] | undefined = [];
  #unheardBytes = 0;
  #state: DialogueState = silence;
  #place: Place = { at: 'unknown' };
  #received = 0;
  #drawsBarePrompts = false;
  #doubting = false;
  #pausedMs = 0;
  #lastByteMs: number;
  #quiet: Cancel = () => undefined;
  #changed: () => void = () => undefined;
  readonly #deaf: readonly Cancel[];

  constructor(line: Line, clock: Clock, quiet: Quiet) {
    this.#clock = clock;
    this.#quietTimes = quiet;
    this.#lastByteMs = clock.nowMs();
    this.#deaf = [
      line.onBytes((bytes, atMs) => this.#hear(bytes, atMs)),
      line.onClosed((why) => this.#stop(why)),
    ];
  }

  /** Where the console stands; what settled last, until something comes after it or is typed. */
  get place(): Place {
    return this.#place;
  }

  /** It is quiet, and what stands there may be a prompt or a question: it takes longer to tell. */
  get doubting(): boolean {
    return this.#doubting;
  }

  /** How many bytes have come. */
  get received(): number {
    return this.#received;
  }

  /** The longest that nothing came between two pieces, since `forgetPauses`. */
  get pausedMs(): number {
    return this.#pausedMs;
  }

  forgetPauses(): void {
    this.#pausedMs = 0;
  }

  /** When the last byte came. */
  get lastByteMs(): number {
    return this.#lastByteMs;
  }

  /** The last lines that came, the one under way included unless a secret is coming back in it. */
  get lastLines(): readonly string[] {
    const { expected } = this.#state;
    if (expected && expected.typed !== expected.shown) return [...this.#lines];
    const row = underWay(this.#state).trim();
    return row === '' ? [...this.#lines] : [...this.#lines, row];
  }

  onEvent(listener: EventListener): Cancel {
    this.#events.add(listener);
    return () => void this.#events.delete(listener);
  }

  /** Bytes that came before the first listener was added are kept for it. */
  onBytes(listener: BytesListener): Cancel {
    this.#bytes.add(listener);
    const unheard = this.#unheard ?? [];
    this.#unheard = undefined;
    for (const { bytes, atMs } of unheard) listener(bytes, atMs);
    return () => void this.#bytes.delete(listener);
  }

  /** Announces what is typed next; from now on the console stands nowhere until it says so. */
  expect(what: Typed): void {
    this.#state = typed(this.#state, what);
    this.leave();
  }

  /** Forgets where the console stands, because something is pressed that will not come back. */
  leave(): void {
    if (this.#place.at !== 'closed') this.#place = { at: 'unknown' };
  }

  /**
   * Waits until `look` sees something, and gives it; `undefined` when `untilMs` comes first. Rejects with the
   * signal's reason. One waits at a time.
   */
  wait<T>(look: () => T | undefined, untilMs: number, signal?: AbortSignal): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const done = (end: () => void): void => {
        cancel();
        this.#changed = () => undefined;
        signal?.removeEventListener('abort', abort);
        end();
      };
      const abort = (): void => done(() => reject(reasonOf(signal)));
      const check = (): void => {
        const seen = look();
        if (seen !== undefined) done(() => resolve(seen));
      };
      const cancel = this.#clock.after(untilMs - this.#clock.nowMs(), () => done(() => resolve(undefined)));
      if (signal?.aborted) return abort();
      signal?.addEventListener('abort', abort, { once: true });
      this.#changed = check;
      check();
    });
  }

  /** Listens no more. */
  close(): void {
    for (const cancel of this.#deaf) cancel();
    this.#stop(undefined);
  }

  #hear(bytes: Uint8Array, atMs: number): void {
    this.#received += bytes.length;
    this.#pausedMs = Math.max(this.#pausedMs, atMs - this.#lastByteMs);
    this.#lastByteMs = atMs;
    this.#keepUnheard(bytes, atMs);
    for (const listener of this.#bytes) listener(bytes, atMs);
    const heard = receive(this.#state, bytes);
    this.#state = heard.state;
    this.#tell(heard.events);
    this.#quiet();
    this.#doubting = false;
    this.#quiet = this.#clock.after(this.#quietTimes.settleMs, () => this.#weigh());
    this.#changed();
  }

  #weigh(): void {
    if (!isDoubtful(this.#state, this.#drawsBarePrompts)) return this.#settle();
    this.#doubting = true;
    const { settleMs, doubtMs } = this.#quietTimes;
    this.#quiet = this.#clock.after(Math.max(0, doubtMs - settleMs), () => this.#settle());
  }

  #settle(): void {
    this.#doubting = false;
    const heard = settled(this.#state);
    this.#drawsBarePrompts = toldBarePrompt(this.#state, heard.events) ?? this.#drawsBarePrompts;
    this.#state = heard.state;
    this.#tell(heard.events);
    this.#changed();
  }

  #tell(events: readonly DialogueEvent[]): void {
    for (const event of events) {
      this.#place = this.#placeAfter(event);
      if (event.event === 'line' || event.event === 'message') this.#keepLine(event.text);
      for (const listener of this.#events) listener(event, this.#lastByteMs);
    }
  }

  #placeAfter(event: DialogueEvent): Place {
    if (event.event === 'more') return { at: 'more' };
    if (event.event === 'prompt' && event.settled) return { at: 'prompt', prompt: event.prompt };
    if (event.event === 'question' && event.settled) return { at: 'question', question: event.question };
    // Dots that settle behind a prompt leave the prompt where it is.
    if (event.event === 'message' && !endsRow(event.raw)) return this.#place;
    return this.#state.boot > 0 ? { at: 'booting' } : { at: 'unknown' };
  }

  #keepLine(text: string): void {
    if (text.trim() === '') return;
    this.#lines.push(text);
    if (this.#lines.length > linesKept) this.#lines.shift();
  }

  #keepUnheard(bytes: Uint8Array, atMs: number): void {
    if (!this.#unheard || this.#unheardBytes > unheardLimit) return;
    this.#unheardBytes += bytes.length;
    this.#unheard.push({ bytes: Uint8Array.from(bytes), atMs });
  }

  #stop(why: Error | undefined): void {
    this.#quiet();
    if (this.#place.at !== 'closed') this.#place = { at: 'closed', ...(why && { why }) };
    this.#changed();
  }
}

function endsRow(raw: Uint8Array): boolean {
  return raw.at(-1) === 0x0a;
}

import type { Cancel, Clock } from '../clock.ts';
import { DeadlinePassed, within } from '../clock.ts';
import { BenchError } from '../errors.ts';
import type { Line } from './line.ts';

/** What moves the bytes of a line: a socket, a serial port, an SSH channel. Keeps the order of what it is given. */
export interface Carrier {
  /** Resolves when the bytes were handed over. */
  send(bytes: Uint8Array): Promise<void>;
  /** Lets go of the far end and of everything held for it; called once. */
  end(): Promise<void>;
}

type BytesListener = (bytes: Uint8Array, atMs: number) => void;
type ClosedListener = (why?: Error) => void;

const writeWithinMs = 10_000;
const closeWithinMs = 3000;
/** So many bytes are kept while nobody listens; behind that the oldest go, for the last words say where a line stands. */
const keptLimit = 1_048_576;

/**
 * The part that all lines share: who listens, what is kept while nobody does, and closing exactly once. The
 * carrier reports with `arrived` and `ended`. Bytes that arrive while nobody listens are kept for the next
 * listener, so that one dialogue can hand a line over to another without losing any.
 */
export class CarriedLine implements Line {
  readonly name: string;
  readonly #clock: Clock;
  readonly #carrier: Carrier;
  readonly #bytesListeners = new Set<BytesListener>();
  readonly #closedListeners = new Set<ClosedListener>();
  #kept: { readonly bytes: Uint8Array; readonly atMs: number }[] = [];
  #keptBytes = 0;
  #open = true;
  #why: Error | undefined;
  #closing: Promise<void> | undefined;

  constructor(name: string, clock: Clock, carrier: Carrier) {
    this.name = name;
    this.#clock = clock;
    this.#carrier = carrier;
  }

  get open(): boolean {
    return this.#open;
  }

  /**
   * Rejects with `BenchError` on a closed line, and after ten seconds when the far end takes nothing. The line is over
   * then: what waits to be sent would else be typed at whatever stands there when the far end goes on.
   */
  async write(bytes: Uint8Array): Promise<void> {
    if (!this.#open) throw this.#writeFailed(bytes, 'the line is closed', this.#why);
    try {
      await within(this.#clock, writeWithinMs, this.#carrier.send(bytes));
    } catch (error) {
      const stalled = error instanceof DeadlinePassed;
      const why = stalled
        ? 'the far end takes no bytes; is it hung, or is flow control on?'
        : 'the far end went away; open the line again';
      const failed = this.#writeFailed(bytes, why, error);
      if (stalled) this.#giveUp(failed);
      throw failed;
    }
  }

  onBytes(listener: BytesListener): Cancel {
    const own: BytesListener = (bytes, atMs) => listener(bytes, atMs);
    this.#bytesListeners.add(own);
    const kept = this.#kept;
    this.#kept = [];
    this.#keptBytes = 0;
    for (const { bytes, atMs } of kept) own(bytes, atMs);
    return () => void this.#bytesListeners.delete(own);
  }

  onClosed(listener: ClosedListener): Cancel {
    if (!this.#open) {
      listener(this.#why);
      return () => undefined;
    }
    const own: ClosedListener = (why) => listener(why);
    this.#closedListeners.add(own);
    return () => void this.#closedListeners.delete(own);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** For the carrier: bytes came in just now. */
  arrived(bytes: Uint8Array): void {
    if (!this.#open || bytes.length === 0) return;
    const atMs = this.#clock.nowMs();
    if (this.#bytesListeners.size === 0) this.#keep(bytes, atMs);
    // Only those who listen now: one that takes over while we tell must not be told the same bytes again.
    const present = [...this.#bytesListeners];
    for (const listener of present) {
      if (this.#bytesListeners.has(listener)) listener(bytes, atMs);
    }
  }

  /** For the carrier: the far end is gone, and why. Does nothing on a line that is closed already. */
  ended(why: Error): void {
    this.#finish(why);
  }

  #giveUp(why: Error): void {
    this.#finish(why);
    void this.close();
  }

  async #close(): Promise<void> {
    this.#finish(undefined);
    // A line that cannot even be let go of in time is of no more use than one that is gone.
    await within(this.#clock, closeWithinMs, this.#carrier.end()).catch(() => undefined);
  }

  #keep(bytes: Uint8Array, atMs: number): void {
    this.#kept.push({ bytes, atMs });
    this.#keptBytes += bytes.length;
    while (this.#keptBytes > keptLimit && this.#kept.length > 1)
      this.#keptBytes -= this.#kept.shift()?.bytes.length ?? 0;
  }

  #finish(why: Error | undefined): void {
    if (!this.#open) return;
    this.#open = false;
    this.#why = why;
    const listeners = [...this.#closedListeners];
    this.#closedListeners.clear();
    for (const listener of listeners) listener(why);
  }

  #writeFailed(bytes: Uint8Array, why: string, cause: unknown): BenchError {
    return new BenchError(this.name, `could not write ${bytes.length} bytes: ${why}`, { cause });
  }
}

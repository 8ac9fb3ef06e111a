/**
 * Time that never runs backwards. Everything that waits, stamps or times out takes a `Clock`; nothing else in
 * the house reads the time or starts a timer. Instants are milliseconds on the monotonic clock of the machine,
 * which all processes of one machine share; they are comparable with each other and mean nothing as dates.
 */
import { uptime } from 'node:os';
import { asError } from './errors.ts';

/** Stops a timer; safe to call twice and after it has fired. */
export type Cancel = () => void;

/** Whatever tells the time and wakes: the real clock, or a virtual one. */
export interface Clock {
  /** Milliseconds (with fractions) on the monotonic clock. */
  nowMs(): number;
  /** The date, for people; never subtracted from another. */
  wall(): Date;
  /**
   * Milliseconds since the machine was started, those that it slept included, which the monotonic clock leaves out;
   * absent where nobody can tell.
   */
  sinceBootMs?(): number;
  /** Calls `then` once, `ms` milliseconds from now (at once, but never synchronously, for zero and less). */
  after(ms: number, then: () => void): Cancel;
}

/** The clock on the wall: for iron, and for the simulated bench behind real sockets. */
export const realClock: Clock = {
  nowMs: () => Number(process.hrtime.bigint()) / 1e6,
  wall: () => new Date(),
  sinceBootMs: () => uptime() * 1000,
  after(ms, then) {
    const timer = setTimeout(then, Math.max(0, ms));
    return () => clearTimeout(timer);
  },
};

/** Why the signal was aborted, as an error. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return asError(reason);
}

/** Resolves after `ms` milliseconds; rejects with the signal's reason if it is aborted first. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const leave = (): void => {
      cancel();
      reject(reasonOf(signal));
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    });
    signal?.addEventListener('abort', leave, { once: true });
  });
}

/** The promise's own end, or a rejection with the reason of the signal, whichever comes first. */
export function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(reasonOf(signal));
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    if (signal.aborted) leave();
  });
}

/** A deadline passed before the awaited thing happened; the caller knows what was awaited and says so. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`nothing came within ${Math.round(afterMs)} ms`);
    this.afterMs = afterMs;
  }
}

/** The promise's own end, or a `DeadlinePassed` rejection after `ms` milliseconds, whichever comes first. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new DeadlinePassed(ms)));
    promise.then(resolve, reject).finally(cancel);
  });
}

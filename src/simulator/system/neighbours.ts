import type { Clock } from '../../clock.ts';
import type { Mac } from '../fabric/frame.ts';

/** How often at most the same address is asked for. */
const askEveryMs = 1000;
/** How many packets wait for one neighbour; the oldest are lost. */
const longestQueue = 16;
/** What has waited for so long is lost: an answer that comes later finds nothing to send. */
const longestWaitMs = 1000;

interface Held<Waiting> {
  readonly sinceMs: number;
  readonly waiting: Waiting;
}

/** The ARP table of a unit, and what waits for its answers. */
export class Neighbours<Waiting> {
  readonly #clock: Clock;
  readonly #known = new Map<string, Mac>();
  readonly #asked = new Map<string, number>();
  readonly #waiting = new Map<string, readonly Held<Waiting>[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  macOf(nameif: string, address: string): Mac | undefined {
    return this.#known.get(`${nameif} ${address}`);
  }

  /** The addresses on that interface, the most recently acquired first. */
  recent(nameif: string): readonly string[] {
    const head = `${nameif} `;
    return [...this.#known.keys()]
      .filter((key) => key.startsWith(head))
      .map((key) => key.slice(head.length))
      .toReversed();
  }

  /** Notes where an address is, and hands over what waits for it still. */
  learn(nameif: string, address: string, mac: Mac): readonly Waiting[] {
    const key = `${nameif} ${address}`;
    this.#known.set(key, mac);
    this.#asked.delete(key);
    const held = this.#heldFor(key);
    this.#waiting.delete(key);
    return held.map(({ waiting }) => waiting);
  }

  /** Lets something wait; true if the address should be asked for now. */
  await(nameif: string, address: string, waiting: Waiting): boolean {
    const key = `${nameif} ${address}`;
    const nowMs = this.#clock.nowMs();
    const queue = [...this.#heldFor(key), { sinceMs: nowMs, waiting }];
    this.#waiting.set(key, queue.slice(-longestQueue));
    const askedMs = this.#asked.get(key);
    if (askedMs !== undefined && nowMs - askedMs < askEveryMs) return false;
    this.#asked.set(key, nowMs);
    return true;
  }

  #heldFor(key: string): readonly Held<Waiting>[] {
    const sinceMs = this.#clock.nowMs() - longestWaitMs;
    return (this.#waiting.get(key) ?? []).filter((held) => held.sinceMs >= sinceMs);
  }
}

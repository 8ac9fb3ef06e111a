import type { Clock } from '../../clock.ts';
import type { Mac } from '../fabric/frame.ts';

/** How often at most the same address is asked for. */
const askEveryMs = 1000;
/** How many packets wait for one neighbour; the oldest are lost. */
const longestQueue = 16;

/** The ARP table of a unit, and what waits for its answers. */
export class Neighbours<Waiting> {
  readonly #clock: Clock;
  readonly #known = new Map<string, Mac>();
  readonly #asked = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting[]>();

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

  /** Notes where an address is, and hands over what waited for it. */
  learn(nameif: string, address: string, mac: Mac): readonly Waiting[] {
    const key = `${nameif} ${address}`;
    this.#known.set(key, mac);
    this.#asked.delete(key);
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    return waiting;
  }

  /** Lets something wait; true if the address should be asked for now. */
  await(nameif: string, address: string, waiting: Waiting): boolean {
    const key = `${nameif} ${address}`;
    const queue = [...(this.#waiting.get(key) ?? []), waiting];
    this.#waiting.set(key, queue.slice(-longestQueue));
    const nowMs = this.#clock.nowMs();
    const askedMs = this.#asked.get(key);
    if (askedMs !== undefined && nowMs - askedMs < askEveryMs) return false;
    this.#asked.set(key, nowMs);
    return true;
  }
}

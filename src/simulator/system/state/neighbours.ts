import type { Clock } from '../../../clock.ts';
import type { Mac } from '../../fabric/frame.ts';
import type { Neighbour } from '../../message/state-entry.ts';
import type { StateTable } from './state-table.ts';

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
  readonly #table: StateTable<Neighbour>;
  readonly #asked = new Map<string, number>();
  readonly #waiting = new Map<string, readonly Held<Waiting>[]>();

  constructor(clock: Clock, table: StateTable<Neighbour>) {
    this.#clock = clock;
    this.#table = table;
  }

  macOf(nameif: string, address: string): Mac | undefined {
    return this.#table.get(`${nameif} ${address}`)?.mac;
  }

  /** The addresses on that interface, the most recently acquired first. */
  recent(nameif: string): readonly string[] {
    return this.#table
      .all()
      .filter((one) => one.nameif === nameif)
      .map(({ address }) => address)
      .toReversed();
  }

  /** Notes where an address is, and hands over what waits for it still. */
  learn(nameif: string, address: string, mac: Mac): readonly Waiting[] {
    const key = `${nameif} ${address}`;
    this.#note({ key, nameif, address, mac });
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

  #note(found: Pick<Neighbour, 'key' | 'nameif' | 'address' | 'mac'>): void {
    const nowMs = this.#clock.nowMs();
    const known = this.#table.get(found.key);
    if (known?.mac === found.mac) return this.#table.use(known);
    this.#table.add({
      kind: 'arp',
      ...found,
      startedMs: nowMs,
      seenMs: nowMs,
      lastsMs: Number.POSITIVE_INFINITY,
      toldMs: nowMs,
    });
  }

  #heldFor(key: string): readonly Held<Waiting>[] {
    const sinceMs = this.#clock.nowMs() - longestWaitMs;
    return (this.#waiting.get(key) ?? []).filter((held) => held.sinceMs >= sinceMs);
  }
}

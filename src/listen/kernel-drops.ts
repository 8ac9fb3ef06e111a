import { readFile } from 'node:fs/promises';
import type { Cancel, Clock } from '../clock.ts';
import type { Unheard } from './heard.ts';

/** How often the kernel is asked what it dropped, in milliseconds. */
const everyMs = 1000;

/** The sockets of the machine; only Linux has these files, and only there drops are known. */
const tables = ['/proc/net/udp', '/proc/net/udp6'];

/** A UDP port of ours, and what goes unheard when its buffer is full. */
export interface WatchedPort {
  readonly port: number;
  readonly witness: Unheard['witness'];
}

/** Asks the kernel over and over how many datagrams it dropped at our ports because nobody took them in time. */
export class KernelDrops {
  readonly #clock: Clock;
  readonly #ports: readonly WatchedPort[];
  readonly #onDropped: (unheard: Unheard, lost: number) => void;
  readonly #read: () => Promise<string>;
  readonly #known = new Map<number, number>();
  #sinceMs: number;
  #next: Cancel = () => undefined;
  #looking: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(
    clock: Clock,
    ports: readonly WatchedPort[],
    onDropped: (unheard: Unheard, lost: number) => void,
    read: () => Promise<string> = readTables,
  ) {
    this.#clock = clock;
    this.#ports = ports;
    this.#onDropped = onDropped;
    this.#read = read;
    this.#sinceMs = clock.nowMs();
    this.#wait();
  }

  /** Asks now, rather than at the next turn. */
  async ask(): Promise<void> {
    await this.#looking;
    await (this.#looking = this.#look());
  }

  /** Asks once more, and ends. To be called while the sockets are still open. */
  async stop(): Promise<void> {
    this.#isOver = true;
    this.#next();
    await this.ask();
  }

  #wait(): void {
    if (this.#isOver) return;
    this.#next = this.#clock.after(everyMs, () => {
      void this.ask().then(() => this.#wait());
    });
  }

  async #look(): Promise<void> {
    const dropped = droppedByPort(await this.#read());
    const toMs = this.#clock.nowMs();
    const fromMs = this.#sinceMs;
    this.#sinceMs = toMs;
    for (const { port, witness } of this.#ports) {
      const count = dropped.get(port) ?? 0;
      const lost = count - (this.#known.get(port) ?? 0);
      this.#known.set(port, count);
      if (lost <= 0) continue;
      const why = `the kernel dropped ${lost} datagrams for UDP port ${port}: its buffer was full; a larger one needs a higher sysctl net.core.rmem_max`;
      this.#onDropped({ witness, fromMs, toMs, why }, lost);
    }
  }
}

async function readTables(): Promise<string> {
  const read = tables.map((path) => readFile(path, 'latin1').catch(() => ''));
  return (await Promise.all(read)).join('\n');
}

/** The last column of each socket, by its local port in hexadecimal digits. */
function droppedByPort(table: string): ReadonlyMap<number, number> {
  const dropped = new Map<number, number>();
  for (const [, port = '', count = ''] of table.matchAll(/^ *\d+: [0-9A-F]+:([0-9A-F]{4}) .* (\d+) *$/gm)) {
    const number = Number.parseInt(port, 16);
    dropped.set(number, (dropped.get(number) ?? 0) + Number(count));
  }
  return dropped;
}

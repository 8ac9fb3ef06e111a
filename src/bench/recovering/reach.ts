import type { Pdu, Switch } from '../../device/index.ts';
import type { Bench } from '../bench.ts';
import { openPair } from './open-pair.ts';
import type { Recovering } from './recovering.ts';

/**
 * The devices of a bench, each opened when it is needed first and kept until the end: one that cannot be reached keeps
 * nothing else from being put back.
 */
export class Reach {
  readonly #recovering: Recovering;
  readonly #switches = new Map<string, Promise<Switch>>();
  readonly #pdus = new Map<string, Promise<Pdu>>();

  #pair: Promise<Bench> | undefined;

  constructor(recovering: Recovering) {
    this.#recovering = recovering;
  }

  /** Throws `BenchError` where the topology has no such switch, and where it cannot be opened; the same with a PDU. */
  switch(name: string): Promise<Switch> {
    return opened(this.#switches, name, () => this.#recovering.doors.switch(name));
  }

  pdu(name: string): Promise<Pdu> {
    return opened(this.#pdus, name, () => this.#recovering.doors.pdu(name));
  }

  /**
   * Both units at their consoles, watched; each has shown the serial number that the topology says, or `BenchError` is
   * thrown before anything is typed.
   */
  async pair(): Promise<Bench> {
    this.#pair ??= openPair(this.#recovering);
    // It is tried again by whoever needs it next.
    this.#pair.catch(() => (this.#pair = undefined));
    return this.#pair;
  }

  /** Closes whatever was opened; what cannot be closed is left to the end of the process. */
  async close(): Promise<void> {
    for (const device of [...this.#switches.values(), ...this.#pdus.values()])
      await device.then((of) => of.close()).catch(() => undefined);
    await this.#pair?.then((bench) => bench.close()).catch(() => undefined);
  }
}

function opened<T>(all: Map<string, Promise<T>>, name: string, open: () => Promise<T>): Promise<T> {
  const known = all.get(name);
  if (known) return known;
  const opening = open();
  all.set(name, opening);
  // It is tried again by whoever needs it next.
  opening.catch(() => all.delete(name));
  return opening;
}

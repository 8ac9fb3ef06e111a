/** What somebody changed by hand and has not put back: a file beside the topology, for as long as there is anything. */
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';

const thing = z.union([
  z.object({ kind: z.literal('outlet'), pdu: z.string(), outlet: z.string() }).readonly(),
  z.object({ kind: z.literal('port'), switch: z.string(), port: z.string() }).readonly(),
  /** A port that is in the VLAN `apart` and belongs into `vlan`. */
  z
    .object({
      kind: z.literal('vlan'),
      switch: z.string(),
      port: z.string(),
      vlan: z.number().int(),
      apart: z.number().int(),
    })
    .readonly(),
]);

const line = z.union([
  z.object({ intent: z.string(), restores: z.string(), since: z.iso.datetime(), of: thing }).readonly(),
  z.object({ mended: z.string() }).readonly(),
]);

/** What was changed, so that it can be put back by state. */
export type HeldThing = z.output<typeof thing>;

/** One thing that is not as it was. */
export interface Held {
  readonly id: string;
  /** In words: «outlet 1 of pdu1 on»: the state to return to. */
  readonly restores: string;
  /** The date, for it outlives the process. */
  readonly since: Date;
  readonly of: HeldThing;
}

/** `rack.by-hand.ndjson` beside `rack.yaml`. */
export const heldPath = (topologyPath: string): string =>
  `${topologyPath.replace(/\.ya?ml$/, '')}.by-hand.ndjson`;

/** Reads and writes that file. A line is written and fsynced before anything is changed, as in the journal of a run. */
export class HeldByHand {
  readonly #path: string;
  readonly #clock: Clock;

  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
  }

  /** What is not as it was, the first first. A line that was torn by a kill had changed nothing yet. */
  get open(): readonly Held[] {
    const held = new Map<string, Held>();
    for (const each of this.#lines()) {
      if ('mended' in each) held.delete(each.mended);
      else {
        const { intent: id, since, ...rest } = each;
        held.set(id, { id, since: new Date(since), ...rest });
      }
    }
    return [...held.values()];
  }

  /** The same, if this thing is among it. */
  find(isIt: (of: HeldThing) => boolean): Held | undefined {
    return this.open.find(({ of }) => isIt(of));
  }

  /** Call before the deed. */
  intend(of: HeldThing, restores: string): void {
    const since = this.#clock.wall().toISOString();
    this.#append({ intent: randomUUID(), restores, since, of });
  }

  /** Call after the thing was seen to be back. The file goes with the last one. */
  mended({ id }: Held): void {
    this.#append({ mended: id });
    if (this.open.length === 0) rmSync(this.#path, { force: true });
  }

  #lines(): readonly z.output<typeof line>[] {
    if (!existsSync(this.#path)) return [];
    return readFileSync(this.#path, 'utf8')
      .split('\n')
      .filter(isWhole)
      .map((text) => line.parse(JSON.parse(text)));
  }

  #append(written: z.input<typeof line>): void {
    const file = openSync(this.#path, 'a', 0o600);
    try {
      // Behind a line that was torn, a new one begins.
      writeSync(file, `\n${JSON.stringify(written)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

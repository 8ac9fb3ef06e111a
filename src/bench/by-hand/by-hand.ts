import type { Pdu, Switch } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import type { BenchDoors, DoorsOpening } from '../opening/doors.ts';
import { doorsOf } from '../opening/doors.ts';
import type { Notebook } from '../notebook.ts';
import { quietNotebook } from '../quiet-notebook.ts';
import type { PowerParts } from '../breaking/power.ts';
import { HeldByHand } from './held.ts';

/** A bench that somebody changes by hand: its doors, what is held, and how consent is asked for. */
export interface ByHand extends DoorsOpening {
  readonly doors: BenchDoors;
  readonly held: HeldByHand;
  readonly notebook: Notebook;
  /** True where it is agreed to. */
  readonly ask: (question: string) => Promise<boolean>;
}

/** What it takes beside the bench. */
export interface ByHandOpening {
  readonly ask: ByHand['ask'];
  /** Other doors than those of the topology. */
  readonly doors?: BenchDoors;
}

/** A bench to be changed by hand. Opens nothing yet. */
export function byHand(
  bench: DoorsOpening & { readonly kept: BenchFolder },
  { ask, doors }: ByHandOpening,
): ByHand {
  return {
    ...bench,
    doors: doors ?? doorsOf(bench),
    held: new HeldByHand(bench.kept, bench.clock),
    notebook: quietNotebook(),
    ask,
  };
}

/** Every PDU that feeds a unit, open for as long as `act` takes. */
export async function withPdus<T>(bench: ByHand, act: (parts: PowerParts) => Promise<T>): Promise<T> {
  const { topology, doors } = bench;
  const names = new Set(unitNames.flatMap((unit) => topology.units[unit].power.map(({ pdu }) => pdu)));
  const pdus = new Map<string, Pdu>();
  try {
    for (const name of names) pdus.set(name, await doors.pdu(name));
    return await act({ ...bench, pdus });
  } finally {
    for (const pdu of pdus.values()) await pdu.close();
  }
}

/** One switch, open for as long as `act` takes. */
export async function withSwitch<T>(
  { doors }: ByHand,
  name: string,
  act: (of: Switch) => Promise<T>,
): Promise<T> {
  const of = await doors.switch(name);
  try {
    return await act(of);
  } finally {
    await of.close();
  }
}

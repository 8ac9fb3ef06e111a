import type { Clock } from '../../clock.ts';
import { openConsole } from '../../device/index.ts';
import type { OpenConsole } from '../../device/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Secrets, Topology } from '../../topology/index.ts';
import type { Progress } from '../progress.ts';
import { revealWay } from './reveal-way.ts';
import { pixTypingMs } from './typing-pace.ts';

/** What a console is opened with. */
export interface ConsoleLineOpening {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly progress: Progress;
  /** The file where host keys are pinned that the topology says nothing of; without it, they are refused. */
  readonly knownHosts?: string;
}

/** The console of a unit, by the first way that leads there, and how it is typed at. Throws `BenchError`. */
export async function openConsoleLine(
  unit: UnitName,
  { topology, secrets, clock, progress, knownHosts }: ConsoleLineOpening,
): Promise<Required<Pick<OpenConsole, 'paceMs'>> & OpenConsole> {
  const ways = topology.units[unit].console.map((way) => revealWay(way, secrets));
  const opened = await openConsole(`${unit} console`, ways, {
    clock,
    warn: (text) => progress.say(text),
    ...(knownHosts === undefined ? {} : { knownHosts }),
  });
  return { ...opened, paceMs: opened.paceMs ?? (topology.pair.platform === 'pix' ? pixTypingMs : 0) };
}

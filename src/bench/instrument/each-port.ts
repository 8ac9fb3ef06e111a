import type { Switch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import type { Bench } from '../bench.ts';
import { cabledSockets } from './cabled-sockets.ts';
import type { Reading } from './instrument.ts';
import { togetherOf } from './together.ts';

/** What a switch says of one of its ports. */
interface PortTold {
  readonly words: string;
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** Asks about every switch port that a unit is cabled to: `sw1 Gi1/0/3 …words… primary inside`. */
export async function readEachPort(
  { topology, switches }: Bench,
  ask: (of: Switch, port: string) => Promise<PortTold>,
): Promise<Reading> {
  const told = cabledSockets(topology).map(async ({ switch: name, port, called }) => {
    const of = switches.get(name);
    if (!of) throw new BenchError(name, `no such switch on this bench, yet ${called} is cabled to it`);
    const { words, askedMs, answeredMs } = await ask(of, port);
    return { witness: `switch ${name}`, lines: [`${name} ${port} ${words} ${called}`], askedMs, answeredMs };
  });
  return togetherOf(await Promise.all(told));
}

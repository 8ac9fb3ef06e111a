import { instruments } from '../bench/index.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';

/** What an instrument of a virtual bench shows now. */
export async function toldBy({ bench, run }: VirtualBench, name: string): Promise<string> {
  const instrument = instruments[name];
  if (!instrument) throw new Error(`there is no instrument ${name}`);
  return (await run(instrument.read(bench, 0))).raw;
}

import type { Bench, Effect } from '../bench/index.ts';
import type { UnitName } from '../pair/index.ts';

/** A command on a console: it takes effect somewhere between its being typed and its prompt coming back. */
export async function told(bench: Bench, unit: UnitName, command: string): Promise<Effect> {
  const { askedMs, answeredMs } = await bench.tell(unit, command);
  return { effectMs: { loMs: askedMs, hiMs: answeredMs }, witness: `console ${unit}` };
}

/** Units that are told at their consoles to boot, or to crash. */
import { BenchError } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import type { Bench } from './bench.ts';
import { untilEffective } from './effect.ts';
import type { Effect } from './notebook.ts';
import { commandBoundMs, shutdownBoundMs } from './place.ts';
import { reportOf } from './seen.ts';

const listenEveryMs = 50;

const keyOf = (units: readonly UnitName[]): string => `running:${units.join('+')}`;
const consolesOf = (units: readonly UnitName[]): string => units.map((unit) => `console ${unit}`).join(', ');

/**
 * Types a command that ends in a boot, on all of these units at once, and waits until each of them says on its
 * console that it reboots. Throws `BenchError` when one does not, and `NoAnswer` when it does not read the command.
 */
export function restart(bench: Bench, units: readonly UnitName[], command: string): Promise<Effect> {
  const restores = `${units.join(' and ')} up, after «${command}»`;
  return bench.breakage.cause(
    keyOf(units),
    restores,
    () => untilBack(bench, units),
    async () => {
      const fired = await Promise.all(
        units.map(async (unit) => ({ unit, ...(await bench.consoles[unit].fire(command, commandBoundMs)) })),
      );
      const rebooted = await Promise.all(fired.map(({ unit, askedMs }) => reboots(bench, unit, askedMs)));
      return {
        effectMs: {
          loMs: Math.min(...fired.map(({ askedMs }) => askedMs)),
          hiMs: Math.max(...rebooted),
        },
        witness: consolesOf(units),
      };
    },
  );
}

/**
 * Waits until all of these units have booted and answer again. Resolves at once if they were never told to boot.
 * Throws `BenchError` when one does not come back in the time that the topology gives a pair to become steady.
 */
export function booted(bench: Bench, units: readonly UnitName[]): Promise<Effect | undefined> {
  return bench.breakage.restore(keyOf(units));
}

function reboots(bench: Bench, unit: UnitName, sinceMs: number): Promise<number> {
  const what = `«rebooting» on the console of ${unit}`;
  const awaited = { what, device: `${unit} console`, everyMs: listenEveryMs, atMostMs: shutdownBoundMs };
  const read = async (): Promise<{ reached: boolean; answeredMs: number }> => {
    const answeredMs = bench.consoles[unit].heardMs('rebooting') ?? -Infinity;
    return { reached: answeredMs >= sinceMs, answeredMs };
  };
  return untilEffective(awaited, read, bench.clock, bench.progress);
}

/** In effect from when the first console was there again until the last one was: the mate may hear a unit before that. */
async function untilBack(bench: Bench, units: readonly UnitName[]): Promise<Effect> {
  const { clock, watch, topology } = bench;
  const atMostMs = topology.pair.steady;
  const isBack = await watch.waitUntil(
    `${units.join(' and ')} answer after the boot`,
    (seen) => units.every((unit) => reportOf(seen[unit]) !== undefined),
    atMostMs,
  );
  if (!isBack)
    throw new BenchError(
      consolesOf(units),
      `no answer ${atMostMs / 1000} s after the boot began; look at the console: it may stand in the boot monitor`,
    );
  const back = units.map((unit) => bench.consoles[unit].heardMs('boot-finished') ?? clock.nowMs());
  return { effectMs: { loMs: Math.min(...back), hiMs: Math.max(...back) }, witness: consolesOf(units) };
}

/** Units that are told at their consoles to boot, or to crash. */
import { BenchError } from '../../errors.ts';
import { mateOf } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import { untilEffective } from './effect.ts';
import type { Effect } from '../notebook.ts';
import { commandBoundMs, shutdownBoundMs } from '../asking/place.ts';
import { reportOf } from '../seen.ts';
import { PairUnsettled } from '../rest/pair-unsettled.ts';

const listenEveryMs = 50;

const knownUnit = (
  { topology }: Bench,
  unit: UnitName,
): { readonly unit: UnitName; readonly serial: string } => ({
  unit,
  serial: topology.units[unit].serial,
});
const keyOf = (units: readonly UnitName[]): string => `running:${units.join('+')}`;
const consolesOf = (units: readonly UnitName[]): string => units.map((unit) => `console ${unit}`).join(', ');

/**
 * Types a command that ends in a boot, on all of these units at once, and waits until each of them says on its
 * console that it reboots. Where the command `crashes` them, a unit that falls silent without that word has gone as
 * well. Throws `BenchError` when one does neither, and `NoAnswer` when it does not read the command.
 */
export function restart(
  bench: Bench,
  units: readonly UnitName[],
  command: string,
  crashes = false,
): Promise<Effect> {
  const beganMs = bench.clock.nowMs();
  const restores = `${units.join(' and ')} up, after «${command}»`;
  return bench.breakage.cause(
    keyOf(units),
    { restores, of: { kind: 'boot', units: units.map((unit) => knownUnit(bench, unit)), command } },
    () => untilBack(bench, units, crashes ? beganMs : undefined),
    async () => {
      const fired = await Promise.all(
        units.map(async (unit) => ({ unit, ...(await bench.consoles[unit].fire(command, commandBoundMs)) })),
      );
      const rebooted = await Promise.all(
        fired.map(({ unit, askedMs }) => reboots(bench, unit, askedMs, crashes)),
      );
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
 * Throws `BenchError` when one does not come back in the time that the topology gives a pair to become steady, and
 * `PairUnsettled` when it crashed, never said that it reboots, and its mate misses it, too.
 */
export function booted(bench: Bench, units: readonly UnitName[]): Promise<Effect | undefined> {
  return bench.breakage.restore(keyOf(units));
}

function reboots(bench: Bench, unit: UnitName, sinceMs: number, crashes: boolean): Promise<number> {
  const { clock, consoles, watch } = bench;
  let silentMs: number | undefined;
  const what = `«rebooting» on the console of ${unit}`;
  const awaited = { what, device: `${unit} console`, everyMs: listenEveryMs, atMostMs: shutdownBoundMs };
  const read = async (): Promise<{ reached: boolean; answeredMs: number }> => {
    const rebootsMs = consoles[unit].heardMs('rebooting') ?? -Infinity;
    if (rebootsMs >= sinceMs) return { reached: true, answeredMs: rebootsMs };
    const latest = watch.latest[unit];
    if (latest?.saw.sight !== 'silent' || latest.askedMs < sinceMs) silentMs = undefined;
    else silentMs ??= latest.answeredMs;
    // Only then: a unit may write its crash down in silence for minutes before it says that it reboots.
    const isOver = clock.nowMs() - sinceMs >= shutdownBoundMs;
    return { reached: crashes && isOver && silentMs !== undefined, answeredMs: silentMs ?? sinceMs };
  };
  return untilEffective(awaited, read, clock, bench.progress);
}

/** In effect from when the first console was there again until the last one was: the mate may hear a unit before that. */
export async function untilBack(
  bench: Bench,
  units: readonly UnitName[],
  crashedMs: number | undefined,
): Promise<Effect> {
  const { clock, watch, topology } = bench;
  const atMostMs = topology.pair.steady;
  const isBack = await watch.waitUntil(
    `${units.join(' and ')} answer after the boot`,
    (seen) => units.every((unit) => reportOf(seen[unit]) !== undefined),
    atMostMs,
  );
  const hung = isBack || crashedMs === undefined ? [] : units.filter((unit) => hangs(bench, unit, crashedMs));
  if (hung.length > 0) throw neverBooted(hung, atMostMs);
  if (!isBack)
    throw new BenchError(
      consolesOf(units),
      `no answer ${atMostMs / 1000} s after the boot began; look at the console: it may stand in the boot monitor`,
    );
  const back = units.map((unit) => bench.consoles[unit].heardMs('boot-finished') ?? clock.nowMs());
  return { effectMs: { loMs: Math.min(...back), hiMs: Math.max(...back) }, witness: consolesOf(units) };
}

/** It was made to crash and never said that it reboots; that its mate misses it as well tells that from a lost console. */
function hangs({ consoles, watch }: Bench, unit: UnitName, crashedMs: number): boolean {
  const isBooting = (consoles[unit].heardMs('rebooting') ?? -Infinity) >= crashedMs;
  return !isBooting && reportOf(watch.latest[mateOf(unit)])?.otherHost?.state === 'failed';
}

function neverBooted(units: readonly UnitName[], atMostMs: number): PairUnsettled {
  const message = `${units.join(' and ')} crashed, and did not boot again in ${atMostMs / 1000} s`;
  return new PairUnsettled(message, [{ message, requirements: ['AS-FORMER-ACTIVE-RETURNS'] }]);
}

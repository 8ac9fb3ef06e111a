/** Failover turned off by `no failover`, and on again. */
import { BenchError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import type { ChangedOf } from '../journal/changed.ts';
import type { Effect } from '../notebook.ts';
import { commandBoundMs } from '../asking/place.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';

const key = 'failover';
const bothConsoles = unitNames.map((unit) => `console ${unit}`).join(', ');

/**
 * `no failover` on a unit. In effect once this unit says that failover is off, and its mate, if it says anything, does
 * too: the command is replicated. Throws `BenchError` when one goes on to say that it is on.
 */
export function turnFailoverOff(bench: Bench, unit: UnitName): Promise<Effect> {
  return bench.breakage.cause(
    key,
    { restores: 'failover on, on both units', of: asNow(bench) },
    () => turnOn(bench),
    async () => {
      const loMs = await type(bench, unit, 'no failover');
      const isOff = (seen: PairSeen): boolean =>
        reportOf(seen[unit])?.on === false &&
        unitNames.every((each) => seen[each] && reportOf(seen[each])?.on !== true);
      return seenBy(bench, 'failover off on both units', isOff, { loMs, atMostMs: commandBoundMs });
    },
  );
}

/** Whether failover is on, as each unit said last; a unit that says nothing has it on, as the pair at rest had. */
function asNow({ topology, watch }: Bench): ChangedOf<'failover'> {
  const units = unitNames.map((unit) => {
    const prior = reportOf(watch.latest[unit])?.on === false ? ('off' as const) : ('on' as const);
    return { unit, serial: topology.units[unit].serial, prior };
  });
  return { kind: 'failover', units };
}

/** `failover` on every unit where it is off. Safe twice, and safe if it was never turned off by us. */
export function turnFailoverOn(bench: Bench): Promise<Effect | undefined> {
  return bench.breakage.restore(key);
}

/**
 * First on the unit that carries traffic: the other one then finds an active mate and becomes the standby one (document
 * 77809, the note on the order of the commands). A unit says `pseudo-Standby` where it stood by when failover went off.
 */
export async function turnOn(bench: Bench): Promise<Effect> {
  const off: { readonly unit: UnitName; readonly stoodBy: boolean }[] = [];
  for (const unit of unitNames) {
    const { output } = await bench.tell(unit, 'show failover');
    if (/^Failover Off/m.test(output)) off.push({ unit, stoodBy: /pseudo-Standby/i.test(output) });
  }
  const [first, ...others] = off.toSorted((a, b) => Number(a.stoodBy) - Number(b.stoodBy));
  const within = { loMs: bench.clock.nowMs(), atMostMs: bench.topology.pair.steady };
  if (first) {
    await type(bench, first.unit, 'failover');
    const isActive = (seen: PairSeen): boolean => {
      const own = reportOf(seen[first.unit]);
      return own?.on === true && own.thisHost?.state === 'active';
    };
    await seenBy(bench, `${first.unit} active again`, isActive, within);
  }
  for (const { unit } of others) await type(bench, unit, 'failover');
  return seenBy(bench, 'failover on, on both units', isOnEverywhere, within);
}

const isOnEverywhere = (seen: PairSeen): boolean =>
  unitNames.every((unit) => reportOf(seen[unit])?.on === true);

/** Types one line in configuration mode. Returns the instant before. */
async function type(bench: Bench, unit: UnitName, line: string): Promise<number> {
  const askedMs = bench.clock.nowMs();
  const lines = [{ typed: line, shown: line }];
  await bench.consoles[unit].configure(lines, { boundMs: commandBoundMs });
  return askedMs;
}

async function seenBy(
  bench: Bench,
  what: string,
  isSo: (seen: PairSeen) => boolean,
  { loMs, atMostMs }: { readonly loMs: number; readonly atMostMs: number },
): Promise<Effect> {
  if (!(await bench.watch.waitUntil(what, isSo, atMostMs)))
    throw new BenchError(
      'pair',
      `the command was taken, but «${what}» did not show within ${atMostMs / 1000} s`,
    );
  return { effectMs: { loMs, hiMs: bench.clock.nowMs() }, witness: bothConsoles };
}

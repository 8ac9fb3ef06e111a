import { missingForSteady, proveIdentity, reportOf } from '../bench/index.ts';
import type { Bench, PairSeen } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { isReady, Rest } from './readiness.ts';

/** Milliseconds that a unit may take for its first `show failover`. */
const failoverBoundMs = 30_000;

/**
 * Looks who is behind each console and whether one unit could take over from the other, and changes nothing. Throws
 * `BenchError` when another unit answers than the topology says, when failover is off, and when the standby unit is not
 * ready.
 */
export async function meetPair(bench: Bench, signal: AbortSignal): Promise<Rest> {
  for (const unit of unitNames) await proveIdentity(bench, unit, signal);
  for (const unit of unitNames) await refuseOff(bench, unit);
  bench.watch.start();
  return restOf(bench, signal);
}

/** The pair as it is now, once it has had time to come to rest. Throws `BenchError` as above. */
export async function restOf(bench: Bench, signal: AbortSignal): Promise<Rest> {
  const { failover } = bench.topology.pair;
  // An interface that waits for its mate is normal, or has failed, after so long.
  const boundMs = failover['unit-hold'] + 2 * failover['interface-hold'];
  await bench.watch.waitUntil('the pair is in order', isInOrder, boundMs, signal);
  const seen = bench.watch.latest;
  if (isReady(seen)) return new Rest(bench, seen, signal);
  const why = missingForSteady(seen).join('; ');
  throw new BenchError('pair', `no unit could take over, so none is touched: ${why}`);
}

const isInOrder = (seen: PairSeen): boolean => isReady(seen) && missingForSteady(seen).length === 0;

async function refuseOff({ consoles }: Bench, unit: UnitName): Promise<void> {
  const report = reportOf(await consoles[unit].lookAtFailover(failoverBoundMs));
  if (!report) throw new BenchError(`${unit} console`, 'did not answer show failover');
  if (report.on) return;
  throw new BenchError(
    `${unit} console`,
    'failover is off; an audit configures nothing, so turn it on, or let fover run configure the pair',
  );
}

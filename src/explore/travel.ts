import { bringUp, missingForSteady, untilSteady } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import type { UnitName } from '../pair/index.ts';
import { probePace } from './bounds.ts';
import { doAll } from './do-all.ts';
import type { Evidence } from './evidence.ts';
import type { Journey } from './journey.ts';
import { openPair } from './open-pair.ts';
import { carryVirtualTraffic } from './virtual-probes.ts';

const never = new AbortController().signal;

/** Plays a journey from blank flash to the steady state after its last healing, and tells all that was seen. */
export async function travel(journey: Journey): Promise<Evidence> {
  const { bench, simulated, book, pace, run, close } = openPair(journey.pair, journey.luck);
  await run(bringUp(bench, never));
  carryVirtualTraffic(bench, simulated.flows, probePace(journey.pair));
  const beganMs = bench.clock.nowMs();
  const deeds = await run(doAll(bench, journey, () => pace.stir()));
  const healedMs = bench.clock.nowMs();
  const steady = await run(untilSteady(bench, never));
  const missing = missingForSteady(bench.watch.latest);
  const configurations = {
    primary: await run(configurationOf(bench, 'primary')),
    secondary: await run(configurationOf(bench, 'secondary')),
  };
  const endedMs = bench.clock.nowMs();
  await close();
  const { entries } = book;
  return { journey, entries, deeds, beganMs, healedMs, steady, missing, configurations, endedMs };
}

/** What a unit runs with, without the one line in which the two units of a pair differ. */
async function configurationOf(bench: Bench, unit: UnitName): Promise<readonly string[]> {
  const { output } = await bench.tell(unit, 'show running-config');
  return output.split('\n').filter((line) => !/^(failover lan unit |:|Cryptochecksum)/.test(line.trim()));
}

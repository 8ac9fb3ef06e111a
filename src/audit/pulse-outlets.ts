import { outletsNow, refuseDarkMate, refuseOtherLabels, switchPower } from '../bench/index.ts';
import type { Bench, Effect } from '../bench/index.ts';
import { pause } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import { bothAnswerBoundMs } from './plan-audit.ts';
import type { Noticed, OutletStep } from './step.ts';
import { pulsed } from './step.ts';

/**
 * Switches outlets off for as long as their PDUs want, asks both consoles, and switches them on again. Returns the units
 * that fell silent. Refused while the mate has a feed that is off, and where an outlet is called otherwise on its PDU.
 * Throws `BenchError` for that, and when a PDU said yes and its outlet did not follow; the outlets are left to be put
 * back then.
 */
export async function pulseOutlets(
  bench: Bench,
  step: OutletStep,
  signal: AbortSignal,
): Promise<readonly Noticed[]> {
  await refuseDarkMate(bench, step.unit);
  await refuseOtherLabels(bench, step.unit);
  let silent: readonly Noticed[] = [];
  await bench.notebook.act({ did: `${pulsed(step)} off`, role: 'setup', stimuli: [] }, async () => {
    const effect = await cut(bench, step);
    await pause(bench.clock, dwellOf(bench, step), signal);
    silent = await silentUnits(bench, signal);
    const seen = silent.map(({ unit }) => unit).join(', ') || 'nobody';
    return { ...effect, witness: `${effect.witness}; silent on its console: ${seen}` };
  });
  await restoreOutlets(bench, step);
  return silent;
}

/** Switches the outlets on again, if they are off. */
export async function restoreOutlets(bench: Bench, step: OutletStep): Promise<void> {
  if (!bench.breakage.has(keyOf(step))) return;
  await bench.notebook.act({ did: `${pulsed(step)} on`, role: 'setup', stimuli: [] }, () =>
    bench.breakage.restore(keyOf(step)),
  );
}

const keyOf = (step: OutletStep): string => `audit:${pulsed(step)}`;

/** The longest of the minimum off times. */
const dwellOf = ({ topology }: Bench, { feeds }: OutletStep): number =>
  Math.max(...feeds.map(({ pdu }) => topology.pdus[pdu]?.dwell ?? 0));

async function cut(bench: Bench, step: OutletStep): Promise<Effect> {
  const before = await outletsNow(bench, step.unit, step.feeds);
  const lit = before.outlets.filter(({ prior }) => prior === 'on');
  return bench.breakage.cause(
    keyOf(step),
    { restores: `${pulsed(step)} on`, of: before },
    () => switchPower(bench, step.unit, 'on', lit),
    () => switchPower(bench, step.unit, 'off', step.feeds),
  );
}

/** Asks both consoles from now on. One that answers in other words than those of `show failover` boots. */
async function silentUnits({ watch }: Bench, signal: AbortSignal): Promise<readonly Noticed[]> {
  let silent: readonly Noticed[] = [];
  const haveSpoken = await watch.waitUntil(
    'a word of both consoles',
    (seen) => {
      silent = unitNames
        .filter((unit) => seen[unit]?.saw.sight !== 'failover')
        .map((unit): Noticed => ({ unit }));
      return unitNames.every((unit) => seen[unit] !== undefined);
    },
    bothAnswerBoundMs,
    signal,
  );
  if (haveSpoken) return silent;
  throw new BenchError(
    'bench',
    `nobody knows whether a unit fell silent: not both consoles were heard within ${bothAnswerBoundMs / 1000} s`,
  );
}

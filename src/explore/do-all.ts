import type { Bench } from '../bench/index.ts';
import { pause } from '../clock.ts';
import { NoAnswer } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import { faults } from '../fault/index.ts';
import type { Fault } from '../fault/index.ts';
import { unitNames } from '../pair/index.ts';
import type { Deed } from './evidence.ts';
import { waitMs } from './journey.ts';
import type { Journey, Trial } from './journey.ts';

/** How long a port may take that is waited for: the unit behind it may still have to boot. */
const portTries = 30;

interface Step {
  readonly atMs: number;
  readonly what: Deed['what'];
  readonly trial: Trial;
}

/** Does every fault and every healing of a journey when its time has come, then mends what is still broken. */
export async function doAll(bench: Bench, journey: Journey, stir: () => void): Promise<readonly Deed[]> {
  const beganMs = bench.clock.nowMs();
  const deeds: Deed[] = [];
  for (const { atMs, what, trial } of stepsOf(journey)) {
    await pause(bench.clock, beganMs + atMs - bench.clock.nowMs());
    stir();
    deeds.push(await doOne(bench, journey, what, trial));
    stir();
  }
  await mendAll(bench);
  stir();
  return deeds;
}

/** In the order of time; a trial's fault comes before its healing. */
function stepsOf({ pair, trials }: Journey): readonly Step[] {
  let fromMs = 0;
  const steps = trials.flatMap((trial): Step[] => {
    fromMs += waitMs(trial.after, pair);
    return [
      { atMs: fromMs, what: 'fault', trial },
      { atMs: fromMs + waitMs(trial.lasts, pair), what: 'heal', trial },
    ];
  });
  return steps.toSorted((a, b) => a.atMs - b.atMs);
}

async function doOne(bench: Bench, journey: Journey, what: Deed['what'], trial: Trial): Promise<Deed> {
  const fault: Fault = faults[trial.fault];
  const { nameif } = journey.pair.interfaces[trial.at % journey.pair.interfaces.length] ?? {};
  const target = { unit: trial.unit, ...(nameif === undefined ? {} : { nameif }) };
  const begunMs = bench.notebook.at(bench.clock.nowMs());
  const deed = { what, fault: trial.fault, ...target, begunMs };
  const missing = fault.missing(bench, target);
  if (missing !== undefined) return { ...deed, refused: missing };
  const { injected, healed } = fault.stimuli(target);
  const did = what === 'fault' ? fault.did(target) : fault.mended?.(target);
  if (did === undefined) return deed;
  try {
    const effect = await bench.notebook.act(
      { did, role: what, stimuli: what === 'fault' ? injected : healed },
      () => (what === 'fault' ? fault.inject(bench, target) : fault.heal(bench, target)),
    );
    if (!effect) return deed;
    const { loMs, hiMs } = effect.effectMs;
    return { ...deed, effect: { loMs: bench.notebook.at(loMs), hiMs: bench.notebook.at(hiMs) } };
  } catch (error) {
    if (isOfTheBench(error)) return { ...deed, refused: error.message };
    throw error;
  }
}

/** Power first: a port cannot be seen to be up while the unit behind it is dark or still boots. */
async function mendAll(bench: Bench): Promise<void> {
  for (const unit of unitNames) await bench.restorePower(unit);
  for (let tries = 0; bench.journal.open.length > 0 && tries < portTries; tries += 1) {
    for (const intent of bench.journal.open) {
      try {
        await intent.mend();
      } catch (error) {
        if (!isOfTheBench(error)) throw error;
      }
    }
  }
}

function isOfTheBench(error: unknown): error is Error {
  return error instanceof BenchError || error instanceof NoAnswer;
}

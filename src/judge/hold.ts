import type { Predicted } from '../model/index.ts';
import type { Asked } from './asked.ts';
import { holdBecomes } from './becomes.ts';
import type { FlowRecord } from './flow-record.ts';
import type { LastReports } from './gathered.ts';
import { holdAlways } from './invariants.ts';
import { holdStays } from './stays.ts';
import type { Proof, Steady } from './steady.ts';
import { holdTraffic } from './traffic.ts';
import type { Finding } from './verdict.ts';
import type { Told } from './told.ts';

/** A finding, what it was held against, and whether its time is the headline of the scenario. */
export interface Held {
  readonly finding: Finding;
  readonly of: 'fault' | 'heal' | 'always';
  /** Whether it is about a unit that takes the active role. */
  readonly isTakeover: boolean;
  readonly isDecisive: boolean;
}

/** The evidence of a scenario that began in a steady state. */
export interface Evidence {
  readonly last: LastReports;
  readonly steady: Steady;
  readonly again: Proof;
  readonly asked: readonly Asked[];
  /** Whether all that was done to the pair is known: what must always hold is excused by what was asked. */
  readonly isCourseKnown: boolean;
  readonly told: Told;
  readonly flows: readonly FlowRecord[];
}

/**
 * Holds everything that must be so against the evidence. What must follow from the healing is judged only when the
 * pair did what it must after the fault: otherwise it is in a state of which the model knows nothing.
 */
export function holdAll(evidence: Evidence): readonly Held[] {
  const fault = heldOf(evidence, 'fault');
  const isAsPredicted = fault.every(({ finding }) => finding.outcome === 'pass');
  const asPredicted = [...fault, ...(isAsPredicted ? heldOf(evidence, 'heal') : [])];
  return withHeadline(evidence.isCourseKnown ? [...asPredicted, ...alwaysHeld(evidence)] : asPredicted);
}

function alwaysHeld({ last, steady, again, asked, told, flows }: Evidence): readonly Held[] {
  const traffic = asked.flatMap((each) => holdTraffic(each, flows));
  return [...traffic, ...holdAlways(last, steady, again, asked, told)].map(asAlways);
}

const asAlways = (finding: Finding): Held => ({
  finding,
  of: 'always',
  isTakeover: false,
  isDecisive: false,
});

function heldOf({ asked, told, steady }: Evidence, role: 'fault' | 'heal'): readonly Held[] {
  return asked.flatMap((each, at) => {
    if (each.role !== role) return [];
    return each.predicted.flatMap((prediction) => {
      const finding = hold(prediction, asked, at, told, steady);
      const isTakeover = prediction.prediction === 'becomes' && prediction.states.includes('active');
      return finding ? [{ finding, of: role, isTakeover, isDecisive: false }] : [];
    });
  });
}

function hold(
  prediction: Predicted,
  asked: readonly Asked[],
  at: number,
  told: Told,
  { settings }: Steady,
): Finding | undefined {
  const struck = asked[at];
  if (!struck) return undefined;
  if (prediction.prediction === 'stays') return holdStays(prediction, asked, at, told, settings);
  return holdBecomes(prediction, struck, told, settings);
}

/** The headline is the time until another unit was active, or else until whatever was awaited of the fault. */
function withHeadline(held: readonly Held[]): readonly Held[] {
  const timed = held.filter(({ of, finding }) => of === 'fault' && finding.window);
  const headline = timed.find(({ isTakeover }) => isTakeover) ?? timed[0];
  return held.map((each) => (each === headline ? { ...each, isDecisive: true } : each));
}

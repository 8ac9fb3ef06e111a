import type { Becomes, Predicted } from '../model/index.ts';
import type { Question } from '../timeline/index.ts';
import type { Asked } from './asked.ts';
import type { Awaited } from './awaited.ts';
import { holdBecomes } from './becomes.ts';
import type { FlowRecord } from './flow-record.ts';
import type { LastReports } from './gathered.ts';
import { holdAlways } from './invariants.ts';
import { holdOutages } from './outage-limit.ts';
import { holdStays } from './stays.ts';
import type { AwaitedStay } from './stays.ts';
import { holdQuestions } from './questions.ts';
import type { Proof, Steady } from './steady.ts';
import { holdTraffic } from './traffic.ts';
import type { Cancelled, Finding } from './verdict.ts';
import type { Told } from './told.ts';

/** A finding, what it was held against, and whether its time is the headline of the scenario. */
export interface Held {
  readonly finding: Finding;
  readonly of: 'fault' | 'heal' | 'always' | 'question';
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
  readonly questions: readonly Question[];
  /** Whether all that was done to the pair is known: what must always hold is excused by what was asked. */
  readonly isCourseKnown: boolean;
  /** From when on that is not known. */
  readonly unsureFromMs: number;
  readonly told: Told;
  readonly flows: readonly FlowRecord[];
  /** The longest that a flow may be interrupted, in milliseconds, where the scenario says so; and when it ended. */
  readonly outageAtMostMs?: number | undefined;
  readonly endMs: number;
}

/** What was held against the pair, and what could not be, because something else was done to it before. */
export interface HeldAll {
  readonly held: readonly Held[];
  readonly cancelled: readonly Cancelled[];
}

/**
 * Holds everything that must be so against the evidence. What must follow from a strike is judged only when the
 * pair did what it must after those before it: otherwise it is in a state of which the model knows nothing.
 */
export function holdAll(evidence: Evidence): HeldAll {
  const strikes: HeldOf[] = [];
  for (const at of evidence.asked.keys()) {
    strikes.push(heldOf(evidence, at));
    if (!strikes.at(-1)?.isAsPredicted) break;
  }
  const questioned = holdQuestions(evidence.questions, evidence).map((finding) =>
    heldAs('question', finding),
  );
  const always = evidence.isCourseKnown ? alwaysHeld(evidence) : [];
  const asPredicted = strikes.flatMap(({ held }) => held);
  return {
    held: withHeadline([...asPredicted, ...always, ...questioned]),
    cancelled: strikes.flatMap(({ cancelled }) => cancelled),
  };
}

function alwaysHeld(evidence: Evidence): readonly Held[] {
  const { last, steady, again, asked, told, flows, outageAtMostMs, endMs } = evidence;
  const traffic = asked.flatMap((_, at) => holdTraffic(asked, at, flows));
  const outages = outageAtMostMs === undefined ? [] : holdOutages(outageAtMostMs, asked, flows, endMs);
  return [...traffic, ...outages, ...holdAlways(last, steady, again, asked, told)].map((finding) =>
    heldAs('always', finding),
  );
}

/** A finding that is no headline. */
export const heldAs = (of: Held['of'], finding: Finding, isTakeover = false): Held => ({
  finding,
  of,
  isTakeover,
  isDecisive: false,
});

interface HeldOf extends HeldAll {
  /** Everybody is in the role that was foretold, as far as it was. */
  readonly isAsPredicted: boolean;
}

/** What is held of one strike: first of the roles, then of the links. */
function heldOf({ asked, told, steady: { settings } }: Evidence, at: number): HeldOf {
  const each = asked[at];
  if (!each) return { held: [], cancelled: [], isAsPredicted: false };
  const roles = each.awaited.map((awaited) => {
    const { prediction } = awaited;
    const result = isStay(awaited)
      ? holdStays(awaited, each, asked[at + 1], told, settings)
      : isChange(awaited)
        ? holdBecomes(awaited, each, told, settings)
        : undefined;
    return {
      result,
      isTakeover: prediction.prediction === 'becomes' && prediction.states.includes('active'),
    };
  });
  const links = each.links.map((awaited) => ({
    result: holdBecomes(awaited, each, told, settings),
    isTakeover: false,
  }));
  return {
    held: [...roles, ...links].flatMap(({ result, isTakeover }) =>
      result && 'outcome' in result ? [heldAs(each.role, result, isTakeover)] : [],
    ),
    cancelled: [...roles, ...links].flatMap(({ result }) =>
      result && !('outcome' in result) ? [result] : [],
    ),
    isAsPredicted: roles.every(
      ({ result }) => !result || !('outcome' in result) || result.outcome === 'pass',
    ),
  };
}

const isStay = (awaited: Awaited<Predicted>): awaited is AwaitedStay =>
  awaited.prediction.prediction === 'stays';
const isChange = (awaited: Awaited<Predicted>): awaited is Awaited<Extract<Predicted, Becomes>> =>
  awaited.prediction.prediction === 'becomes';

/** The headline is the time until another unit was active, or else until whatever was awaited of the fault. */
function withHeadline(held: readonly Held[]): readonly Held[] {
  const timed = held.filter(({ of, finding }) => of === 'fault' && finding.window);
  const headline = timed.find(({ isTakeover }) => isTakeover) ?? timed[0];
  return held.map((each) => (each === headline ? { ...each, isDecisive: true } : each));
}

import type { Becomes, Predicted } from '../model/index.ts';
import { contains, isActive } from '../pair/index.ts';
import type { FailoverSettings, Interval, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import { changeIn, timeOf, wasSoBefore, wordsFor } from './change.ts';
import type { Change } from './change.ts';
import { measure, rounded, roundedInterval, seconds, span } from './numbers.ts';
import type { Finding } from './verdict.ts';
import type { Told } from './told.ts';
import type { Word } from './word.ts';

/** What a prediction comes to, in the parts of a finding. */
interface Held {
  readonly outcome: Outcome;
  readonly seen: string;
  readonly measured?: Interval;
  readonly evidence: readonly number[];
}

/**
 * Holds «the unit becomes …» against what was said. Passes when the change was seen and its measured time lies
 * wholly inside the window; fails when that lies wholly outside, or when a word that was asked for after the end
 * of the window is still contrary; anything else is inconclusive. Absent when a later stimulus of the same kind
 * came before the window was over: then it was not really asked.
 */
export function holdBecomes(
  prediction: Predicted & Becomes,
  asked: Asked,
  told: Told,
  settings: FailoverSettings,
): Finding | undefined {
  const words = wordsFor(prediction, asked, told);
  const change = changeIn(words, prediction, asked, told.turns);
  const held = change
    ? changed(prediction, asked, change, words, settings)
    : unchanged(prediction, asked, words);
  if (!held) return undefined;
  const { rule, requirements, because, who, earliestMs, latestMs } = prediction;
  const { outcome, seen, measured, evidence } = held;
  return {
    rule,
    requirements,
    outcome,
    expected: because,
    seen,
    who,
    ...(measured ? { measured: roundedInterval(measured) } : {}),
    window: { loMs: rounded(earliestMs), hiMs: Number.isFinite(latestMs) ? rounded(latestMs) : null },
    evidence: [...new Set([asked.seq, ...evidence])].toSorted((a, b) => a - b),
  };
}

function changed(
  prediction: Becomes,
  asked: Asked,
  change: Change,
  words: readonly Word[],
  settings: FailoverSettings,
): Held {
  const { who, states, earliestMs, latestMs, saidBy } = prediction;
  const { first, before, turn } = change;
  const evidence = [...(before ? [before.seq] : []), ...(turn ? [turn.seq] : []), first.seq];
  if (wasSoBefore(words, prediction, asked))
    return {
      outcome: 'inconclusive',
      seen: `${who} was ${first.state} already before «${asked.did}» took effect`,
      evidence,
    };
  const measured = timeOf(prediction, asked, change, settings);
  const window = { loMs: earliestMs, hiMs: latestMs };
  const by =
    saidBy === 'mate'
      ? `its mate (${first.witness}) says that ${who} is ${first.state}`
      : `${who} is ${first.state}`;
  const said = `${by}, ${measure(measured)} after «${asked.did}» took effect; allowed: ${span(window)}`;
  const lost =
    isActive(first.state) && saidBy === 'itself'
      ? words.find((word) => word.askedMs >= first.answeredMs && !states.includes(word.state))
      : undefined;
  if (lost)
    return {
      outcome: 'fail',
      seen: `${said}; but then it says that it is ${lost.state}`,
      measured,
      evidence: [...evidence, lost.seq],
    };
  if (contains(window, measured)) return { outcome: 'pass', seen: said, measured, evidence };
  const isOutside = measured.hiMs < earliestMs || measured.loMs > latestMs;
  return {
    outcome: isOutside ? 'fail' : 'inconclusive',
    seen: isOutside ? said : `${said}: too uncertain to tell`,
    measured,
    evidence,
  };
}

function unchanged(
  { who, states, latestMs, saidBy }: Becomes,
  asked: Asked,
  words: readonly Word[],
): Held | undefined {
  const { effect, untilMs, endedBy, role, did } = asked;
  const deadlineMs = effect.hiMs + latestMs;
  const wish = saidBy === 'mate' ? `${who} marked as ${states[0]} by its mate` : `${who} ${states[0]}`;
  const late = words.findLast(({ askedMs }) => askedMs >= deadlineMs);
  if (late) {
    const forMs = late.askedMs - effect.hiMs;
    return {
      outcome: 'fail',
      seen: `${who} is still ${late.state} ${seconds(forMs)} after «${did}» took effect, allowed were ${seconds(latestMs)}`,
      evidence: [late.seq],
    };
  }
  const watched = seconds(Math.max(0, untilMs - effect.hiMs));
  if (latestMs !== Infinity && untilMs < deadlineMs && endedBy !== 'end') {
    if (endedBy === role) return undefined;
    return {
      outcome: 'inconclusive',
      seen: `nobody saw ${wish}, but the fault was healed after ${watched}, before the window was over`,
      evidence: [],
    };
  }
  const last = words.findLast(({ answeredMs }) => answeredMs >= effect.loMs);
  const word = last ? `the last word was ${last.state}` : 'nobody said how it is';
  return {
    outcome: 'inconclusive',
    seen: `nobody saw ${wish} in the ${watched} watched; ${word}`,
    evidence: last ? [last.seq] : [],
  };
}

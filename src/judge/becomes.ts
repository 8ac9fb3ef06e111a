import type { Becomes, Predicted } from '../model/index.ts';
import { contains, elapsed, isActive } from '../pair/index.ts';
import type { FailoverSettings, Interval, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import { measure, rounded, roundedInterval, seconds, span } from './numbers.ts';
import { blindMs } from './patience.ts';
import type { Finding } from './verdict.ts';
import type { Told, Turn, Word } from './word.ts';

/** What a prediction comes to, in the parts of a finding. */
interface Held {
  readonly outcome: Outcome;
  readonly seen: string;
  readonly measured?: Interval;
  readonly evidence: readonly number[];
}

/** A change that was seen: between when and when, and who bounds it. */
interface Change {
  readonly at: Interval;
  readonly before: Word | undefined;
  readonly first: Word;
  readonly turn: Turn | undefined;
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

/** The words about this unit by whom the prediction names, from the stimulus before to the one after. */
function wordsFor({ who, saidBy }: Becomes, { sinceMs, untilMs }: Asked, { words }: Told): readonly Word[] {
  return words.filter(
    (word) =>
      word.unit === who && word.saidBy === saidBy && word.askedMs >= sinceMs && word.answeredMs <= untilMs,
  );
}

/**
 * The first word that confirms, and the last contrary one that was asked for before that was answered. Where the
 * guides give no time, only what was asked for after the stimulus counts; otherwise the answer must be later.
 */
function changeIn(
  words: readonly Word[],
  { states, who, saidBy, latestMs }: Becomes,
  { effect }: Asked,
  turns: readonly Turn[],
): Change | undefined {
  const isAfter = (word: Word): boolean =>
    (latestMs === Infinity ? word.askedMs : word.answeredMs) >= effect.loMs;
  const first = words.find((word) => states.includes(word.state) && isAfter(word));
  if (!first) return undefined;
  const contrary = words.filter((word) => !states.includes(word.state) && word.askedMs <= first.answeredMs);
  const before = contrary.reduce<Word | undefined>(
    (a, b) => (a && a.askedMs >= b.askedMs ? a : b),
    undefined,
  );
  const loMs = before?.askedMs ?? effect.loMs;
  const to = states.includes('active') ? 'active' : states.includes('standby-ready') ? 'standby' : undefined;
  const turn = turns.find(
    (said) =>
      saidBy === 'itself' &&
      said.unit === who &&
      said.to === to &&
      said.atMs >= Math.max(loMs, effect.loMs) &&
      said.atMs <= first.answeredMs,
  );
  return { at: { loMs, hiMs: turn?.atMs ?? first.answeredMs }, before, first, turn };
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

/** The last word answered before the effect already confirms: the change cannot be told from what was before. */
function wasSoBefore(words: readonly Word[], { states }: Becomes, { effect }: Asked): boolean {
  const before = words.findLast(({ answeredMs }) => answeredMs < effect.loMs);
  return before !== undefined && states.includes(before.state);
}

/**
 * From the effect to the change. It cannot be negative where the order is certain: the unit was still seen
 * otherwise close before the effect, so the change followed it. Where the guides give no time, the order is that
 * of the question, which was asked after the effect.
 */
function timeOf(
  { latestMs }: Becomes,
  { effect }: Asked,
  { at, before }: Change,
  settings: FailoverSettings,
): Interval {
  const time = elapsed(effect, at);
  const isFresh = before !== undefined && before.answeredMs >= effect.loMs - blindMs(settings);
  const isOrdered = isFresh || latestMs === Infinity;
  return isOrdered ? { loMs: Math.max(0, time.loMs), hiMs: Math.max(0, time.hiMs) } : time;
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

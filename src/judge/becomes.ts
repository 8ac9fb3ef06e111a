import { contains, isActive } from '../pair/index.ts';
import type { FailoverSettings, Interval, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import type { Awaited } from './awaited.ts';
import { cancelledBy } from './cancelled.ts';
import { changeIn, isWished, timeOf, wasSoBefore, wordsFor } from './change.ts';
import type { Change, Wish, WishWord } from './change.ts';
import { readyTooLong } from './ready-too-long.ts';
import { measure, rounded, roundedInterval, seconds, span } from './numbers.ts';
import type { Cancelled, Finding } from './verdict.ts';
import type { Told } from './told.ts';

/** What a prediction comes to, in the parts of a finding. */
interface Held {
  readonly outcome: Outcome;
  readonly seen: string;
  readonly measured?: Interval;
  readonly evidence: readonly number[];
}

/**
 * Holds «the unit becomes …» and «the unit says that the link is …» against what was said. Passes when the change was
 * seen and its measured time lies wholly inside the window; fails when that lies wholly outside, or when a word that
 * was asked for after the end of the window is still contrary, or the unit was seen ready to take over for longer than
 * it may be; anything else is inconclusive. Cancelled when a later
 * strike made it void before it was seen.
 */
export function holdBecomes(
  awaited: Awaited<Wish>,
  asked: Asked,
  told: Told,
  settings: FailoverSettings,
): Finding | Cancelled {
  const { prediction: wish, untilMs } = awaited;
  const words = wordsFor(wish, asked, untilMs, told);
  const change = changeIn(words, wish, asked, told.turns);
  const cancelled = change ? undefined : cancelledBy(awaited, asked, words);
  if (cancelled) return cancelled;
  const held = change
    ? changed(wish, asked, change, words, settings)
    : unchanged(awaited, asked, words, told, settings);
  const { rule, requirements, because, earliestMs, latestMs } = wish;
  const { outcome, seen, measured, evidence } = held;
  return {
    rule,
    requirements,
    outcome,
    expected: because,
    seen,
    ...about(wish),
    ...(measured ? { measured: roundedInterval(measured) } : {}),
    window: { loMs: rounded(earliestMs), hiMs: Number.isFinite(latestMs) ? rounded(latestMs) : null },
    evidence: [...new Set([asked.seq, ...evidence])].toSorted((a, b) => a - b),
  };
}

/** Which unit and group a finding is about. */
const about = (wish: Wish): Pick<Finding, 'who' | 'group'> =>
  wish.prediction === 'link'
    ? { who: wish.by }
    : { who: wish.who, ...(wish.group === undefined ? {} : { group: wish.group }) };

/** What is spoken of: «secondary», «group 2 on secondary», «the failover link, by primary,». */
const subject = (wish: Wish): string => {
  if (wish.prediction === 'link') return `the ${wish.link} link, by the words of ${wish.by},`;
  return wish.group === undefined ? wish.who : `group ${wish.group} on ${wish.who}`;
};

function changed(
  wish: Wish,
  asked: Asked,
  change: Change,
  words: readonly WishWord[],
  settings: FailoverSettings,
): Held {
  const { earliestMs, latestMs } = wish;
  const { first, before, turn } = change;
  const evidence = [...(before ? [before.seq] : []), ...(turn ? [turn.seq] : []), first.seq];
  const isSoStill = wish.prediction !== 'link' && wish.mayBeSo && !lostAgain(wish, first, words, asked);
  if (wasSoBefore(words, wish, asked))
    return {
      outcome: isSoStill ? 'pass' : 'inconclusive',
      seen: `${subject(wish)} was ${first.state} already before «${asked.did}» took effect, ${asOf(first)}`,
      evidence,
    };
  const measured = timeOf(wish, asked, change, settings);
  const window = { loMs: earliestMs, hiMs: latestMs };
  const is = `${subject(wish)} is ${first.state}`;
  const by =
    wish.prediction !== 'link' && wish.saidBy === 'mate' ? `its mate (${first.witness}) says that ${is}` : is;
  const said = `${by}, ${measure(measured)} after «${asked.did}» took effect; allowed: ${span(window)}; ${asOf(first)}`;
  const lost = lostAgain(wish, first, words, asked);
  if (lost)
    return {
      outcome: 'fail',
      seen: `${said}; but then it says that it is ${lost.state}`,
      measured,
      evidence: [...evidence, lost.seq],
    };
  // What may be so already may have come before the strike.
  const isSoon = wish.prediction !== 'link' && wish.mayBeSo === true && measured.hiMs <= latestMs;
  if (isSoon || contains(window, measured)) return { outcome: 'pass', seen: said, measured, evidence };
  const isOutside = measured.hiMs < earliestMs || measured.loMs > latestMs;
  return {
    outcome: isOutside ? 'fail' : 'inconclusive',
    seen: isOutside ? said : `${said}: too uncertain to tell`,
    measured,
    evidence,
  };
}

/** By whom and when it was said. */
const asOf = ({ witness, answeredMs }: WishWord): string =>
  `so ${witness} answered at ${seconds(answeredMs)} of the run`;

/** The unit took the active role, and said afterwards that it has it no more, with nothing else done to the pair. */
function lostAgain(
  wish: Wish,
  first: WishWord,
  words: readonly WishWord[],
  { untilMs }: Asked,
): WishWord | undefined {
  const isTaken = wish.prediction !== 'link' && wish.saidBy === 'itself' && wish.states.some(isActive);
  if (!isTaken) return undefined;
  return words.find(
    (word) => word.askedMs >= first.answeredMs && word.answeredMs <= untilMs && !isWished(wish, word),
  );
}

function unchanged(
  { prediction: wish, untilMs, end }: Awaited<Wish>,
  asked: Asked,
  words: readonly WishWord[],
  told: Told,
  settings: FailoverSettings,
): Held {
  const { effect, did } = asked;
  const { latestMs, states } = wish;
  const [state = ''] = states;
  const deadlineMs = effect.hiMs + latestMs;
  const isMarked = wish.prediction !== 'link' && wish.saidBy === 'mate';
  const wished = isMarked ? `${subject(wish)} marked as ${state} by its mate` : `${subject(wish)} ${state}`;
  const late = words.findLast(({ askedMs }) => askedMs >= deadlineMs);
  if (late) {
    const forMs = late.askedMs - effect.hiMs;
    return {
      outcome: 'fail',
      seen: `${subject(wish)} is still ${late.state} ${seconds(forMs)} after «${did}» took effect, allowed were ${seconds(latestMs)}; ${asOf(late)}`,
      evidence: [late.seq],
    };
  }
  const ready = wish.prediction === 'becomes' && readyTooLong(wish, asked, untilMs, told, settings);
  if (ready)
    return {
      outcome: 'fail',
      seen: `${subject(wish)} stays ready for ${seconds(ready.forMs)}, allowed were ${seconds(ready.allowedMs)}; ${asOf(ready.last)}`,
      evidence: [ready.first.seq, ready.last.seq],
    };
  const watched = seconds(Math.max(0, untilMs - effect.hiMs));
  if (latestMs !== Infinity && untilMs < deadlineMs && end)
    return {
      outcome: 'inconclusive',
      seen: `nobody saw ${wished}, but the fault was healed after ${watched}, before the window was over`,
      evidence: [],
    };
  const last = words.findLast(({ answeredMs }) => answeredMs >= effect.loMs);
  const word = last ? `the last word was ${last.state}, ${asOf(last)}` : 'nobody said how it is';
  return {
    outcome: 'inconclusive',
    seen: `nobody saw ${wished} in the ${watched} watched; ${word}`,
    evidence: last ? [last.seq] : [],
  };
}

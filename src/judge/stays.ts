import type { Predicted, Stays } from '../model/index.ts';
import type { FailoverSettings, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import { seconds } from './numbers.ts';
import { blindMs } from './patience.ts';
import type { Finding } from './verdict.ts';
import type { Told, Turn, Word } from './word.ts';

/**
 * Holds «the unit stays …» against what was said. One contrary word or message after the effect fails it. It
 * passes on words spread over the whole time watched: nobody looked away for longer than `blindMs`, no single
 * look took longer, and the last word was asked for after the time that the model demands.
 *
 * The watch runs on through what follows as long as the model predicts the same of what follows: healing the
 * standby unit is no reason to stop looking at the active one.
 */
export function holdStays(
  prediction: Predicted & Stays,
  course: readonly Asked[],
  at: number,
  told: Told,
  settings: FailoverSettings,
): Finding | undefined {
  const asked = course[at];
  if (!asked) return undefined;
  const end = course.slice(at).find((_, step) => !isAskedAgain(prediction, course[at + step + 1])) ?? asked;
  const { rule, requirements, because, who } = prediction;
  const seen = look(prediction, asked, end, told, settings);
  if (!seen) return undefined;
  const { outcome, words, evidence } = seen;
  return {
    rule,
    requirements,
    outcome,
    expected: because,
    seen: words,
    who,
    evidence: [asked.seq, ...evidence].toSorted((a, b) => a - b),
  };
}

interface Look {
  readonly outcome: Outcome;
  readonly words: string;
  readonly evidence: readonly number[];
}

function isAskedAgain({ who, states }: Stays, next: Asked | undefined): boolean {
  return (
    next?.predicted.some(
      (p) => p.prediction === 'stays' && p.who === who && p.states.every((state) => states.includes(state)),
    ) ?? false
  );
}

function look(
  prediction: Stays,
  asked: Asked,
  end: Asked,
  told: Told,
  settings: FailoverSettings,
): Look | undefined {
  const { who, states, forMs } = prediction;
  const { effect, did } = asked;
  const own = told.words.filter(
    (word) =>
      word.unit === who &&
      word.saidBy === 'itself' &&
      word.answeredMs >= effect.loMs &&
      word.answeredMs <= end.untilMs,
  );
  const contrary = own.find((word) => word.askedMs >= effect.loMs && !states.includes(word.state));
  const turn = told.turns.find(
    (said) => isContrary(said, prediction) && said.atMs >= effect.loMs && said.atMs <= end.untilMs,
  );
  if (contrary || turn) {
    const said =
      turn && (!contrary || turn.atMs < contrary.askedMs)
        ? `a switch to ${turn.to}`
        : `that it is ${contrary?.state ?? ''}`;
    const atMs = Math.min(turn?.atMs ?? Infinity, contrary?.answeredMs ?? Infinity);
    const words = `${who} says ${said}, at most ${seconds(Math.max(0, atMs - effect.loMs))} after «${did}» took effect`;
    return {
      outcome: 'fail',
      words,
      evidence: [...(turn ? [turn.seq] : []), ...(contrary ? [contrary.seq] : [])],
    };
  }
  const right = own.filter(({ state }) => states.includes(state));
  const neededMs = effect.hiMs + forMs;
  const last = Math.max(...right.map(({ askedMs }) => askedMs));
  const evidence = [right[0], right.at(-1)].flatMap((word) => (word ? [word.seq] : []));
  const sure = seconds(Math.max(0, last - effect.hiMs));
  if (last >= neededMs) {
    const hole = holeIn(right, effect.hiMs, end.untilMs, blindMs(settings));
    if (!hole)
      return {
        outcome: 'pass',
        words: `${who} stayed ${states[0]} for the ${sure} watched, ${right.length} answers`,
        evidence,
      };
    return {
      outcome: 'inconclusive',
      words: `${who} was ${states[0]} whenever it was asked, but ${hole}`,
      evidence,
    };
  }
  if (end.endedBy !== 'end' && end.endedBy === asked.role && end.untilMs < neededMs) return undefined;
  const short =
    right.length === 0 ? `${who} did not say how it is` : `${who} was seen ${states[0]} for ${sure} only`;
  return { outcome: 'inconclusive', words: `${short}, ${seconds(forMs)} are needed`, evidence };
}

/** The unit announced a role that it must not take. */
function isContrary({ unit, to }: Turn, { who, states }: Stays): boolean {
  return unit === who && (to === 'active') !== states.includes('active');
}

/** Where nobody looked for longer than that, in words; absent if there is no such hole. */
function holeIn(
  right: readonly Word[],
  fromMs: number,
  untilMs: number,
  longestMs: number,
): string | undefined {
  let lookedMs = fromMs;
  for (const { askedMs, answeredMs } of right.toSorted((a, b) => a.askedMs - b.askedMs)) {
    if (askedMs - lookedMs > longestMs) return `nobody asked for ${seconds(askedMs - lookedMs)}`;
    if (answeredMs - askedMs > longestMs) return `one answer took ${seconds(answeredMs - askedMs)}`;
    lookedMs = Math.max(lookedMs, answeredMs);
  }
  return untilMs - lookedMs > longestMs ? `nobody asked for ${seconds(untilMs - lookedMs)}` : undefined;
}

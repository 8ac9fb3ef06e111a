import type { Predicted, Stays } from '../model/index.ts';
import type { FailoverSettings, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import { seconds } from './numbers.ts';
import { blindMs } from './patience.ts';
import type { Finding } from './verdict.ts';
import type { Lull, Told } from './told.ts';
import type { Turn, Word } from './word.ts';

/**
 * Holds «the unit stays …» against what was said. One contrary word or message after the effect fails it. It
 * passes on words spread over the whole time watched: nobody looked away for longer than `blindMs`, no single
 * look took longer, and the last word was asked for after the time that the model demands.
 *
 * A unit that was lost and gets its power back is as silent as before until it has booted: where the watch of the
 * loss alone is too short, it runs on until that unit speaks.
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
  const untilMs = [asked.untilMs, ...stillSilentUntil(asked, course[at + 1], told)];
  const looks = untilMs.map((endMs) => look(prediction, asked, endMs, told, settings));
  const seen = looks.find((each) => !each.isShort) ?? looks[0];
  if (!seen || (seen.isShort && asked.endedBy === asked.role)) return undefined;
  const { rule, requirements, because, who } = prediction;
  const evidence = [asked.seq, ...seen.evidence].toSorted((a, b) => a - b);
  return { rule, requirements, outcome: seen.outcome, expected: because, seen: seen.words, who, evidence };
}

/** What a look at the words brought; `isShort` when it ended before the time that the model demands. */
interface Look {
  readonly outcome: Outcome;
  readonly isShort: boolean;
  readonly words: string;
  readonly evidence: readonly number[];
}

/** When the unit that was lost is heard again after its power is back, if that is what comes next. */
function stillSilentUntil(
  { stimulus: lost }: Asked,
  next: Asked | undefined,
  { words }: Told,
): readonly number[] {
  if (lost.stimulus !== 'unit-silent' || next?.stimulus.stimulus !== 'unit-booting') return [];
  if (next.stimulus.unit !== lost.unit) return [];
  const heard = words.find(
    ({ unit, saidBy, askedMs }) => unit === lost.unit && saidBy === 'itself' && askedMs >= next.effect.loMs,
  );
  return [Math.min(next.untilMs, heard?.askedMs ?? Infinity)];
}

function look(prediction: Stays, asked: Asked, endMs: number, told: Told, settings: FailoverSettings): Look {
  const { who, states, forMs } = prediction;
  const { effect } = asked;
  const own = told.words.filter(
    (word) =>
      word.unit === who &&
      word.saidBy === 'itself' &&
      word.answeredMs >= effect.loMs &&
      word.answeredMs <= endMs,
  );
  const contrary = contraryIn(prediction, asked, endMs, own, told.turns);
  if (contrary) return contrary;
  const right = own.filter(({ state }) => states.includes(state));
  const last = right.reduce((latest, { askedMs }) => Math.max(latest, askedMs), -Infinity);
  const evidence = [...new Set([right[0], right.at(-1)].flatMap((word) => (word ? [word.seq] : [])))];
  const sure = seconds(Math.max(0, last - effect.hiMs));
  if (last < effect.hiMs + forMs) {
    const short =
      right.length === 0 ? `${who} did not say how it is` : `${who} was seen ${states[0]} for ${sure} only`;
    return {
      outcome: 'inconclusive',
      isShort: true,
      words: `${short}, ${seconds(forMs)} are needed`,
      evidence,
    };
  }
  const lulls = told.lulls.filter(
    ({ unit, saidBy, state, fromMs, toMs }) =>
      unit === who && saidBy === 'itself' && states.includes(state) && fromMs >= effect.loMs && toMs <= endMs,
  );
  const hole = holeIn([...right, ...lulls.map(asLook)], effect.hiMs, endMs, blindMs(settings));
  const answers = lulls.reduce((sum, { count }) => sum + count, right.length);
  const words = hole
    ? `${who} was ${states[0]} whenever it was asked, but ${hole}`
    : `${who} stayed ${states[0]} for the ${sure} watched, ${answers} answers`;
  return { outcome: hole ? 'inconclusive' : 'pass', isShort: false, words, evidence };
}

/** The first word or message that the unit is something else. */
function contraryIn(
  prediction: Stays,
  { effect, did }: Asked,
  endMs: number,
  own: readonly Word[],
  turns: readonly Turn[],
): Look | undefined {
  const { who, states } = prediction;
  const word = own.find(({ askedMs, state }) => askedMs >= effect.loMs && !states.includes(state));
  const turn = turns.find(
    (said) => isContrary(said, prediction) && said.atMs >= effect.loMs && said.atMs <= endMs,
  );
  if (!word && !turn) return undefined;
  const said =
    turn && (!word || turn.atMs < word.askedMs)
      ? `a switch to ${turn.to}`
      : `that it is ${word?.state ?? ''}`;
  const atMs = Math.min(turn?.atMs ?? Infinity, word?.answeredMs ?? Infinity);
  const words = `${who} says ${said}, at most ${seconds(Math.max(0, atMs - effect.loMs))} after «${did}» took effect`;
  return {
    outcome: 'fail',
    isShort: false,
    words,
    evidence: [turn, word].flatMap((each) => (each ? [each.seq] : [])),
  };
}

/** The unit announced a role that it must not take. */
function isContrary({ unit, to }: Turn, { who, states }: Stays): boolean {
  return unit === who && (to === 'active') !== states.includes('active');
}

/** A time in which somebody looked, and the longest in it of which nobody knows. */
interface Glance {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly blindMs?: number;
}

const asLook = ({ fromMs, toMs, blindMs: unseenMs }: Lull): Glance => ({
  askedMs: fromMs,
  answeredMs: toMs,
  blindMs: unseenMs,
});

/** Where nobody looked for longer than that, in words; absent if there is no such hole. */
function holeIn(
  right: readonly Glance[],
  fromMs: number,
  untilMs: number,
  longestMs: number,
): string | undefined {
  let lookedMs = fromMs;
  for (const { askedMs, answeredMs, blindMs: unseenMs } of right.toSorted((a, b) => a.askedMs - b.askedMs)) {
    if (askedMs - lookedMs > longestMs) return `nobody asked for ${seconds(askedMs - lookedMs)}`;
    if (unseenMs === undefined && answeredMs - askedMs > longestMs)
      return `one answer took ${seconds(answeredMs - askedMs)}`;
    if (unseenMs !== undefined && unseenMs > longestMs) return `nobody knew for ${seconds(unseenMs)}`;
    lookedMs = Math.max(lookedMs, answeredMs);
  }
  return untilMs - lookedMs > longestMs ? `nobody asked for ${seconds(untilMs - lookedMs)}` : undefined;
}

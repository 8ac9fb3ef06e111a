import type { Predicted, Stays } from '../model/index.ts';
import type { FailoverSettings, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import type { Awaited } from './awaited.ts';
import { asLook, holeIn } from './hole.ts';
import { seconds } from './numbers.ts';
import { blindMs } from './patience.ts';
import { stillSilentUntil } from './still-silent.ts';
import type { Cancelled, Finding } from './verdict.ts';
import type { Told } from './told.ts';
import type { Turn, Word } from './word.ts';

/** A prediction that somebody stays as it is, and until when words speak of it. */
export type AwaitedStay = Awaited<Extract<Predicted, Stays>>;

/**
 * Holds «the unit stays …» against what was said. One contrary word or message after the effect fails it. It
 * passes on words spread over the whole time watched: nobody looked away for longer than `blindMs`, no single
 * look took longer, and the last word was asked for after the time that the model demands. Where a further fault came
 * before that time was over it is cancelled, unless something contrary was seen before.
 *
 * A unit that was lost and gets its power back is as silent as before until it has booted: where the watch of the
 * loss alone is too short, it runs on until that unit speaks or is spoken of as back.
 */
export function holdStays(
  { prediction, untilMs, end }: AwaitedStay,
  asked: Asked,
  next: Asked | undefined,
  told: Told,
  settings: FailoverSettings,
): Finding | Cancelled {
  const ends = [untilMs, ...stillSilentUntil(asked, next, told)];
  const looks = ends.map((endMs) => look(prediction, asked, endMs, told, settings));
  const seen = looks.find((each) => !each.isShort) ?? looks[0];
  const { rule, requirements, because, who, group } = prediction;
  if (!seen || (seen.isShort && end?.isAsked)) {
    const afterMs = Math.max(0, (end?.effect.loMs ?? 0) - asked.effect.hiMs);
    const why = `«${end?.did ?? ''}» took effect ${seconds(afterMs)} after «${asked.did}», before its time was over`;
    return { rule, requirements, expected: because, why, evidence: [asked.seq, ...(end ? [end.seq] : [])] };
  }
  const evidence = [...new Set([asked.seq, ...seen.evidence])].toSorted((a, b) => a - b);
  const of = group === undefined ? { who } : { who, group };
  return { rule, requirements, outcome: seen.outcome, expected: because, seen: seen.words, ...of, evidence };
}

/** What a look at the words brought; `isShort` when it ended before the time that the model demands. */
interface Look {
  readonly outcome: Outcome;
  readonly isShort: boolean;
  readonly words: string;
  readonly evidence: readonly number[];
}

/** «primary», or «group 2 on primary». */
const called = ({ who, group }: Stays): string => (group === undefined ? who : `group ${group} on ${who}`);

function look(prediction: Stays, asked: Asked, endMs: number, told: Told, settings: FailoverSettings): Look {
  const { who, group, states, forMs } = prediction;
  const unit = called(prediction);
  const { effect } = asked;
  const own = told.words.filter(
    (word) =>
      word.unit === who &&
      word.group === group &&
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
      right.length === 0 ? `${unit} did not say how it is` : `${unit} was seen ${states[0]} for ${sure} only`;
    return {
      outcome: 'inconclusive',
      isShort: true,
      words: `${short}, ${seconds(forMs)} are needed`,
      evidence,
    };
  }
  const lulls = told.lulls.filter(
    (lull) =>
      lull.unit === who &&
      lull.group === group &&
      lull.saidBy === 'itself' &&
      states.includes(lull.state) &&
      lull.fromMs >= effect.loMs &&
      lull.toMs <= endMs,
  );
  const hole = holeIn([...right, ...lulls.map(asLook)], effect.hiMs, endMs, blindMs(settings));
  const answers = lulls.reduce((sum, { count }) => sum + count, right.length);
  const words = hole
    ? `${unit} was ${states[0]} whenever it was asked, but ${hole}`
    : `${unit} stayed ${states[0]} for the ${sure} watched, ${answers} answers${by(right)}`;
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
  const { states } = prediction;
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
  const words = `${called(prediction)} says ${said}, at most ${seconds(Math.max(0, atMs - effect.loMs))} after «${did}» took effect${by([word ?? turn])}`;
  return {
    outcome: 'fail',
    isShort: false,
    words,
    evidence: [turn, word].flatMap((each) => (each ? [each.seq] : [])),
  };
}

/** The unit announced a role that it must not take. */
function isContrary({ unit, group, to }: Turn, { who, group: own, states }: Stays): boolean {
  return unit === who && group === own && (to === 'active') !== states.includes('active');
}

/** By whom it was said. */
const by = ([first]: readonly (Word | Turn | undefined)[]): string => (first ? ` (${first.witness})` : '');

import type { ScenarioVerdict } from '../judge/index.ts';
import type { Drawn } from './any-drawn.ts';
import { ask } from './ask.ts';
import { benchDefects } from './defect-concerns.ts';
import { laws } from './law/index.ts';
import { endure, type Ordeal, ordealLaws } from './ordeal/index.ts';
import type { Question } from './question.ts';
import { travel } from './travel.ts';

/** What became of one thing drawn. */
export interface Played {
  /** Virtual milliseconds. */
  readonly playedMs: number;
  /** What kind of thing it was and what came of it, for the count at the end. */
  readonly kind: string;
  /** How a law was broken, one line each. */
  readonly broken: readonly string[];
}

/** Plays what was drawn and holds it against the laws. */
export async function playDrawn(drawn: Drawn): Promise<Played> {
  if ('question' in drawn) return playQuestion(drawn.question);
  if ('ordeal' in drawn) return playOrdeal(drawn.ordeal);
  const evidence = await travel(drawn.journey);
  const broken = laws.flatMap((law) => law.broken(evidence).map((how) => `${law.name}: ${how}`));
  return { playedMs: evidence.endedMs, kind: 'journeys', broken };
}

async function playOrdeal(ordeal: Ordeal): Promise<Played> {
  const endured = await endure(ordeal);
  const broken = ordealLaws.flatMap((law) => law.broken(endured).map((how) => `${law.name}: ${how}`));
  return { playedMs: endured.endedMs, kind: `ordeals ${ordeal.pair.make} ${ordeal.pair.kind}`, broken };
}

async function playQuestion(question: Question): Promise<Played> {
  const { verdict, playedMs } = await ask(question);
  const kind = question.defect === undefined ? 'honest scenarios' : 'broken pairs';
  if (!verdict) return { playedMs, kind: `${kind} pending`, broken: [] };
  return { playedMs, kind: `${kind} ${verdict.outcome}`, broken: injustice(question, verdict) };
}

/** How the judge was wrong: a pair in order was failed, or one that is not was passed. */
function injustice({ defect }: Question, { outcome, because, findings }: ScenarioVerdict): readonly string[] {
  const isHonest = defect === undefined || benchDefects.has(defect);
  if (isHonest && outcome === 'fail') {
    const failed = findings.filter((finding) => finding.outcome === 'fail');
    const told = failed.map(({ rule, expected, seen }) => `  ${rule}: expected ${expected}; seen ${seen}`);
    return [`judge: a pair that is in order was failed: ${because}`, ...told];
  }
  if (defect !== undefined && outcome === 'pass')
    return [`judge: a pair with ${defect} was passed: ${because}`];
  return [];
}

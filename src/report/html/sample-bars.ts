import { seconds } from '../words.ts';
import type { Bar, Tone } from './lane.ts';

/** One answer to one question: at some instant of its time, the word was true. */
export interface Sample {
  readonly fromMs: number;
  readonly toMs: number;
  readonly word: string;
  readonly tone: Tone;
  readonly seq: number;
}

interface Run {
  readonly first: Sample;
  readonly last: Sample;
}

/**
 * Answers as bars: one for each run of equal words, and a hatched one between two different words, within which (or
 * within the two questions beside it) the change lies. Where nobody asked for long, there is no bar.
 */
export function sampleBars(samples: readonly Sample[]): readonly Bar[] {
  const runs: Run[] = [];
  const inOrder = samples.toSorted((a, b) => a.fromMs - b.fromMs || a.seq - b.seq);
  const patienceMs = patience(inOrder);
  for (const sample of inOrder) {
    const run = runs.at(-1);
    const joined = run?.last.word === sample.word && sample.fromMs - run.last.toMs <= patienceMs;
    if (run && joined) runs[runs.length - 1] = { first: run.first, last: sample };
    else runs.push({ first: sample, last: sample });
  }
  return runs.flatMap((run, at) => {
    const next = runs[at + 1];
    return [runBar(run), ...(next && next.first.word !== run.last.word ? [betweenBar(run, next)] : [])];
  });
}

/** Two equal answers are joined only if nobody had stopped asking in between: four times the usual spacing. */
function patience(inOrder: readonly Sample[]): number {
  const spacings = inOrder.slice(1).map((sample, at) => sample.fromMs - (inOrder[at]?.fromMs ?? 0));
  const usual = spacings.toSorted((a, b) => a - b)[Math.floor(spacings.length / 2)] ?? 0;
  return Math.max(2000, 4 * usual);
}

function runBar({ first, last }: Run): Bar {
  const title = `${first.word}: first answer ${seconds(first.fromMs)}, last ${seconds(last.toMs)}`;
  return {
    fromMs: first.fromMs,
    toMs: last.toMs,
    tone: first.tone,
    label: first.word,
    title,
    seq: first.seq,
  };
}

function betweenBar(run: Run, next: Run): Bar {
  const { toMs: fromMs, word } = run.last;
  const { fromMs: toMs, word: becomes } = next.first;
  const earliest = seconds(run.last.fromMs);
  const latest = seconds(next.first.toMs);
  const title = `from ${word} to ${becomes}: between ${earliest} and ${latest}`;
  return { fromMs, toMs: Math.max(fromMs, toMs), tone: 'between', label: '', title };
}

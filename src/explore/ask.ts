import { bringUp } from '../bench/index.ts';
import { judgeScenario } from '../judge/index.ts';
import type { ScenarioVerdict } from '../judge/index.ts';
import { play } from '../scenario/index.ts';
import { judgedPaceMs } from './bounds.ts';
import { openPair } from './open-pair.ts';
import { scenarioOf } from './question.ts';
import type { Question } from './question.ts';
import { carryVirtualTraffic } from './virtual-probes.ts';

const never = new AbortController().signal;
/** As often as the probes of a suite would be, within reason. */
const probes = { everyMs: 200, batchEveryMs: 1000 };

/** What the judge made of a question; nothing if the bench could not ask it. */
export interface Asked {
  readonly verdict?: ScenarioVerdict;
  /** Virtual milliseconds. */
  readonly playedMs: number;
}

/** Plays the question with the player of the suites, and lets the judge judge it by the timeline alone. */
export async function ask(question: Question): Promise<Asked> {
  const { pair, luck, defect } = question;
  const { bench, simulated, book, pace, run, close } = openPair(
    pair,
    luck,
    defect === undefined ? [] : [defect],
    judgedPaceMs(pair),
  );
  const scenario = scenarioOf(question);
  await run(bringUp(bench, never));
  pace.stir();
  carryVirtualTraffic(bench, simulated.flows, probes);
  const played = await run(play(bench, scenario, never));
  const playedMs = bench.clock.nowMs();
  await close();
  return played.played ? { verdict: judgeScenario(book.entries, scenario.name), playedMs } : { playedMs };
}

import { messageOf } from '../errors.ts';
import { DeadlinePassed, realClock, within } from '../clock.ts';
import { judgeScenario } from '../judge/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { liveRun, register } from './live.ts';
import type { PlayedScenario } from './played.ts';
import { NoEvidence } from './words.ts';

/** Thrown so that mocha shows the test as failed; the timeline already tells it, and nobody need tell it again. */
export class Told extends Error {
  override readonly name = 'Told';
}

/** Milliseconds that the assertions of a suite may take; one that never ends must not hold the bench for ever. */
const assertionBoundMs = 60_000;

/**
 * One mocha test: plays the scenario on the bench of the run and has it judged against the guides. With `then`,
 * assertions of your own follow; one that fails makes the scenario fail. Pending, with its reason, when the
 * bench cannot cause the fault.
 */
export function certify(scenario: Scenario, then?: (played: PlayedScenario) => unknown): void {
  register(scenario);
  const test = it(scenario.title, async function () {
    const played = await playNow(scenario);
    if ('pending' in played) this.skip();
    const { verdict } = played;
    if (then) await assertions(scenario, () => then(played));
    if (verdict.outcome !== 'pass' && verdict.outcome !== 'waived')
      throw new Told(`${verdict.outcome}: ${verdict.because}`);
  });
  // A describe may set both for tests of its own: a scenario has its bounds, and is played once.
  test.timeout(0);
  test.retries(0);
}

async function playNow(scenario: Scenario): Promise<PlayedScenario | { readonly pending: string }> {
  const run = liveRun();
  const outcome = await run.play(scenario);
  if (!outcome.played) {
    run.pending(scenario, outcome.pending);
    return { pending: outcome.pending };
  }
  const entries = run.recorder.entriesOf(scenario.name);
  const verdict = judgeScenario(run.recorder.entries, scenario.name, run.waivers);
  run.judged(verdict);
  return { scenario, verdict, entries };
}

/**
 * A failed assertion of the suite is evidence like any other: it goes into the timeline, so that every later
 * judging knows it. One with nothing to stand on leaves the scenario open.
 */
async function assertions(scenario: Scenario, check: () => unknown): Promise<void> {
  try {
    await within(realClock, assertionBoundMs, Promise.resolve(check()));
  } catch (error) {
    const late = error instanceof DeadlinePassed;
    const said = messageOf(error);
    const message = late ? `the assertions of the suite did not end: ${said}` : said;
    const { recorder } = liveRun();
    recorder.record({
      kind: 'trouble',
      atMs: recorder.now(),
      scenario: scenario.name,
      whose: late || error instanceof NoEvidence ? 'unsure' : 'suite',
      message,
    });
    throw new Told(message, { cause: error });
  }
}

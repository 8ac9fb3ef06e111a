import { inWords } from '../../bench/index.ts';
import { realClock } from '../../clock.ts';
import { asError } from '../../errors.ts';
import { judgeScenario } from '../../judge/index.ts';
import type { ScenarioVerdict } from '../../judge/index.ts';
import { play, unfitFor } from '../../scenario/index.ts';
import type { Played, Scenario } from '../../scenario/index.ts';
import { frontDoor, goLive, loadSuites, registeredScenarios, suiteFile, Told } from '../../suite/index.ts';
import type { LiveRun } from '../../suite/index.ts';
import { readTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { courseLines } from './course-lines.ts';
import { NeverAtRest, openRehearsalBench } from './rehearsal-bench.ts';
import type { RehearsalBench } from './rehearsal-bench.ts';
import type { Rehearsed, RehearsalOrder, RehearsedSuite } from './rehearsed.ts';

const never = new AbortController().signal;
const units = ['primary', 'secondary'] as const;
/** How many lines of each console are told of a scenario that did not pass. */
const tailLines = 25;

/** A scenario that is on, or was. */
interface Scene {
  readonly scenario: Scenario;
  readonly beganMs: number;
  readonly wallBeganMs: number;
  endedMs: number;
  wallEndedMs: number;
  verdict?: ScenarioVerdict;
  pending?: string;
  thrown?: string;
}

/** Plays a suite, one scenario after the other, on virtual benches of one topology. */
class Rehearsal {
  readonly #order: RehearsalOrder;
  readonly #scenes: Rehearsed[] = [];
  #planned: readonly string[] = [];
  #topology: Topology | undefined;
  #opened: RehearsalBench | undefined;
  #scene: Scene | undefined;
  #trouble: string | undefined;

  constructor(order: RehearsalOrder) {
    this.#order = order;
  }

  async play(): Promise<RehearsedSuite> {
    const { suite, topology, defects } = this.#order;
    try {
      this.#topology = readTopology(topology).topology;
      const suites = await loadSuites([suiteFile(suite)], frontDoor);
      this.#planned = registeredScenarios().map(({ name }) => name);
      goLive(this.#live());
      await suites.run((title, error) => this.#failed(title, error)).ended;
    } catch (error) {
      this.#trouble ??= inWords(error);
    } finally {
      goLive(undefined);
      this.#finish();
      await this.#close();
    }
    const trouble = this.#trouble === undefined ? {} : { trouble: this.#trouble };
    return { suite, topology, defects, scenarios: this.#scenes, ...trouble };
  }

  #live(): LiveRun {
    const book = (): RehearsalBench['book'] => {
      if (!this.#opened) throw new Error('no bench is open');
      return this.#opened.book;
    };
    return {
      recorder: {
        get entries() {
          return book().entries;
        },
        entriesOf: (scenario) => book().entriesOf(scenario),
        record: (entry) => book().record(entry),
        now: () => book().now(),
      },
      play: (scenario) => this.#playOne(scenario),
      judged: (verdict) => void (this.#scene && (this.#scene.verdict = verdict)),
      pending: (_scenario, why) => void (this.#scene && (this.#scene.pending = why)),
    };
  }

  async #playOne(scenario: Scenario): Promise<Played> {
    this.#finish();
    const { only, fresh } = this.#order;
    if (only && !only.includes(scenario.name)) return { played: false, pending: 'not asked for' };
    if (this.#trouble !== undefined) return { played: false, pending: this.#trouble };
    const missing = this.#topology && unfitFor({ topology: this.#topology }, scenario);
    if (missing !== undefined) return this.#pending(scenario, missing);
    if (fresh) await this.#close();
    const wallBeganMs = realClock.nowMs();
    const opened = (this.#opened ??= await this.#open());
    const beganMs = opened.clock.nowMs();
    for (const unit of units) opened.tails[unit].clear();
    const scene: Scene = { scenario, beganMs, wallBeganMs, endedMs: beganMs, wallEndedMs: wallBeganMs };
    this.#scene = scene;
    try {
      return await opened.run(play(opened.bench, scenario, never));
    } catch (error) {
      scene.thrown = asError(error).stack ?? inWords(error);
      throw new Told(inWords(error), { cause: error });
    } finally {
      scene.endedMs = opened.clock.nowMs();
      scene.wallEndedMs = realClock.nowMs();
    }
  }

  /** No bench is brought up for what it cannot play. */
  #pending({ name, title, fault }: Scenario, because: string): Played {
    const struck = fault === undefined ? {} : { fault };
    const unplayed = { virtualMs: 0, wallMs: 0, findings: [], course: [] };
    this.#scenes.push({ name, title, ...struck, outcome: 'pending', because, ...unplayed });
    return { played: false, pending: because };
  }

  async #open(): Promise<RehearsalBench> {
    try {
      return await openRehearsalBench(this.#order, this.#planned);
    } catch (error) {
      if (error instanceof NeverAtRest) this.#scenes.push(broughtUp(error.verdict));
      this.#trouble = error instanceof NeverAtRest ? error.message : inWords(error);
      throw new Told(this.#trouble, { cause: error });
    }
  }

  /** A test that fails for a reason of its own: what a suite asserts is in the timeline already. */
  #failed(title: string, error: unknown): void {
    if (error instanceof Told) return;
    const said = asError(error).stack ?? inWords(error);
    if (this.#scene) this.#scene.thrown ??= said;
    else this.#trouble ??= `${title}: ${said}`;
  }

  /** Writes down how the last scenario ended; a bench on which something of ours broke is not used again. */
  #finish(): void {
    const [scene, opened] = [this.#scene, this.#opened];
    if (!scene || !opened) return;
    this.#scene = undefined;
    this.#scenes.push(this.#rehearsed(scene, opened));
    if (scene.thrown !== undefined) this.#opened = undefined;
  }

  #rehearsed(scene: Scene, { book, tails }: RehearsalBench): Rehearsed {
    const { name, title, fault } = scene.scenario;
    const entries = book.entriesOf(name);
    const asserted = entries.some(({ kind }) => kind === 'trouble');
    const verdict = scene.verdict && asserted ? judgeScenario(book.entries, name) : scene.verdict;
    const outcome = outcomeOf(scene, verdict);
    const because = scene.thrown ?? scene.pending ?? verdict?.because ?? 'it was not judged';
    const isTold = this.#order.verbose || !['pass', 'pending'].includes(outcome);
    const consoles = units.flatMap((unit) => [
      `── the end of the console of ${unit}`,
      ...tails[unit].lines(tailLines).map((line) => `   │ ${line}`),
    ]);
    return {
      name,
      title,
      ...(fault === undefined ? {} : { fault }),
      outcome,
      because,
      virtualMs: scene.endedMs - scene.beganMs,
      wallMs: scene.wallEndedMs - scene.wallBeganMs,
      findings: findingsOf(verdict),
      course: isTold ? [...courseLines(entries), ...consoles] : [],
    };
  }

  async #close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.close().catch(() => undefined);
  }
}

/** A pair that did not come to rest: there is nothing more to tell than why. */
const broughtUp = (verdict: ScenarioVerdict): Rehearsed => ({
  name: verdict.scenario,
  title: verdict.title,
  outcome: verdict.outcome === 'waived' ? 'fail' : verdict.outcome,
  because: verdict.because,
  virtualMs: verdict.toMs,
  wallMs: 0,
  findings: findingsOf(verdict),
  course: [],
});

const findingsOf = (verdict: ScenarioVerdict | undefined): Rehearsed['findings'] =>
  (verdict?.findings ?? []).map(({ evidence: _evidence, ...told }) => told);

function outcomeOf({ thrown, pending }: Scene, verdict: ScenarioVerdict | undefined): Rehearsed['outcome'] {
  if (thrown !== undefined) return 'broken';
  if (pending !== undefined) return 'pending';
  if (!verdict) return 'broken';
  if (verdict.outcome === 'waived') return 'fail';
  return verdict.infrastructure && verdict.outcome !== 'fail' ? 'infrastructure' : verdict.outcome;
}

/** Plays all that is ordered and tells how each scenario ended. Nothing is thrown: what breaks is told as well. */
export function rehearseSuite(order: RehearsalOrder): Promise<RehearsedSuite> {
  return new Rehearsal(order).play();
}

import type { Bench } from '../bench/index.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { LostProbes, ProbeSighting } from '../pair/index.ts';
import type { SimulatedFlow } from '../simulator/index.ts';

interface Probe {
  readonly seq: number;
  readonly sentMs: number;
  arrivals: number;
}

/** A probe that has not arrived by then is lost: units hold one for a second while they look for its receiver. */
const settleMs = 1500;

/** How often a probe of each flow is sent, and how often a batch of them is told, in milliseconds. */
export interface ProbePace {
  readonly everyMs: number;
  readonly batchEveryMs: number;
}

/** The probes of one flow on a virtual clock: one every `everyMs`, told in batches once all of a batch is settled. */
class FlowOfProbes {
  readonly #flow: SimulatedFlow;
  readonly #clock: Clock;
  readonly #pace: ProbePace;
  readonly #told: (saw: ProbeSighting) => void;
  readonly #open: Probe[] = [];
  readonly #cancels: Cancel[];
  #nextSeq = 0;
  #strays = 0;
  #next: Cancel = () => undefined;

  constructor(flow: SimulatedFlow, clock: Clock, pace: ProbePace, told: (saw: ProbeSighting) => void) {
    this.#flow = flow;
    this.#clock = clock;
    this.#pace = pace;
    this.#told = told;
    this.#cancels = [flow.onArrived((bytes) => this.#arrived(bytes))];
    this.#send();
  }

  stop(): void {
    this.#next();
    for (const cancel of this.#cancels) cancel();
  }

  #send(): void {
    const probe: Probe = { seq: this.#nextSeq++, sentMs: this.#clock.nowMs(), arrivals: 0 };
    this.#open.push(probe);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, probe.seq);
    this.#flow.send(bytes);
    this.#settle();
    this.#next = this.#clock.after(this.#pace.everyMs, () => this.#send());
  }

  #arrived(bytes: Uint8Array): void {
    const seq = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const first = this.#open[0]?.seq ?? this.#nextSeq;
    const probe = this.#open[seq - first];
    if (probe) probe.arrivals += 1;
    else this.#strays += 1;
  }

  #settle(): void {
    const settledMs = this.#clock.nowMs() - settleMs;
    const [oldest] = this.#open;
    if (!oldest || oldest.sentMs + this.#pace.batchEveryMs > settledMs) return;
    this.#tell(
      this.#open.splice(
        0,
        this.#open.findIndex(({ sentMs }) => sentMs > settledMs),
      ),
    );
  }

  #tell(probes: readonly Probe[]): void {
    const [first, last] = [probes[0], probes.at(-1)];
    if (!first || !last) return;
    const lost = probes.filter(({ arrivals }) => arrivals === 0);
    const twice = probes.reduce((sum, { arrivals }) => sum + Math.max(0, arrivals - 1), this.#strays);
    this.#strays = 0;
    this.#told({
      sight: 'probes',
      flow: this.#flow.name,
      ...rangeOf(first, last),
      everyMs: this.#pace.everyMs,
      received: probes.length - lost.length,
      duplicated: twice,
      lost: rangesOf(lost),
      worstLatenessMs: 0,
    });
  }
}

/** Sends probes through the pair on every flow of the bench until it is closed. */
export function carryVirtualTraffic(bench: Bench, flows: readonly SimulatedFlow[], pace: ProbePace): void {
  if (flows.length === 0) return;
  const { clock, notebook } = bench;
  const told = (saw: ProbeSighting): void => {
    const nowMs = clock.nowMs();
    notebook.observed({ witness: `probe ${saw.flow}`, saw, askedMs: saw.firstSentMs, answeredMs: nowMs });
    bench.probed(saw.flow, saw.lastSentMs);
  };
  const running = flows.map((flow) => new FlowOfProbes(flow, clock, pace, told));
  bench.carry({
    stop: () => {
      for (const one of running) one.stop();
      return Promise.resolve();
    },
  });
}

function rangeOf(first: Probe, last: Probe): LostProbes {
  return { fromSeq: first.seq, toSeq: last.seq, firstSentMs: first.sentMs, lastSentMs: last.sentMs };
}

/** Lost probes that follow each other are one range. */
function rangesOf(lost: readonly Probe[]): readonly LostProbes[] {
  const runs: Probe[][] = [];
  for (const probe of lost) {
    const run = runs.at(-1);
    if (run?.at(-1)?.seq === probe.seq - 1) run.push(probe);
    else runs.push([probe]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? [rangeOf(first, last)] : [];
  });
}

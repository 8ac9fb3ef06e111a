import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { FlowProber } from './flow-prober.ts';
import { startTokenLength } from './packet.ts';
import type { ProbeFlow } from './probe-flow.ts';
import type { ProbeNews } from './probe-message.ts';

/** We look around at least this often, so that time in which this process stood still can be told from listening. */
const wakeEveryMs = 25;

/** What a wake may count as listening at most; the rest of a longer pause was a stall. */
const listeningAtMostMs = 50;

/** How much longer than the settle time the last probes are waited for. */
const graceMs = 2000;

/** All flows of one start, driven by one timer; lives in the process of the probes. */
export class Prober {
  readonly #flows: readonly FlowProber[];
  readonly #clock: Clock;
  readonly #tell: (news: ProbeNews) => void;
  readonly #batchEveryMs: number;
  readonly #settleMs: number;
  #wokeMs: number;
  #listenedMs = 0;
  #nextBatchMs: number;
  #stopByMs: number | undefined;

  private constructor(
    flows: readonly FlowProber[],
    clock: Clock,
    tell: (news: ProbeNews) => void,
    times: ProberTimes,
  ) {
    this.#flows = flows;
    this.#clock = clock;
    this.#tell = tell;
    this.#batchEveryMs = times.batchEveryMs;
    this.#settleMs = times.settleMs;
    this.#wokeMs = clock.nowMs();
    this.#nextBatchMs = this.#wokeMs + times.batchEveryMs;
  }

  /** Opens every flow and begins. Rejects, with nothing left open, when one cannot be opened. */
  static async start(
    flows: readonly ProbeFlow[],
    clock: Clock,
    tell: (news: ProbeNews) => void,
    times: ProberTimes,
  ): Promise<Prober> {
    const startToken = randomBytes(startTokenLength);
    const opened: FlowProber[] = [];
    try {
      for (const [number, flow] of flows.entries())
        opened.push(await FlowProber.open(flow, number, startToken, clock));
    } catch (error) {
      for (const flow of opened) flow.close();
      throw error;
    }
    const prober = new Prober(opened, clock, tell, times);
    prober.#wake();
    return prober;
  }

  /** Sends no more, waits for what is under way, tells the last batches and then `stopped`. */
  stop(): void {
    this.#stopByMs ??= this.#clock.nowMs() + this.#settleMs + graceMs;
  }

  #wake(): void {
    const nowMs = this.#clock.nowMs();
    this.#listenedMs += Math.min(nowMs - this.#wokeMs, listeningAtMostMs);
    this.#wokeMs = nowMs;
    for (const flow of this.#flows) {
      flow.greet();
      if (this.#stopByMs === undefined) flow.send(this.#listenedMs);
    }
    if (nowMs >= this.#nextBatchMs || this.#stopByMs !== undefined) this.#report(nowMs);
    if (this.#stopByMs !== undefined && this.#ended(nowMs, this.#stopByMs)) return this.#end(nowMs);
    const dueMs = Math.min(...this.#flows.map((flow) => flow.nextMs));
    const inMs = this.#stopByMs === undefined ? dueMs - this.#clock.nowMs() : wakeEveryMs;
    this.#clock.after(Math.min(inMs, wakeEveryMs), () => this.#wake());
  }

  #report(nowMs: number): void {
    this.#nextBatchMs = nowMs + this.#batchEveryMs;
    for (const flow of this.#flows) {
      const { batches, gaps } = flow.settle(this.#listenedMs, this.#settleMs);
      for (const saw of batches)
        this.#tell({
          news: 'batch',
          saw: { ...saw, lost: saw.lost.map((range) => ({ ...range })) },
          instants: { askedMs: saw.firstSentMs, answeredMs: nowMs },
        });
      for (const gap of gaps) this.#tell({ news: 'gap', gap: { flow: flow.name, ...gap } });
    }
  }

  #ended(nowMs: number, stopByMs: number): boolean {
    return nowMs >= stopByMs || this.#flows.every((flow) => flow.openSinceMs === undefined);
  }

  #end(nowMs: number): void {
    for (const flow of this.#flows) {
      const fromMs = flow.openSinceMs;
      const why = 'the last probes were not settled when the probes were stopped';
      if (fromMs !== undefined)
        this.#tell({ news: 'gap', gap: { flow: flow.name, fromMs, toMs: nowMs, why } });
      flow.close();
    }
    this.#tell({ news: 'stopped' });
  }
}

/** How often batches are told, and how long a probe may take before it counts as lost. */
export interface ProberTimes {
  readonly batchEveryMs: number;
  readonly settleMs: number;
}

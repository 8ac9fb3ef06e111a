import type { ChildProcess } from 'node:child_process';
import { within } from '../clock.ts';
import type { Cancel } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import type { ProbeFlow } from './probe-flow.ts';
import { readNews } from './probe-message.ts';
import type { ProbeNews, ProbeOrder } from './probe-message.ts';
import type { ProbeOptions } from './probe-options.ts';

const startAtMostMs = 20_000;
const defaultSettleMs = 500;

/** What the process needs at most, beyond its settle time, to say what it has to say. */
const graceMs = 4000;

/** Silence is looked for so many times before it is told, so that a stall of our own is not taken for it. */
const looks = 8;

/** The process of the probes as its parent sees it; whatever happens to it, every flow is accounted for. */
export class RunningProbes {
  readonly #process: ChildProcess;
  readonly #flows: readonly ProbeFlow[];
  readonly #options: ProbeOptions;
  readonly #settleMs: number;
  /** Until when each flow is accounted for, by a batch or by a gap. */
  readonly #toldMs: Map<string, number>;
  readonly #ready: Promise<void>;
  readonly #gone: Promise<void>;
  #settleReady: (failure?: Error) => void = () => undefined;
  #cancelLook: Cancel = () => undefined;
  #stopping: Promise<void> | undefined;
  #stopped = false;
  #silentLooks = 0;
  #complaint = '';

  constructor(started: ChildProcess, flows: readonly ProbeFlow[], options: ProbeOptions) {
    this.#process = started;
    this.#flows = flows;
    this.#options = options;
    this.#settleMs = options.settleMs ?? defaultSettleMs;
    this.#toldMs = new Map(flows.map(({ name }) => [name, options.clock.nowMs()]));
    this.#ready = new Promise((resolve, reject) => {
      this.#settleReady = (failure) => (failure ? reject(failure) : resolve());
    });
    this.#ready.catch(() => undefined);
    this.#gone = new Promise((resolve) => {
      started.once('error', (error) => this.#left(error.message, resolve));
      started.once('close', (code, signal) =>
        this.#left(`it ended with ${signal ?? `code ${code}`}`, resolve),
      );
    });
    started.on('message', (message) => this.#hear(readNews(message)));
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-1000);
    });
  }

  /** Resolves when every flow is under way; rejects with `BenchError`, the process gone, when one cannot be. */
  async begun(): Promise<void> {
    const { batchEveryMs, clock } = this.#options;
    const flows = this.#flows.map((flow) => ({ ...flow }));
    this.#order({ order: 'start', flows, batchEveryMs, settleMs: this.#settleMs });
    try {
      await within(clock, startAtMostMs, this.#ready);
    } catch (cause) {
      this.#stopped = true;
      this.#process.kill('SIGKILL');
      const why = messageOf(cause);
      throw new BenchError('probes', `could not be started: ${why}; look at the flows of the topology`, {
        cause,
      });
    }
    this.#look();
  }

  /** Safe to call twice. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#cancelLook();
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#order({ order: 'stop' });
    else if (!this.#stopped) this.#gap('no probes were sent after their process had ended');
    try {
      await within(this.#options.clock, this.#settleMs + graceMs, this.#gone);
    } catch {
      this.#complaint += ' it did not stop when told to and was killed';
      this.#process.kill('SIGKILL');
      await within(this.#options.clock, graceMs, this.#gone).catch(() =>
        this.#gap('their process cannot be killed'),
      );
    }
  }

  #hear(news: ProbeNews): void {
    this.#silentLooks = 0;
    if (news.news === 'ready') this.#settleReady();
    if (news.news === 'failed') this.#settleReady(new Error(news.why));
    if (news.news === 'stopped') this.#stopped = true;
    if (news.news === 'gap') this.#options.onGap(news.gap);
    if (news.news === 'batch') {
      this.#toldMs.set(news.saw.flow, news.saw.lastSentMs);
      this.#options.onBatch(news.saw, news.instants);
    }
  }

  /** The process is gone; unless it had stopped as told, what it had not told yet is a gap. */
  #left(how: string, resolve: () => void): void {
    this.#cancelLook();
    const why = `the process of the probes is gone: ${[how, this.#complaint.trim()].filter(Boolean).join('; ')}`;
    this.#settleReady(new Error(why));
    if (!this.#stopped) this.#gap(why);
    resolve();
  }

  /** A process that says nothing for long is told of while it lasts, again and again, so that a judge need not wait. */
  #look(): void {
    const slowestMs = Math.max(...this.#flows.map(({ everyMs }) => everyMs));
    const patienceMs = slowestMs + this.#options.batchEveryMs + this.#settleMs + graceMs;
    this.#cancelLook = this.#options.clock.after(patienceMs / looks, () => {
      this.#silentLooks += 1;
      if (this.#silentLooks >= looks) {
        this.#silentLooks = 0;
        this.#gap(`the process of the probes has said nothing for ${Math.round(patienceMs)} ms`);
      }
      this.#look();
    });
  }

  /** Everything since the last word of each flow is a gap. */
  #gap(why: string): void {
    const toMs = this.#options.clock.nowMs();
    for (const [flow, fromMs] of this.#toldMs) {
      this.#toldMs.set(flow, toMs);
      this.#options.onGap({ flow, fromMs, toMs, why });
    }
  }

  #order(order: ProbeOrder): void {
    // A process that is gone is told of by `close`; there is nothing to add here.
    this.#process.send(order, () => undefined);
  }
}

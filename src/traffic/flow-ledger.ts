import type { LostProbes, ProbeSighting } from '../pair/index.ts';
import type { Packet } from './packet.ts';

interface Sent {
  readonly seq: number;
  readonly sentMs: number;
  readonly latenessMs: number;
  /** How long the receiver had been listening when the probe was sent. */
  readonly listenedMs: number;
  arrivals: number;
  /** The system refused to send it: neither lost nor received. */
  refusal?: string;
}

/** What a ledger knows for good: batches, and what went wrong with the instrument. */
export interface Settled {
  readonly batches: readonly ProbeSighting[];
  readonly gaps: readonly { readonly fromMs: number; readonly toMs: number; readonly why: string }[];
}

/** How many lost probes are remembered, to recognize one that comes after all. */
const remembered = 10_000;

/**
 * The account of one flow: what was sent, what came. A probe is settled when the receiver has been *listening*
 * for the settle time since it was sent; time in which our own process stood still does not count, so that a
 * packet waiting in the kernel is not called lost.
 */
export class FlowLedger {
  readonly #name: string;
  readonly #everyMs: number;
  readonly #open = new Map<number, Sent>();
  readonly #lost = new Set<number>();
  #nextSeq = 0;
  #duplicated = 0;
  #late: { count: number; fromMs: number; toMs: number } | undefined;

  constructor(name: string, everyMs: number) {
    this.#name = name;
    this.#everyMs = everyMs;
  }

  /** When the oldest probe that is not settled was sent. */
  get openSinceMs(): number | undefined {
    const [first] = this.#open.values();
    return first?.sentMs;
  }

  /** Enters a probe and gives it its number. */
  sent(sentMs: number, latenessMs: number, listenedMs: number): number {
    const seq = this.#nextSeq++;
    this.#open.set(seq, { seq, sentMs, latenessMs, listenedMs, arrivals: 0 });
    return seq;
  }

  /** The system refused to send the probe. */
  refused(seq: number, why: string): void {
    const probe = this.#open.get(seq);
    if (probe) probe.refusal = why;
  }

  /** A probe came. One that was counted lost already makes a gap: the instrument was wrong about it. */
  arrived(packet: Packet, atMs: number): void {
    const probe = this.#open.get(packet.seq);
    if (probe) {
      probe.arrivals += 1;
    } else if (this.#lost.delete(packet.seq)) {
      const { count, fromMs } = this.#late ?? { count: 0, fromMs: packet.sentMs };
      this.#late = { count: count + 1, fromMs: Math.min(fromMs, packet.sentMs), toMs: atMs };
    } else if (packet.seq < this.#nextSeq) {
      this.#duplicated += 1;
    }
  }

  /** Takes out what is settled after `listenedMs` of listening: each probe once, in order. */
  settle(listenedMs: number, settleMs: number): Settled {
    const settled: Sent[] = [];
    for (const probe of this.#open.values()) {
      if (listenedMs - probe.listenedMs < settleMs) break;
      settled.push(probe);
      this.#open.delete(probe.seq);
    }
    const batches = runs(settled, (a, b) => a.refusal === undefined && b.refusal === undefined)
      .filter(([first]) => first?.refusal === undefined)
      .flatMap((probes) => this.#batch(probes));
    return { batches, gaps: [...refusals(settled), ...this.#lateGaps()] };
  }

  #batch(probes: readonly Sent[]): readonly ProbeSighting[] {
    const [first, last] = [probes[0], probes.at(-1)];
    if (!first || !last) return [];
    const lost = probes.filter((probe) => probe.arrivals === 0);
    for (const probe of lost) this.#remember(probe.seq);
    const duplicated =
      this.#duplicated + probes.reduce((sum, probe) => sum + Math.max(0, probe.arrivals - 1), 0);
    this.#duplicated = 0;
    return [
      {
        sight: 'probes',
        flow: this.#name,
        ...range(first, last),
        everyMs: this.#everyMs,
        received: probes.length - lost.length,
        duplicated,
        lost: runs(lost, (a, b) => b.seq === a.seq + 1).flatMap((run) => lostRange(run)),
        worstLatenessMs: toMicroseconds(Math.max(0, ...probes.map((probe) => probe.latenessMs))),
      },
    ];
  }

  #remember(seq: number): void {
    this.#lost.add(seq);
    const [oldest] = this.#lost;
    if (oldest !== undefined && this.#lost.size > remembered) this.#lost.delete(oldest);
  }

  #lateGaps(): Settled['gaps'] {
    if (!this.#late) return [];
    const { count, fromMs, toMs } = this.#late;
    this.#late = undefined;
    return [{ fromMs, toMs, why: `${count} probes came after they had been counted as lost` }];
  }
}

function refusals(settled: readonly Sent[]): Settled['gaps'] {
  const refused = settled.filter((probe) => probe.refusal !== undefined);
  return runs(refused, (a, b) => b.seq === a.seq + 1).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const why = `${run.length} probes could not be sent: ${first.refusal ?? 'no reason was given'}`;
    return [{ fromMs: first.sentMs, toMs: last.sentMs, why }];
  });
}

function lostRange(run: readonly Sent[]): readonly LostProbes[] {
  const [first, last] = [run[0], run.at(-1)];
  return first && last ? [range(first, last)] : [];
}

function range(first: Sent, last: Sent): LostProbes {
  return {
    fromSeq: first.seq,
    toSeq: last.seq,
    firstSentMs: toMicroseconds(first.sentMs),
    lastSentMs: toMicroseconds(last.sentMs),
  };
}

/** The list cut wherever two neighbours do not belong together. */
function runs<T>(list: readonly T[], together: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const cut: T[][] = [];
  let before: T | undefined;
  for (const item of list) {
    const run = cut.at(-1);
    if (run && before !== undefined && together(before, item)) run.push(item);
    else cut.push([item]);
    before = item;
  }
  return cut;
}

function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

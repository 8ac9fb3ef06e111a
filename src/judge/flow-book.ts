import type { ProbeSighting } from '../pair/index.ts';
import type { Gap, Observation } from '../timeline/index.ts';
import { flowRecordOf, isClean } from './flow-record.ts';
import type { Batch, FlowRecord } from './flow-record.ts';
import { seconds } from './numbers.ts';

/** How the witness of a flow is called. */
const probeOf = 'probe ';

/** Whether it is the sender of a flow who could not see. */
export const isOfProbe = ({ witness }: Gap): boolean => witness.startsWith(probeOf);

interface Flow {
  readonly batches: Batch[];
  readonly gaps: string[];
}

/**
 * Takes down what became of probes, flow by flow. Batches without a loss that follow each other are one: what is held
 * grows with the interruptions, not with the time. A flow of which only gaps are told is there as well: nobody knows
 * what became of its probes, and that is not the same as having none.
 */
export class FlowBook {
  readonly #flows = new Map<string, Flow>();

  /** How many batches are held. */
  get size(): number {
    return [...this.#flows.values()].reduce((sum, { batches }) => sum + batches.length, 0);
  }

  observation({ saw, seq }: Observation): void {
    if (saw.sight !== 'probes') return;
    const { batches } = this.#flowOf(saw.flow);
    const before = batches.at(-1);
    const joined =
      before && follows(before.saw, saw) ? { saw: join(before.saw, saw), seq: before.seq } : undefined;
    if (joined) batches[batches.length - 1] = joined;
    else batches.push({ saw, seq });
  }

  gap(gap: Gap): void {
    if (!isOfProbe(gap)) return;
    this.#flowOf(gap.witness.slice(probeOf.length)).gaps.push(
      `${gap.why}, at ${seconds(gap.fromMs)} of the run`,
    );
  }

  /** The flows by name. */
  flows(): readonly FlowRecord[] {
    return [...this.#flows]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([flow, { batches, gaps }]) =>
        flowRecordOf(
          flow,
          batches.toSorted((a, b) => a.saw.fromSeq - b.saw.fromSeq || a.seq - b.seq),
          gaps,
        ),
      );
  }

  #flowOf(name: string): Flow {
    const flow = this.#flows.get(name) ?? { batches: [], gaps: [] };
    this.#flows.set(name, flow);
    return flow;
  }
}

const follows = (before: ProbeSighting, saw: ProbeSighting): boolean =>
  saw.fromSeq === before.toSeq + 1 && isClean(before) && isClean(saw);

/** Two clean batches as one: nothing is asked of them but where they begin and end. */
function join(before: ProbeSighting, saw: ProbeSighting): ProbeSighting {
  return {
    ...before,
    toSeq: saw.toSeq,
    lastSentMs: saw.lastSentMs,
    everyMs: Math.max(before.everyMs, saw.everyMs),
    received: before.received + saw.received,
    duplicated: before.duplicated + saw.duplicated,
    worstLatenessMs: Math.max(before.worstLatenessMs, saw.worstLatenessMs),
  };
}

import { shareOut } from '../share-out.ts';
import type { RehearsalOrder, RehearsedSuite } from './rehearsed.ts';

/** The program whose copies are the workers: it plays what it is ordered when it is started with `--worker`. */
const program = new URL(import.meta.url.replace(/rehearsal\/rehearse-all(\.[jt]s)$/, 'rehearse$1'));

/**
 * Plays each order in one of some worker processes, and tells of every one as it comes. One whose worker dies is told
 * of as trouble of that suite.
 */
export function rehearseAll(
  orders: readonly RehearsalOrder[],
  workers: number,
  told: (rehearsed: RehearsedSuite) => void,
): Promise<void> {
  return shareOut(program, orders, workers, isRehearsed, ({ suite, topology, defects }, shared) =>
    told('done' in shared ? shared.done : { suite, topology, defects, scenarios: [], trouble: shared.lost }),
  );
}

function isRehearsed(message: unknown): message is RehearsedSuite {
  return typeof message === 'object' && message !== null && 'scenarios' in message;
}

/** Whether a worker was told to rehearse a suite. */
export function isRehearsalOrder(message: unknown): message is RehearsalOrder {
  return typeof message === 'object' && message !== null && 'suite' in message && 'topology' in message;
}

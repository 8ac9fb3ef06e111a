import { messageOf } from '../../errors.ts';
import type { WrittenIntent } from '../journal/read-journal.ts';
import type { Back } from './back.ts';
import { bootBack, configurationsBack, exchangeBack, failoverBack, rolesBack } from './consoles-back.ts';
import { outletsBack } from './outlets-back.ts';
import { portBack } from './port-back.ts';
import { Reach } from './reach.ts';
import type { Recovering } from './recovering.ts';
import { vlanBack } from './vlan-back.ts';

/** What became of one intent. */
export interface Recovered {
  readonly intent: WrittenIntent;
  readonly outcome: Back['outcome'] | 'unverified';
  /** What was seen, or why it could not be. */
  readonly why: string;
}

/**
 * Puts back what intents hold open, the last first, each by state: it is read, changed if it is not as it was, and read
 * again. `verified` is told of each that is as it was, so that it can be closed at once: whoever is killed in between
 * begins again. What cannot be put back keeps nothing else from it, and neither does a stop that was asked for change
 * what is told: whatever was not come to is not verified.
 */
export async function recover(
  recovering: Recovering,
  open: readonly WrittenIntent[],
  verified: (recovered: Recovered) => void,
): Promise<readonly Recovered[]> {
  const { signal, progress } = recovering;
  const reach = new Reach(recovering);
  const all: Recovered[] = [];
  try {
    for (const intent of open.toReversed()) {
      if (!signal.aborted) progress.say(`putting back: ${intent.restores}`);
      const recovered = await recoverOne(recovering, reach, intent);
      if (recovered.outcome !== 'unverified') verified(recovered);
      all.push(recovered);
    }
    return all;
  } finally {
    await reach.close();
  }
}

async function recoverOne(recovering: Recovering, reach: Reach, intent: WrittenIntent): Promise<Recovered> {
  try {
    recovering.signal.throwIfAborted();
    return { intent, ...(await putBack(recovering, reach, intent)) };
  } catch (error) {
    return { intent, outcome: 'unverified', why: messageOf(error) };
  }
}

function putBack(recovering: Recovering, reach: Reach, { of, when }: WrittenIntent): Promise<Back> {
  switch (of.kind) {
    case 'outlets':
      return outletsBack(recovering, reach, of, when);
    case 'port':
      return portBack(recovering, reach, of, when);
    case 'vlan':
      return vlanBack(recovering, reach, of, when);
    case 'boot':
      return bootBack(reach, of);
    case 'failover':
      return failoverBack(reach, of);
    case 'roles':
      return rolesBack(recovering, reach, of);
    case 'exchange':
      return exchangeBack(recovering, reach, of);
    default:
      return configurationsBack(recovering, reach, of);
  }
}

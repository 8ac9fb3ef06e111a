import { isActive, mateOf } from '../../../pair/index.ts';
import type { GroupId } from '../../../pair/index.ts';
import { reactionBoundMs } from '../../bounds.ts';
import type { Endured, Suffered } from '../endured.ts';
import { groupsOf } from '../ordeal.ts';
import type { OrdealLaw } from './law.ts';

/** What a relay takes, and what a command does. */
const slackMs = 1500;

/**
 * When a mate must have noticed, in milliseconds after the last sign of life: after the hold time, for it hears nothing
 * any more; at once where it senses that the power at the other end of the failover cable is gone.
 */
function windowOf(
  { ordeal: { pair } }: Endured,
  { woe }: Suffered,
): { readonly loMs: number; readonly hiMs: number } {
  const { unitPollMs, unitHoldMs } = pair;
  if (pair.make === 'pix-cable' && woe === 'power-loss') return { loMs: 0, hiMs: slackMs };
  // The last hello may have been sent a poll time before; the hold time is looked at once a poll time.
  return { loMs: unitHoldMs - 1.2 * unitPollMs - slackMs, hiMs: unitHoldMs + 1.2 * unitPollMs + slackMs };
}

/** Nothing else was wrong, and nothing had been for long. */
function isAlone({ ordeal, suffered, healedMs }: Endured, one: Suffered, untilMs: number): boolean {
  const reactionMs = reactionBoundMs(ordeal.pair);
  return (
    one.toMs > untilMs &&
    healedMs > untilMs &&
    suffered.every((other) => other === one || other.toMs + reactionMs < one.fromMs || other.fromMs > untilMs)
  );
}

/** How the takeover of a group went wrong after its active unit fell silent. */
function wrong(endured: Endured, one: Suffered, group: GroupId): readonly string[] {
  const mate = mateOf(one.unit);
  const window = windowOf(endured, one);
  const before = endured.stands.findLast(({ atMs }) => atMs <= one.fromMs);
  const isOurs = isActive(before?.[one.unit]?.groups[group] ?? 'invalid');
  if (!isOurs || before?.[mate]?.groups[group] !== 'standby-ready') return [];
  const after = endured.stands.filter(({ atMs }) => atMs > one.fromMs);
  const at = after.findIndex((stand) => isActive(stand[mate]?.groups[group] ?? 'invalid'));
  const takenMs = after[at]?.atMs ?? Infinity;
  const notYetMs = after[at - 1]?.atMs ?? one.fromMs;
  const told = `group ${group} is taken over by ${mate} ${((takenMs - one.fromMs) / 1000).toFixed(1)} s after ${one.woe}`;
  if (takenMs < one.fromMs + window.loMs) return [`${told}: too soon`];
  return notYetMs > one.fromMs + window.hiMs || takenMs === Infinity ? [`${told}: too late`] : [];
}

export const takesOver: OrdealLaw = {
  name: 'takes-over',
  sentence:
    'A ready unit takes the groups of a mate that falls silent when the hold time is over, of one without power at the cable at once.',
  source: 'ASA 5580 guide, «Unit Health Monitoring», «Configuring Unit Health Monitoring», table 13-8',
  broken: (endured) =>
    endured.suffered
      .filter(({ woe }) => woe === 'power-loss' || woe === 'hang')
      .filter((one) => isAlone(endured, one, one.fromMs + windowOf(endured, one).hiMs))
      .flatMap((one) => groupsOf(endured.ordeal.pair).flatMap((group) => wrong(endured, one, group))),
};

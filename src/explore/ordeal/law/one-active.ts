import { isActive } from '../../../pair/index.ts';
import { reactionBoundMs } from '../../bounds.ts';
import { groupsOf } from '../ordeal.ts';
import { linkSpells, prolonged, times, whenSo, without } from '../spells.ts';
import type { OrdealLaw } from './law.ts';

/**
 * Without the failover link two units may both be active: one that boots finds no mate, one that hears nothing at all
 * takes over. That ends when they hear each other again; as long as the link is good, a hello settles it.
 */
export const oneActive: OrdealLaw = {
  name: 'one-active',
  sentence: 'A group is active on both units only where the guides say so.',
  source: 'ASA 5580 guide, «Failover Actions» (failover link failed at startup), «Unit Health Monitoring»',
  broken: (endured) => {
    const { pair } = endured.ordeal;
    const allowed = prolonged(linkSpells(endured), reactionBoundMs(pair));
    const passingMs = 2 * pair.unitPollMs + 1000;
    return groupsOf(pair).flatMap((group) =>
      whenSo(endured.stands, ({ primary, secondary }) =>
        [primary, secondary].every((one) => isActive(one?.groups[group] ?? 'invalid')),
      )
        .flatMap((both) => without(both, allowed))
        .filter(({ fromMs, toMs }) => toMs - fromMs > passingMs)
        .map((both) => `both units are active for group ${group} ${times(both)}`),
    );
  },
};

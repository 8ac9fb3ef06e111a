import { isActive } from '../../../pair/index.ts';
import { reactionBoundMs } from '../../bounds.ts';
import type { Stretch } from '../../said.ts';
import type { Endured } from '../endured.ts';
import { groupsOf } from '../ordeal.ts';
import { monitoredCards } from '../places.ts';
import {
  cardSpells,
  linkSpells,
  meet,
  offSpells,
  prolonged,
  times,
  unitSpells,
  whenSo,
  without,
} from '../spells.ts';
import type { OrdealLaw } from './law.ts';

/**
 * Without the failover link, or the failover cable, two units may both be active: one that boots finds no mate, one
 * that hears nothing at all takes over. That ends when they hear each other again; as long as the link is good, a hello
 * settles it. While both run and hear each other elsewhere, the loss of link or cable makes nobody active: «the unit
 * cannot failover to the standby unit while the failover link is down» (document 77809, «Failover Actions»).
 */
function allowed(endured: Endured): readonly Stretch[] {
  const { pair } = endured.ordeal;
  const reactionMs = reactionBoundMs(pair);
  const boots = prolonged(
    [...unitSpells(endured, 'primary'), ...unitSpells(endured, 'secondary')],
    reactionMs,
  );
  const isCutOff = (link: Stretch): boolean =>
    groupsOf(pair)
      .flatMap((group) => monitoredCards(pair, group))
      .every((card) => prolonged(cardSpells(endured, card), reactionMs).some((one) => meet(one, link)));
  return [
    ...offSpells(endured),
    ...linkSpells(endured).filter((link) => boots.some((boot) => meet(boot, link)) || isCutOff(link)),
  ];
}

export const oneActive: OrdealLaw = {
  name: 'one-active',
  sentence: 'A group is active on both units only where the guides say so.',
  source: 'ASA 5580 guide, «Failover Actions» (failover link failed at startup), «Unit Health Monitoring»',
  broken: (endured) => {
    const { pair } = endured.ordeal;
    const spells = prolonged(allowed(endured), reactionBoundMs(pair));
    const passingMs = 2 * pair.unitPollMs + 1000;
    return groupsOf(pair).flatMap((group) =>
      whenSo(endured.stands, ({ primary, secondary }) =>
        [primary, secondary].every((one) => isActive(one?.groups[group] ?? 'invalid')),
      )
        .flatMap((both) => without(both, spells))
        .filter(({ fromMs, toMs }) => toMs - fromMs > passingMs)
        .map((both) => `both units are active for group ${group} ${times(both)}`),
    );
  },
};

import { isActive, unitNames } from '../../../pair/index.ts';
import { leaderlessBoundMs } from '../../bounds.ts';
import { groupsOf } from '../ordeal.ts';
import { prolonged, times, unheardSpells, unitSpells, whenSo, without } from '../spells.ts';
import type { OrdealLaw } from './law.ts';

/**
 * While a unit is whole and the failover link good, no group is without an active unit for longer than a boot and a
 * search take: the whole unit may have been joining, and starts over then.
 */
export const someActive: OrdealLaw = {
  name: 'some-active',
  sentence: 'A group that can be active somewhere is so within the times that the timers allow.',
  source: 'ASA 5580 guide, «Unit Health Monitoring», «Failover Actions»',
  broken: (endured) => {
    const { ordeal, stands, beganMs } = endured;
    const boundMs = leaderlessBoundMs(ordeal.pair);
    const link = prolonged(unheardSpells(endured), boundMs);
    return groupsOf(ordeal.pair).flatMap((group) =>
      whenSo(
        stands,
        (stand) =>
          stand.atMs >= (beganMs ?? Infinity) &&
          unitNames.every((unit) => !isActive(stand[unit]?.groups[group] ?? 'invalid')),
      )
        .flatMap((none) =>
          unitNames.flatMap((unit) =>
            without(none, [...link, ...prolonged(unitSpells(endured, unit), boundMs)]),
          ),
        )
        .filter(({ fromMs, toMs }) => toMs - fromMs > boundMs)
        .map((none) => `no unit is active for group ${group} ${times(none)}`),
    );
  },
};

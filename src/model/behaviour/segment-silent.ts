import { mateOf, unitNames } from '../../pair/index.ts';
import type { FailoverSettings } from '../../pair/index.ts';
import { factsAfter } from '../facts-after.ts';
import { activeAndReadyStay, staysActive } from '../foretell.ts';
import { failedOn, isLastHeard, isOverPolicy, mayBeOverPolicy, wouldFailIfSilent } from '../policy.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { interfaceTests } from '../requirement/interface-test.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterInterfaceLossMs } from '../window.ts';

/** Half of the hold time is left for the tests: two hellos must fit in it, one that was on its way and one after. */
const isNewsStale = ({ unitPollMs, interfacePollMs, interfaceHoldMs }: FailoverSettings): boolean =>
  2 * unitPollMs > (interfaceHoldMs ?? 5 * interfacePollMs) / 2;

/**
 * Neither unit hears anything on the network of an interface, or both do again: the interface is «Unknown» on both,
 * does not count towards the failover limit, and nobody changes role. With either unit over the policy by other
 * interfaces this says nothing, nor where hellos are so rare that the tests of one unit are over before it can have
 * heard how those of the other one went. Nor does it while a unit boots or its interfaces wait, if the network counts:
 * its mate, which has missed its hellos all the time, may be through with the tests before the other one begins, and the
 * guides are silent about tests that do not run side by side.
 */
export const segmentSilent: Rule = {
  name: 'network of an interface silent for both units',
  requirements: [interfaceTests.bothUnknown, interfaceHealth.unmonitored],
  predict(pair, stimulus, settings) {
    const active = activeOf(pair);
    if (stimulus.stimulus !== 'segment-silent' && stimulus.stimulus !== 'segment-heard') return [];
    const { nameif } = stimulus;
    if (active === undefined || unitNames.some((unit) => pair.units[unit] === 'off')) return [];
    const isBooting = pair.units[mateOf(active)] === 'invalid';
    const ways = [pair, factsAfter(pair, stimulus)];
    if (isBooting && ways.some((view) => wouldFailIfSilent(view, active, settings))) return [];
    if (unitNames.some((unit) => isOverPolicy(pair, unit, settings) || failedOn(pair, unit).includes(nameif)))
      return [];
    if ((stimulus.stimulus === 'segment-heard') !== (pair.silent?.includes(nameif) ?? false)) return [];
    if (isLastHeard(pair, stimulus) || isNewsStale(settings)) return [];
    const isMonitored = pair.monitored.includes(nameif);
    const what = stimulus.stimulus === 'segment-silent' ? 'hears nothing' : 'hears something again';
    const ground = {
      because: `${nameif} ${what} on both units, which is no failure of either: nobody changes role`,
      requirements: [isMonitored ? interfaceTests.bothUnknown : interfaceHealth.unmonitored],
    };
    const forMs = quietAfterInterfaceLossMs(settings);
    if (mayBeOverPolicy(factsAfter(pair, stimulus), mateOf(active), settings))
      return [staysActive(active, forMs, ground)];
    return activeAndReadyStay(pair, active, forMs, ground);
  },
};

import { mateOf, unitNames } from '../../pair/index.ts';
import { becomesActive, noTimeGiven, staysActive } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { allOf, sourcesFor } from '../sources.ts';
import { quietAfterNewsMs } from '../window.ts';
import { isBootOfBoth } from './both-units-boot.ts';

const sources = { unit: [activeStandby.linkDownAtStart], group: [activeActive.linkDownAtStart] };

/**
 * A unit boots while the failover link is down and its mate is active, or both do: then both are, as published. A
 * PIX of 6.x finds out by other means, and is not judged by this.
 */
export const bootsWithoutFailoverLink: Rule = {
  name: 'failover link down at startup',
  requirements: allOf(sources),
  predict(pair, stimulus, settings) {
    if (pair.failoverLink === 'up' || pair.release === '6.x') return [];
    const requirements = sourcesFor(pair, sources);
    if (isBootOfBoth(pair, stimulus)) {
      const because = 'the failover link is down while both units start, so both become active';
      return unitNames.map((unit) => becomesActive(unit, noTimeGiven, { because, requirements }));
    }
    if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return [];
    const mate = mateOf(stimulus.unit);
    if (activeOf(pair) !== mate) return [];
    const ground = {
      because: `the failover link is down while ${stimulus.unit} starts, so both units become active`,
      requirements,
    };
    return [
      becomesActive(stimulus.unit, noTimeGiven, ground),
      staysActive(mate, quietAfterNewsMs(settings), ground),
    ];
  },
};

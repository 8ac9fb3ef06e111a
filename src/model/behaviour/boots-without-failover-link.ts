import { mateOf } from '../../pair/index.ts';
import { becomesActive, noTimeGiven, staysActive } from '../foretell.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { activeOf } from '../roles.ts';
import type { Rule } from '../rule.ts';
import { quietAfterNewsMs } from '../window.ts';

/** A unit boots while the failover link is down and its mate is active: then both are, as published. */
export const bootsWithoutFailoverLink: Rule = {
  name: 'failover link down at startup',
  requirements: [activeStandby.linkDownAtStart],
  predict(pair, stimulus, settings) {
    if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return [];
    const mate = mateOf(stimulus.unit);
    if (pair.failoverLink === 'up' || activeOf(pair) !== mate) return [];
    const ground = {
      because: `the failover link is down while ${stimulus.unit} starts, so both units become active`,
      requirements: this.requirements,
    };
    return [
      becomesActive(stimulus.unit, noTimeGiven, ground),
      staysActive(mate, quietAfterNewsMs(settings), ground),
    ];
  },
};

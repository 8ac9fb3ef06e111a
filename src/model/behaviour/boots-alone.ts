import { mateOf } from '../../pair/index.ts';
import { becomesActive, noTimeGiven } from '../foretell.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';

const sources = { unit: [activeStandby.bootsAlone], group: [activeActive.bootsAlone] };

/**
 * A unit boots while its mate is off: it becomes active, primary or not, and in Active/Active both groups do on it,
 * whatever they prefer. A cable-based PIX of 6.x that is the secondary may wait for its mate, with the cable out.
 */
export const bootsAlone: Rule = {
  name: 'unit boots alone',
  requirements: allOf(sources),
  predict(pair, stimulus) {
    if (stimulus.stimulus !== 'unit-booting' || pair.units[stimulus.unit] !== 'off') return [];
    if (pair.units[mateOf(stimulus.unit)] !== 'off') return [];
    if (pair.release === '6.x' && pair.failoverLink === 'down' && stimulus.unit === 'secondary') return [];
    const because = `${stimulus.unit} boots and does not detect its mate: ${called(pair, stimulus.unit)} becomes active`;
    return [becomesActive(stimulus.unit, noTimeGiven, { because, requirements: sourcesFor(pair, sources) })];
  },
};

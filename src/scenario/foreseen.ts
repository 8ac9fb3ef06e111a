/** What can be said of a scenario before it is played: what it strikes, and why a bench cannot play it. */
import type { Place } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { faults } from '../fault/index.ts';
import type { Cabled, Fault, Target } from '../fault/index.ts';
import { mateOf } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Scenario } from './scenario.ts';

/** The fault of a scenario. Throws `UsageError` for one that does not exist. */
export function faultOf(scenario: Scenario): Fault {
  const fault: Fault | undefined = faults[scenario.fault];
  if (!fault)
    throw new UsageError(
      `scenario ${scenario.name}: no fault is called ${scenario.fault}; there are ${Object.keys(faults).join(', ')}`,
    );
  return fault;
}

/** What it will strike if the pair begins as the scenario wants it to; when it is played, the states decide. */
export function foreseenTarget({ begin, target, interface: nameif }: Scenario): Target {
  const unit = target === 'active' ? begin : mateOf(begin);
  return { unit, ...(nameif === undefined ? {} : { nameif }) };
}

/** Why this bench cannot play the scenario, or nothing. Touches nothing. */
export function missingFor(cabled: Cabled, scenario: Scenario): string | undefined {
  return faultOf(scenario).missing(cabled, foreseenTarget(scenario));
}

/** Who takes over from the struck unit: its mate, except that `failover active` is entered on the taker itself. */
export function takerOf({ fault }: Scenario, struck: UnitName): UnitName {
  return fault === 'told-active' ? struck : mateOf(struck);
}

/** What the pair will notice of the fault, and of its healing. */
export function foretoldStimuli(scenario: Scenario): ReturnType<Fault['stimuli']> {
  return faultOf(scenario).stimuli(foreseenTarget(scenario));
}

/** What the fault lays hands on; ask only where nothing is missing. Touches nothing. */
export function touchedBy(cabled: Cabled, scenario: Scenario): readonly Place[] {
  return faultOf(scenario).touches(cabled, foreseenTarget(scenario));
}

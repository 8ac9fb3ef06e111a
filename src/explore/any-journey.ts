import * as fc from 'fast-check';
import { faults } from '../fault/index.ts';
import type { FaultName } from '../fault/index.ts';
import { unitNames } from '../pair/index.ts';
import { dataNames } from './journey.ts';
import type { Journey, JourneyPair, Trial, Wait } from './journey.ts';

interface Timer {
  readonly pollMs: number;
  readonly holdMs: number;
}

/**
 * A unit poll time of 200 to 999 ms or 1 to 15 s, a hold time of 800 to 999 ms or 1 to 45 s, and at least three
 * times the poll time (ASA 5580 guide, «Configuring Unit Health Monitoring»).
 */
const unitTimer: fc.Arbitrary<Timer> = fc
  .oneof(fc.integer({ min: 200, max: 999 }), seconds(1, 15))
  .chain((pollMs) => {
    const least = Math.max(1, Math.ceil((3 * pollMs) / 1000));
    const whole = seconds(least, 45);
    const finest = Math.max(800, 3 * pollMs);
    const holdMs = finest > 999 ? whole : fc.oneof(whole, fc.integer({ min: finest, max: 999 }));
    return holdMs.map((ms) => ({ pollMs, holdMs: ms }));
  });

/** 500 to 999 ms or 1 to 15 s; 5 to 75 s, and at least five times the poll time («… Interface Health Monitoring»). */
const interfaceTimer: fc.Arbitrary<Timer> = fc
  .oneof(fc.integer({ min: 500, max: 999 }), seconds(1, 15))
  .chain((pollMs) =>
    seconds(Math.max(5, Math.ceil((5 * pollMs) / 1000)), 75).map((holdMs) => ({ pollMs, holdMs })),
  );

const mostly = fc.integer({ min: 0, max: 3 }).map((die) => die < 3);

function seconds(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: least, max: most }).map((count) => count * 1000);
}

/** As many failed interfaces as are monitored at most: a policy that can never be met is refused by the topology. */
function policyFor(monitored: number): fc.Arbitrary<JourneyPair['policy']> {
  const count = fc.integer({ min: 1, max: Math.max(1, monitored) }).map((least) => ({ count: least }));
  return fc.oneof(
    count,
    fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent })),
  );
}

/** A pair with any timers, interfaces, links and policy that the guides allow. */
export const anyPair: fc.Arbitrary<JourneyPair> = fc
  .record({
    unit: unitTimer,
    interfaces: fc
      .array(mostly, { minLength: 1, maxLength: dataNames.length })
      .map((all) =>
        dataNames.slice(0, all.length).map((nameif, at) => ({ nameif, monitored: all[at] ?? true })),
      ),
    each: interfaceTimer,
    stateLink: fc.constantFrom('dedicated', 'shared', 'on-data', 'none'),
    keyed: fc.boolean(),
    bootMs: fc.constantFrom(1500, 5000, 30_000),
    syncMs: fc.constantFrom(300, 2000),
  })
  .chain(({ unit, each, ...rest }) =>
    policyFor(rest.interfaces.filter(({ monitored }) => monitored).length).map((policy) => ({
      ...rest,
      policy,
      unitPollMs: unit.pollMs,
      unitHoldMs: unit.holdMs,
      interfacePollMs: each.pollMs,
      interfaceHoldMs: each.holdMs,
    })),
  );

const wait: fc.Arbitrary<Wait> = fc.record({
  tenths: fc.integer({ min: 0, max: 25 }),
  of: fc.constantFrom('unit-poll', 'unit-hold', 'interface-hold', 'boot'),
});

/** Every fault that there is. */
export const faultNames = Object.keys(faults).filter((name): name is FaultName => name in faults);

const trial: fc.Arbitrary<Trial> = fc.record({
  fault: fc.constantFrom(...faultNames),
  unit: fc.constantFrom(...unitNames),
  at: fc.nat({ max: 3 }),
  after: wait,
  lasts: wait,
});

/** Any pair that the guides allow, and faults that come one upon the other. */
export const anyJourney: fc.Arbitrary<Journey> = fc.record({
  pair: anyPair,
  luck: fc.nat({ max: 1_000_000 }),
  trials: fc.array(trial, { minLength: 1, maxLength: 5 }),
});

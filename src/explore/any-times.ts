import * as fc from 'fast-check';
import type { PairTimes, Wait } from './journey.ts';

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

function seconds(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: least, max: most }).map((count) => count * 1000);
}

/** Any times of a pair that the guides allow, and units that boot quickly or slowly. */
export const anyTimes: fc.Arbitrary<PairTimes> = fc
  .record({
    unit: unitTimer,
    each: interfaceTimer,
    bootMs: fc.constantFrom(1500, 5000, 30_000),
    syncMs: fc.constantFrom(300, 2000),
  })
  .map(({ unit, each, ...rest }) => ({
    ...rest,
    unitPollMs: unit.pollMs,
    unitHoldMs: unit.holdMs,
    interfacePollMs: each.pollMs,
    interfaceHoldMs: each.holdMs,
  }));

/** Any wait, in the times of the pair. */
export const anyWait: fc.Arbitrary<Wait> = fc.record({
  tenths: fc.integer({ min: 0, max: 25 }),
  of: fc.constantFrom('unit-poll', 'unit-hold', 'interface-hold', 'boot'),
});

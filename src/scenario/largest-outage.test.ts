import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import type { FailoverSettings } from '../pair/index.ts';
import { readTopology } from '../topology/index.ts';
import { afterwardsMs, quietMs, watchCapMs } from './bounds.ts';
import { missingFor } from './foreseen.ts';
import { largestOutageMs, refuseUnseenLimit } from './largest-outage.ts';
import { refuseMistaken } from './refuse-mistaken.ts';
import type { Scenario } from './scenario.ts';

const settings: FailoverSettings = {
  unitPollMs: 500,
  unitHoldMs: 3000,
  interfacePollMs: 500,
  interfaceHoldMs: 5000,
  interfacePolicy: { count: 1 },
};
const { topology } = readTopology('topologies/simulated.yaml');
const cabled = { topology };
const everyMs = Math.min(...topology.flows.map(({ every }) => every));

const dark: Scenario = {
  name: 'dark',
  title: 'the active unit loses power',
  requirements: [],
  begin: 'primary',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};
const limited = (outageAtMost: number, more: Partial<Scenario> = {}): Scenario => ({
  ...dark,
  ...more,
  outageAtMost,
});
const refused = (scenario: Scenario, why: RegExp): void =>
  void expect(() => refuseUnseenLimit(scenario, cabled, settings)).to.throw(UsageError, why);

describe('no limit is out of reach (P11)', () => {
  it('sees as much as the watch of a pair that never takes over, less a probe at each end', () => {
    const whole = watchCapMs(settings) + afterwardsMs(settings);
    expect(largestOutageMs(dark, cabled, settings)).to.equal(whole - 2 * everyMs);
    const quiet = quietMs(settings) + afterwardsMs(settings);
    expect(largestOutageMs({ ...dark, watch: 'nothing' }, cabled, settings)).to.equal(quiet - 2 * everyMs);
    const next = [{ fault: 'failover-link-down', target: 'active', watch: 'nothing' }] as const;
    expect(largestOutageMs({ ...dark, next }, cabled, settings)).to.equal(whole + quiet - 2 * everyMs);
    expect(largestOutageMs({ ...dark, watch: 'none' }, cabled, settings)).to.equal(0);
    expect(largestOutageMs({ ...dark, watch: 4000 }, cabled, settings)).to.equal(3980);
  });

  it('takes every limit that a total blackout violates, and refuses the rest before anything is touched', () => {
    const largest = largestOutageMs(dark, cabled, settings);
    expect(() => refuseUnseenLimit(limited(largest - 1), cabled, settings)).to.not.throw();
    refused(limited(largest), new RegExp(`^scenario dark: .* of ${largest} ms, and .* of ${largest} ms`));
    refused(limited(600_000), /allows an outage of 600000 ms/);
    refused(limited(9000, { watch: 'nothing' }), /no pair could violate that limit/);
    expect(() => refuseUnseenLimit(dark, cabled, settings)).to.not.throw();
  });

  it('follows the timers of the pair', () => {
    const slow = { ...settings, unitHoldMs: 15_000 };
    expect(() => refuseUnseenLimit(limited(40_000), cabled, slow)).to.not.throw();
    refused(limited(40_000), /40000/);
  });

  it('is pending where there are no probes, and refused where nothing is struck', () => {
    const blind = { topology: { ...topology, flows: [] } };
    expect(missingFor(blind, limited(1000))).to.match(/no flow of probes/);
    expect(() => refuseUnseenLimit(limited(600_000), blind, settings)).to.not.throw();
    for (const wrong of [0, -1, NaN, Infinity])
      expect(() => refuseMistaken(limited(wrong))).to.throw(UsageError, /outageAtMost is /);
    expect(() => refuseMistaken(limited(1000))).to.not.throw();
  });
});

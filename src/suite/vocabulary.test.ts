import { AssertionError } from 'chai';
import type { FailoverState, Outcome, UnitName } from '../pair/index.ts';
import { mateOf } from '../pair/index.ts';
import type { Entry, Phase } from '../timeline/index.ts';
import type { ScenarioVerdict } from '../judge/index.ts';
import type { PlayedScenario } from './played.ts';
import { expect } from './vocabulary.ts';

let seq = 0;
const phase = (name: Phase): Entry => ({ kind: 'phase', seq: seq++, atMs: seq, scenario: 's', phase: name });
const says = (unit: UnitName, state: FailoverState): Entry => ({
  kind: 'observation',
  seq: seq++,
  askedMs: seq,
  answeredMs: seq,
  witness: `console ${unit}`,
  unit,
  saw: {
    sight: 'failover',
    on: true,
    thisHost: { unit, state, interfaces: [] },
    otherHost: { unit: mateOf(unit), state: 'active', interfaces: [] },
    failoverLink: 'up',
    settings: { unitPollMs: 500, unitHoldMs: 3000, interfacePollMs: 500, interfacePolicy: { count: 1 } },
    monitoredInterfaces: 0,
  },
});
const probes: Entry = {
  kind: 'observation',
  seq: 99,
  askedMs: 0,
  answeredMs: 1,
  witness: 'probe f',
  saw: {
    sight: 'probes',
    flow: 'f',
    fromSeq: 0,
    toSeq: 9,
    firstSentMs: 0,
    lastSentMs: 9,
    everyMs: 1,
    received: 10,
    duplicated: 0,
    lost: [],
    worstLatenessMs: 0,
  },
};

const verdict = (outcome: Outcome, outageMs: number | null = 0): ScenarioVerdict => ({
  scenario: 's',
  title: 's',
  outcome,
  infrastructure: false,
  because: 'so it was',
  requirements: [],
  fromMs: 0,
  toMs: 1,
  findings: [],
  outages:
    outageMs === 0
      ? []
      : [{ flow: 'f', fromMs: 0, toMs: 1, lasted: { loMs: 0, hiMs: outageMs }, lost: 1, evidence: [] }],
  assertions: [],
});

const played = (
  entries: readonly Entry[],
  outcome: Outcome = 'pass',
  outageMs: number | null = 0,
): PlayedScenario => ({
  scenario: {
    name: 's',
    title: 's',
    requirements: [],
    begin: 'primary',
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
  },
  verdict: verdict(outcome, outageMs),
  entries,
});

const before = [
  phase('steady'),
  says('primary', 'active'),
  says('secondary', 'standby-ready'),
  phase('watch'),
];
const swapped = played([
  ...before,
  says('primary', 'standby-ready'),
  says('secondary', 'just-active'),
  says('secondary', 'active'),
  probes,
]);
const unmoved = played([...before, says('primary', 'active'), says('secondary', 'standby-ready'), probes]);
const unseen = played([...before]);
const refused = (said: () => unknown, why: RegExp): void => void expect(said).to.throw(AssertionError, why);

describe('the words of a suite', () => {
  it('failOver sees another unit become active', () => {
    expect(swapped).to.failOver();
    expect(unmoved).not.to.failOver();
    refused(() => expect(unmoved).to.failOver(), /primary stayed active/);
    refused(() => expect(swapped).not.to.failOver(), /secondary became active/);
  });

  it('become and stay speak of one unit', () => {
    expect(swapped).unit('secondary').to.become('active');
    expect(unmoved).unit('primary').to.stay('active');
    refused(() => expect(swapped).unit('primary').to.stay('active'), /was standby-ready/);
    refused(() => expect(unmoved).unit('secondary').to.become('active'), /it was standby-ready/);
    refused(() => expect(swapped).to.become('active'), /say which unit/);
  });

  it('speak of one failover group, of the first if none is named', () => {
    const inGroups = (entry: Entry, second: FailoverState): Entry => {
      if (entry.kind !== 'observation' || entry.saw.sight !== 'failover' || !entry.saw.thisHost) return entry;
      const { thisHost } = entry.saw;
      const groups = [
        { group: 1 as const, state: thisHost.state },
        { group: 2 as const, state: second },
      ];
      return { ...entry, saw: { ...entry.saw, thisHost: { ...thisHost, groups } } };
    };
    const two = played(
      swapped.entries.map((entry) =>
        inGroups(entry, 'unit' in entry && entry.unit === 'primary' ? 'standby-ready' : 'active'),
      ),
    );
    expect(two).to.failOver();
    expect(two).group(1).unit('secondary').to.become('active');
    expect(two).group(2).not.to.failOver();
    expect(two).group(2).unit('secondary').to.stay('active');
    expect(two).unit('primary').group(2).to.stay('standby-ready');
    refused(() => expect(two).group(2).to.failOver(), /failover of group 2, but secondary stayed active/);
    refused(
      () => expect(two).group(2).unit('primary').to.become('active'),
      /primary of group 2 to become active/,
    );
    refused(() => expect(swapped).group(2).unit('primary').to.stay('active'), /inconclusive/);
    refused(() => expect(swapped).group(2).to.failOver(), /inconclusive/);
    refused(
      () =>
        expect(two)
          .group(3 as never)
          .to.failOver(),
      /1 or 2/,
    );
  });

  it('never passes without evidence, negated or not', () => {
    refused(() => expect(unseen).to.failOver(), /inconclusive/);
    refused(() => expect(unseen).not.to.failOver(), /inconclusive/);
    refused(() => expect(unseen).unit('primary').to.stay('active'), /inconclusive/);
    refused(() => expect(unseen).unit('primary').not.to.become('active'), /inconclusive/);
    refused(() => expect(unseen).to.interruptTrafficForAtMost(10), /inconclusive/);
    refused(() => expect(played([])).not.to.failOver(), /inconclusive/);
  });

  it('followTheGuides is the verdict of the judge, and inconclusive is neither', () => {
    expect(swapped).to.followTheGuides();
    expect(played(swapped.entries, 'fail')).not.to.followTheGuides();
    refused(() => expect(played(swapped.entries, 'fail')).to.followTheGuides(), /so it was/);
    refused(() => expect(played(swapped.entries, 'inconclusive')).not.to.followTheGuides(), /inconclusive/);
  });

  it('interruptTrafficForAtMost is refused by an outage that was surely longer, and takes its upper bound', () => {
    expect(swapped).to.interruptTrafficForAtMost(0);
    expect(played(swapped.entries, 'pass', 400)).to.interruptTrafficForAtMost(400);
    refused(
      () => expect(played(swapped.entries, 'pass', 401)).to.interruptTrafficForAtMost(400),
      /inconclusive: .* from 0 ms up to 401 ms/,
    );
    refused(
      () => expect(played(swapped.entries, 'pass', null)).to.interruptTrafficForAtMost(60_000),
      /inconclusive: .* up to Infinity ms/,
    );
    const [outage] = played(swapped.entries, 'pass', 900).verdict.outages;
    const long = {
      ...swapped,
      verdict: { ...swapped.verdict, outages: [{ ...outage!, lasted: { loMs: 850, hiMs: 900 } }] },
    };
    refused(
      () => expect(long).to.interruptTrafficForAtMost(800),
      /expected no outage over 800 ms.*from 850 ms up to 900 ms/,
    );
    expect(long).not.to.interruptTrafficForAtMost(800);
  });

  it('does not speak of traffic that could not be seen all of the time', () => {
    const gap: Entry = { kind: 'gap', seq: 100, fromMs: 1, toMs: 2, witness: 'probe f', why: 'gone' };
    refused(
      () => expect(played([...swapped.entries, gap])).to.interruptTrafficForAtMost(60_000),
      /inconclusive: probe f could not see/,
    );
  });

  it('is said only of a scenario that was played', () => {
    refused(() => expect('something').to.failOver(), /certify/);
  });
});

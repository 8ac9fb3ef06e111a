import { expect } from 'chai';
import type { FailoverSettings } from '../../pair/index.ts';
import { interfaceTests as said } from '../requirement/interface-test.ts';
import { hellosIn, helloStreams, isMonitoredAfter, waitingSays } from './hello-cadence.ts';
import { interfaceTests, longestTestsMs, testedInterface } from './interface-tests.ts';
import type { Heard } from './interface-tests.ts';
import { askedEverywhereWindow, isNoticedSooner, mateAnswers, unitProbeSays } from './unit-probe.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const id = ({ requirement }: { readonly requirement: { readonly id: string } }): string => requirement.id;

describe('the tests of an interface', () => {
  const no = [false, false, false];
  const third = [false, false, true];
  const rows: readonly (readonly [string, Heard, string])[] = [
    ['no link', { hasLink: false, own: [true], mate: no }, 'link: failed IH-TEST-ORDER IH-TEST-LINK'],
    [
      'traffic at once',
      { hasLink: true, own: [true], mate: no },
      'link, network activity: operational IH-TEST-ORDER IH-TEST-TRAFFIC-SUFFICES',
    ],
    [
      'traffic at once on both',
      { hasLink: true, own: [true], mate: [true] },
      'link, network activity: operational IH-TEST-ORDER IH-TEST-TRAFFIC-SUFFICES',
    ],
    [
      'traffic at once on the mate',
      { hasLink: true, own: no, mate: [true] },
      'link, network activity: failed IH-TEST-ORDER IH-TEST-ONE-SIDED',
    ],
    [
      'traffic after an ARP request',
      { hasLink: true, own: [false, true], mate: no },
      'link, network activity, ARP: operational IH-TEST-ORDER IH-TEST-TRAFFIC-SUFFICES',
    ],
    [
      'traffic of the mate after the ping',
      { hasLink: true, own: no, mate: third },
      'link, network activity, ARP, broadcast ping: failed IH-TEST-ORDER IH-TEST-ONE-SIDED',
    ],
    [
      'no traffic anywhere',
      { hasLink: true, own: no, mate: [] },
      'link, network activity, ARP, broadcast ping: unknown IH-TEST-ORDER IH-TEST-ALL-FAIL IH-BOTH-UNKNOWN',
    ],
  ];
  for (const [what, heard, expected] of rows)
    it(`${what}: ${expected}`, () => {
      const { ran, becomes, requirements } = testedInterface(heard);
      expect(`${ran.join(', ')}: ${becomes} ${requirements.map((each) => each.id).join(' ')}`).to.equal(
        expected,
      );
    });

  it('ask and count as the guide says, twenty seconds at the longest', () => {
    expect(interfaceTests.map(({ name, asks, longestMs }) => `${name} ${asks} × ${longestMs}`)).to.deep.equal(
      ['link 1 × 0', 'network activity 1 × 5000', 'ARP 2 × 5000', 'broadcast ping 1 × 5000'],
    );
    expect(longestTestsMs).to.equal(20_000);
    expect(interfaceTests.map(id)).to.deep.equal(
      [said.linkFirst, said.activity, said.arp, said.ping].map((each) => each.id),
    );
  });
});

describe('a mate that is silent on the failover link', () => {
  it('is lost only if it answers nowhere', () =>
    expect(
      mateAnswers.map(
        (each) => `${each.answers}: ${each.failsOver} ${each.failoverLink} ${each.mateIs} ${id(each)}`,
      ),
    ).to.deep.equal([
      'on the failover link: false normal as before UH-ANSWERS-ON-LINK',
      'elsewhere: false failed as before UH-ANSWERS-ELSEWHERE',
      'nowhere: true failed failed UH-SILENT-EVERYWHERE',
    ]));

  it('is asked everywhere after two polls at the earliest and three hellos at the latest', () => {
    expect(askedEverywhereWindow(settings)).to.deep.equal({ earliestMs: 1000, latestMs: 4000 });
    expect(askedEverywhereWindow({ ...settings, unitPollMs: 200 })).to.deep.equal({
      earliestMs: 200,
      latestMs: 800,
    });
  });

  it('is noticed sooner with shorter timers', () => {
    const fast: FailoverSettings = { ...settings, unitPollMs: 200, unitHoldMs: 800 };
    expect(isNoticedSooner(fast, settings)).to.equal(true);
    expect(isNoticedSooner(settings, fast)).to.equal(false);
    expect(isNoticedSooner(settings, settings)).to.equal(false);
    // 13 + 1 + 1 seconds against 17 - 2: as late as the earliest of the others is not sooner.
    expect(
      isNoticedSooner({ ...settings, unitHoldMs: 13_000 }, { ...settings, unitHoldMs: 17_000 }),
    ).to.equal(false);
    expect(unitProbeSays.map((each) => each.id as string)).to.deep.equal([
      'UH-MISSED-HELLOS',
      'UH-FASTER-POLL',
    ]);
  });
});

describe('hellos', () => {
  it('come once in every poll time', () => {
    expect(
      helloStreams.map((each) => `${each.over}: ${each.everyMs(settings)} ${id(each)} ${each.tells.length}`),
    ).to.deep.equal(['the failover link: 1000 UH-HELLO 2', 'every data interface: 5000 IH-HELLO 0']);
    expect(hellosIn(10_000, 1000)).to.deep.equal({ least: 10, most: 11 });
    expect(hellosIn(9999, 1000)).to.deep.equal({ least: 9, most: 10 });
    expect(hellosIn(0, 1000)).to.deep.equal({ least: 0, most: 1 });
  });

  it('make an interface monitored by the second', () => {
    expect([0, 1, 2, 3].map(isMonitoredAfter)).to.deep.equal([false, false, true, true]);
    expect(waitingSays.map((each) => each.id as string)).to.include('IH-SECOND-HELLO');
  });
});

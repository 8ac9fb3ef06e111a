import { expect } from 'chai';
import type { Entry, EntryToRecord } from '../../timeline/index.ts';
import { liveRun } from '../live-run.test-support.ts';
import { deedLanes, faultShades } from './deed-lanes.ts';
import { deviceLanes } from './device-lanes.ts';
import { flowLanes } from './flow-lanes.ts';
import type { Lane } from './lane.ts';
import { sampleBars } from './sample-bars.ts';
import { unitLanes } from './unit-lanes.ts';

const { entries } = liveRun();
const first = entries.filter((entry) => 'scenario' in entry && entry.scenario === 'power-loss-of-active');
const words = (lane: Lane | undefined): readonly string[] =>
  lane?.bars.map(({ label, tone }) => label || tone) ?? [];

const sampleAt = (fromMs: number, word: string) =>
  ({ fromMs, toMs: fromMs + 40, word, tone: 'active', seq: fromMs }) as const;

describe('answers as bars', () => {
  it('joins equal words, and leaves the change between two questions open', () => {
    const bars = sampleBars([sampleAt(0, 'a'), sampleAt(1000, 'b'), sampleAt(500, 'a'), sampleAt(1500, 'b')]);
    expect(bars.map(({ label, fromMs, toMs, tone }) => [label, fromMs, toMs, tone])).to.deep.equal([
      ['a', 0, 540, 'active'],
      ['', 540, 1000, 'between'],
      ['b', 1000, 1540, 'active'],
    ]);
    expect(bars[1]?.title).to.equal('from a to b: between 0.500 s and 1.040 s');
  });

  it('draws nothing where nobody asked for long', () => {
    const bars = sampleBars([0, 500, 1000, 60_000, 60_500].map((ms) => sampleAt(ms, 'a')));
    expect(bars.map(({ fromMs, toMs }) => [fromMs, toMs])).to.deep.equal([
      [0, 1040],
      [60_000, 60_540],
    ]);
    expect(sampleBars([])).to.deep.equal([]);
  });
});

describe('the lanes of a scenario', () => {
  it('tell what each unit says of itself, and what its mate says of it', () => {
    const lanes = unitLanes(first);
    expect(lanes.map(({ name }) => name)).to.deep.equal([
      'primary, its own word',
      'primary, as secondary says',
      'secondary, its own word',
      'secondary, as primary says',
    ]);
    expect(words(lanes[0])).to.deep.equal([
      'active',
      'between',
      'silent',
      'between',
      'cold-standby',
      'between',
      'standby-ready',
    ]);
    expect(words(lanes[1])).to.deep.equal(['active', 'between', 'failed', 'between', 'standby-ready']);
    expect(words(lanes[2])).to.deep.equal(['standby-ready', 'between', 'active']);
    expect(lanes[2]?.ticks.map(({ letter, atMs }) => [letter, atMs])).to.deep.equal([['A', 11_980]]);
  });

  it('tell of each failover group apart, and put the words of the console where they belong', () => {
    const groupTwo: Entry = {
      ...first.find((entry) => entry.kind === 'observation')!,
      unit: 'secondary',
      saw: { sight: 'message', message: 'switching-to-standby', text: 'Group 2 Switching to Standby' },
    } as Entry;
    const grouped = [...first, groupTwo].map((entry): Entry => {
      if (entry.kind !== 'observation' || entry.saw.sight !== 'failover') return entry;
      const { thisHost, otherHost } = entry.saw;
      if (!thisHost || !otherHost) return entry;
      const [own, other] = [thisHost, otherHost].map((host) => ({
        ...host,
        groups: [
          { group: 1 as const, state: host.state },
          { group: 2 as const, state: host.unit === 'secondary' ? ('active' as const) : ('failed' as const) },
        ],
      }));
      return { ...entry, saw: { ...entry.saw, thisHost: own!, otherHost: other! } };
    });
    const lanes = unitLanes(grouped);
    expect(lanes.map(({ name }) => name)).to.deep.equal([
      'primary, group 1, its own word',
      'primary, group 1, as secondary says',
      'primary, group 2, its own word',
      'primary, group 2, as secondary says',
      'secondary, group 1, its own word',
      'secondary, group 1, as primary says',
      'secondary, group 2, its own word',
      'secondary, group 2, as primary says',
    ]);
    const alone = unitLanes(first);
    for (const [at, was] of [
      [0, 0],
      [1, 1],
      [4, 2],
      [5, 3],
    ] as const)
      expect({ ...lanes[at], name: '' }).to.deep.equal({ ...alone[was], name: '' });
    expect(words(lanes[2])).to.deep.equal(['failed', 'between', 'silent', 'between', 'failed']);
    expect(words(lanes[6])).to.deep.equal(['active']);
    expect(lanes[6]?.ticks.map(({ letter }) => letter)).to.deep.equal(['S']);
  });

  it('tell the probes, a loss that goes on over two batches as one', () => {
    const [lane] = flowLanes(first);
    expect(lane?.name).to.equal('probes inside-to-outside');
    expect(words(lane)).to.deep.equal(['through', '185 probes lost']);
    expect(lane?.bars[1]).to.include({ fromMs: 10_000, toMs: 11_840 });
    expect(lane?.bars[0]).to.include({ fromMs: 5000, toMs: 24_990 });
  });

  it('tell only of outlets and ports that changed', () => {
    expect(deviceLanes(first).map(({ name }) => name)).to.deep.equal(['outlet 1 of pdu1']);
    expect(words(deviceLanes(first)[0])).to.deep.equal(['on', 'between', 'off', 'between', 'on']);
    expect(deviceLanes(first.slice(0, 20))).to.deep.equal([]);
  });

  it('tell what we did and when we could not see', () => {
    const lanes = deedLanes(entries);
    expect(lanes.map(({ name }) => name)).to.deep.equal(['what we did', 'could not see: console secondary']);
    expect(lanes[0]?.ticks.map(({ letter }) => letter).join('')).to.equal('FHFHF!');
    expect(lanes[0]?.bars.at(-1)).to.include({ tone: 'infrastructure' });
  });

  it('shade a fault from its effect to its healing, and both uncertainties', () => {
    expect(faultShades(first, 25_000).map(({ fromMs, toMs, tone }) => [fromMs, toMs, tone])).to.deep.equal([
      [9800, 18_050, 'fault'],
      [9800, 10_050, 'edge'],
      [17_800, 18_050, 'edge'],
    ]);
    const broken: EntryToRecord = {
      kind: 'action',
      id: 'x',
      did: 'x',
      begunMs: 0,
      doneMs: 1,
      stimuli: [],
      role: 'fault',
      failed: 'no',
    };
    expect(faultShades([{ seq: 0, ...broken }], 9)).to.deep.equal([]);
  });
});

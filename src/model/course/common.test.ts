import { expect } from 'chai';
import type { FailoverState, UnitName } from '../../pair/index.ts';
import type { Becomes, Predicted, Stays } from '../rule.ts';
import { commonTo, saysSame } from './common.ts';

const becomes = (
  who: UnitName,
  state: FailoverState,
  [earliestMs, latestMs]: readonly [number, number] = [0, 1000],
  more: Partial<Becomes> = {},
): Predicted & Becomes => ({
  prediction: 'becomes',
  who,
  states: [state],
  saidBy: 'itself',
  earliestMs,
  latestMs,
  because: 'of a test',
  requirements: [],
  rule: 'a rule',
  ...more,
});
const stays = (who: UnitName, state: FailoverState, forMs: number, more: Partial<Stays> = {}): Predicted => ({
  prediction: 'stays',
  who,
  states: [state],
  saidBy: 'itself',
  forMs,
  because: 'of a test',
  requirements: [],
  rule: 'a rule',
  ...more,
});

/** Two predictions that differ in one thing each, which makes them others. */
const others: readonly (readonly [string, Predicted, Predicted])[] = [
  ['rule', becomes('primary', 'failed'), { ...becomes('primary', 'failed'), rule: 'another' }],
  ['unit', becomes('primary', 'failed'), becomes('secondary', 'failed')],
  ['state', becomes('primary', 'failed'), becomes('primary', 'standby-ready')],
  ['witness', becomes('primary', 'failed'), becomes('primary', 'failed', [0, 1000], { saidBy: 'mate' })],
  ['group', { ...becomes('primary', 'failed'), group: 1 }, { ...becomes('primary', 'failed'), group: 2 }],
  ['mode', becomes('primary', 'failed'), { ...becomes('primary', 'failed'), group: 1 }],
  ['kind', becomes('primary', 'standby-ready'), stays('primary', 'standby-ready', 1000)],
];

describe('what follows in every world', () => {
  it('is all of it in one world, and nothing in none', () => {
    const one = [becomes('primary', 'failed'), stays('secondary', 'active', 1000)];
    expect(commonTo([one])).to.deep.equal(one);
    expect(commonTo([])).to.deep.equal([]);
  });

  it('has the window that holds all of them', () => {
    const worlds = [
      [becomes('primary', 'failed', [300, 1000])],
      [becomes('primary', 'failed', [200, 900])],
      [becomes('primary', 'failed', [400, 1100])],
    ];
    expect(commonTo(worlds)).to.deep.equal([becomes('primary', 'failed', [200, 1100])]);
  });

  it('is watched for as long as the longest of them', () => {
    for (const [first, second] of [
      [1000, 2000],
      [2000, 1000],
    ] as const)
      expect(
        commonTo([[stays('primary', 'active', first)], [stays('primary', 'active', second)]]),
      ).to.deep.equal([stays('primary', 'active', 2000)]);
  });

  for (const [what, one, other] of others)
    it(`is nothing where they differ in the ${what}`, () => {
      expect(commonTo([[one], [other]])).to.deep.equal([]);
      expect(saysSame(one, other)).to.equal(false);
      expect(commonTo([[one, other], [other]])).to.deep.equal([other]);
    });

  it('does not hold what follows in some of them only', () => {
    const [failed, ready] = [becomes('primary', 'failed'), becomes('secondary', 'standby-ready')];
    expect(commonTo([[failed, ready], [failed], [ready, failed]])).to.deep.equal([failed]);
    expect(commonTo([[failed], []])).to.deep.equal([]);
  });
});

describe('who is active already in one world and becomes so in another', () => {
  const taking = becomes('secondary', 'active', [13_000, 17_000]);
  const longer = becomes('secondary', 'active', [14_000, 32_000], {});
  const staying = stays('secondary', 'active', 2000, {});

  it('is active in the end, by the latest time of all, from the beginning on', () => {
    const end = { ...taking, earliestMs: 0, latestMs: 17_000, mayBeSo: true };
    expect(commonTo([[taking], [staying]])).to.deep.equal([end]);
    expect(commonTo([[staying], [taking]])).to.deep.equal([end]);
    expect(commonTo([[taking], [{ ...longer, rule: 'slower' }], [staying]])).to.deep.equal([
      { ...end, latestMs: 32_000 },
    ]);
    expect(commonTo([[staying], [{ ...longer, rule: 'slower' }], [taking]])).to.deep.equal([
      { ...longer, rule: 'slower', earliestMs: 0, mayBeSo: true },
    ]);
  });

  it('is not known where a world says nothing of it, or each that it changes', () => {
    expect(commonTo([[taking], [staying], []])).to.deep.equal([]);
    expect(commonTo([[taking], [{ ...taking, rule: 'another' }]])).to.deep.equal([]);
  });

  it('is the same unit, of the same group, by the same witness', () => {
    for (const other of [
      stays('primary', 'active', 2000),
      stays('secondary', 'standby-ready', 2000),
      stays('secondary', 'active', 2000, { group: 1 }),
    ])
      expect(commonTo([[taking], [other]])).to.deep.equal([]);
    const mates = becomes('secondary', 'active', [0, 1000], { saidBy: 'mate' });
    expect(commonTo([[mates], [staying]])).to.deep.equal([]);
    const grouped = { ...taking, group: 1 } as const;
    expect(commonTo([[grouped], [{ ...staying, group: 2 }]])).to.deep.equal([]);
    expect(commonTo([[grouped], [{ ...staying, group: 1 }]])).to.have.length(1);
  });

  it('is asked of nobody who becomes anything else, or stays it', () => {
    expect(
      commonTo([[becomes('secondary', 'standby-ready')], [stays('secondary', 'standby-ready', 2000)]]),
    ).to.deep.equal([]);
    expect(commonTo([[staying], [{ ...staying, rule: 'another' }]])).to.deep.equal([]);
  });

  it('is said by a stay too, but only where it may be so already', () => {
    const end: Predicted = { ...becomes('secondary', 'active'), mayBeSo: true };
    expect(saysSame(end, staying)).to.equal(true);
    expect(saysSame(end, { ...staying, rule: 'another' })).to.equal(true);
    expect(saysSame(end, stays('primary', 'active', 2000))).to.equal(false);
    expect(saysSame(becomes('secondary', 'active'), staying)).to.equal(false);
    expect(saysSame(staying, taking)).to.equal(false);
    expect(saysSame(taking, longer)).to.equal(true);
  });
});

/** What the judge holds of a timeline grows with what happens, not with how long nothing does; its words stay the same. */
import { expect } from 'chai';
import type { Entry } from '../timeline/entry.ts';
import { Docket } from './docket.ts';
import { judge } from './judge.ts';
import { renumbered, run } from './made.test-support.ts';
import type { Story } from './made-story.test-support.ts';
import { activeLoss, failoverLinkDown, forced, honest } from './stories.test-support.ts';

const minutes = 60_000;

/** The same story with a watch that is so much longer. */
const drawnOut = (story: Story, byMs: number): Story => ({
  ...story,
  everyMs: 480,
  healMs: story.healMs + byMs,
  endMs: story.endMs + byMs,
  turns: story.turns.map((turn) => (turn.atMs > story.healMs ? { ...turn, atMs: turn.atMs + byMs } : turn)),
});

/** The most pieces of evidence that are held at any moment. */
function mostHeld(entries: readonly Entry[]): number {
  const docket = new Docket();
  return entries.reduce((most, entry) => {
    docket.take(entry);
    return Math.max(most, docket.size);
  }, 0);
}

const findingOf = (entries: readonly Entry[], rule: RegExp) =>
  judge(entries).scenarios[0]?.findings.find((finding) => rule.test(finding.rule));

describe('the judge, of a long timeline', () => {
  for (const story of [forced, activeLoss, failoverLinkDown])
    it(`holds no more of ${story.name} when its watch is twice as long`, () => {
      const [once, twice] = [run(drawnOut(story, 15 * minutes)), run(drawnOut(story, 30 * minutes))];
      expect(twice.length).to.be.above(1.6 * once.length);
      expect(mostHeld(twice)).to.be.at.most(mostHeld(once) + 10);
      expect(judge(twice).outcome).to.equal('pass');
    });

  it('lets a scenario go when the next one begins', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ ...forced, name: `forced-${at}` }));
    expect(mostHeld(run(...many))).to.be.at.most(mostHeld(run(forced)) + 10);
  });

  it('counts every answer that it did not keep', () => {
    const byMs = 15 * minutes;
    const seen = findingOf(run(drawnOut(failoverLinkDown, byMs)), /no-failover|link|stay/i)?.seen ?? '';
    const counted = Number(/(\d+) answers/.exec(seen)?.[1]);
    expect(counted, seen).to.be.within(byMs / 500, byMs / 500 + 20);
  });

  it('sees a word in the midst of a long watch that is otherwise, and for how long nobody asked', () => {
    const long = drawnOut(failoverLinkDown, 30 * minutes);
    const turns = [
      { atMs: 15 * minutes, unit: 'secondary', is: 'active' },
      { atMs: 15.1 * minutes, unit: 'secondary', is: 'standby-ready' },
    ] as const;
    expect(judge(run({ ...long, turns, isQuiet: true })).outcome).to.equal('fail');
    const whole = run(long);
    const isMissing = (entry: Entry): boolean =>
      entry.kind === 'observation' &&
      entry.saw.sight === 'failover' &&
      entry.askedMs > 15 * minutes &&
      entry.askedMs < 15.1 * minutes;
    const holed = judge(renumbered(whole.filter((entry) => !isMissing(entry)))).scenarios[0];
    expect(holed?.outcome).to.equal('inconclusive');
    expect(holed?.because).to.match(/nobody asked for 6\.\d+ s/);
  });

  it('does not believe an effect that is claimed for a time of which no words were kept', () => {
    const entries = run(drawnOut(failoverLinkDown, 30 * minutes)).map((entry) =>
      entry.kind === 'action' && entry.role === 'heal' && entry.effectiveMs
        ? { ...entry, effectiveMs: { loMs: 15 * minutes, hiMs: entry.effectiveMs.hiMs } }
        : entry,
    );
    const [scenario] = judge(entries).scenarios;
    expect(scenario?.outcome).to.equal('inconclusive');
    expect(scenario?.because).to.include('long before or after it is said to have been done');
  });

  it('does not pass an answer that came long after its question', () => {
    const entries = run(drawnOut(failoverLinkDown, 30 * minutes)).map((entry) =>
      entry.kind === 'observation' && entry.saw.sight === 'failover' && entry.seq === 3000
        ? { ...entry, askedMs: entry.askedMs - 10 * minutes }
        : entry,
    );
    const [scenario] = judge(entries).scenarios;
    expect(scenario?.outcome).to.equal('inconclusive');
    expect(scenario?.doubts?.join()).to.include('answered what it was asked long before');
  });

  it('gives the same bytes for a stream that can only be gone through from its beginning', () => {
    const entries = run(...honest);
    const stream: Iterable<Entry> = { [Symbol.iterator]: () => entries.values() };
    expect(JSON.stringify(judge(stream))).to.equal(JSON.stringify(judge(entries)));
    const damaged = [...entries.slice(50), ...entries.slice(0, 50)];
    const again: Iterable<Entry> = { [Symbol.iterator]: () => damaged.values() };
    expect(JSON.stringify(judge(again))).to.equal(JSON.stringify(judge(damaged)));
    expect(judge(again).doubts.join()).to.include('out of order');
  });
});

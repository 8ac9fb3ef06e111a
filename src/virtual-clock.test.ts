import { expect } from 'chai';
import { seededRandom } from './simulator/ground/random.ts';
import { VirtualClock } from './virtual-clock.ts';

describe('a virtual clock', () => {
  it('fires timers in the order of their time, and those of one instant in the order they were set', async () => {
    const clock = new VirtualClock();
    const random = seededRandom(7);
    const set = Array.from({ length: 500 }, (_, at) => ({ at, ms: Math.floor(random.between(0, 60)) }));
    const fired: typeof set = [];
    for (const one of set) clock.after(one.ms, () => fired.push(one));
    await clock.advance(100);
    expect(fired).to.deep.equal(set.toSorted((a, b) => a.ms - b.ms || a.at - b.at));
  });

  it('does not fire what was cancelled, and counts what is still waiting', async () => {
    const clock = new VirtualClock();
    const fired: number[] = [];
    const cancels = Array.from({ length: 100 }, (_, at) =>
      clock.after((at * 37) % 100, () => fired.push((at * 37) % 100)),
    );
    for (const [at, cancel] of cancels.entries()) if (at % 3 === 0) cancel();
    cancels[0]?.();
    expect(clock.pending).to.equal(66);
    await clock.advance(50);
    const kept = cancels.map((_, at) => at).filter((at) => at % 3 !== 0);
    const due = kept.map((at) => (at * 37) % 100).toSorted((a, b) => a - b);
    expect(fired).to.deep.equal(due.filter((ms) => ms <= 50));
    expect(clock.pending).to.equal(due.filter((ms) => ms > 50).length);
    cancels[1]?.();
    await clock.advance(50);
    expect(fired).to.deep.equal(due);
    expect(clock.pending).to.equal(0);
  });
});

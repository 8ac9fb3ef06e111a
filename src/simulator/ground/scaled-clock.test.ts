import { expect } from 'chai';
import { VirtualClock } from '../../virtual-clock.ts';
import { ScaledClock } from './scaled-clock.ts';

describe('a clock that runs faster', () => {
  it('wakes earlier, and finds that as much time has passed as it was asked for', async () => {
    const slow = new VirtualClock();
    await slow.advance(5000);
    const fast = new ScaledClock(slow, 10);
    const begunMs = fast.nowMs();
    const begunWall = fast.wall().getTime();
    let wokenMs = 0;
    fast.after(15_000, () => (wokenMs = fast.nowMs()));
    fast.after(15_001, () => (wokenMs = -1))();
    await slow.advance(1499);
    expect(wokenMs).to.equal(0);
    await slow.advance(1);
    expect(wokenMs - begunMs).to.be.closeTo(15_000, 1e-6);
    expect(fast.wall().getTime() - begunWall).to.be.closeTo(15_000, 1e-6);
  });

  it('does not run at no speed, or backwards', () => {
    for (const speed of [0, -1, Number.NaN])
      expect(() => new ScaledClock(new VirtualClock(), speed)).to.throw(RangeError);
  });
});

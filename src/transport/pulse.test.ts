import { expect } from 'chai';
import { VirtualClock } from '../virtual-clock.ts';
import { Pulse } from './pulse.ts';

/** A far end that answers questions as told, and says things of its own accord. */
function taken(clock: VirtualClock) {
  const told = { asked: 0, dead: 0, silentMs: 0, answers: true };
  const pulse: Pulse = new Pulse(clock, {
    ask() {
      told.asked += 1;
      if (told.answers) clock.after(5, () => pulse.heard(true));
    },
    dead(silentMs) {
      told.dead += 1;
      told.silentMs = silentMs;
    },
  });
  return { pulse, told };
}

describe('pulse', () => {
  it('of one who answers goes on, asked only while nothing else is heard', async () => {
    const clock = new VirtualClock();
    const { pulse, told } = taken(clock);
    await clock.advance(10_000);
    expect(told).to.include({ dead: 0 });
    expect(told.asked).to.be.within(4, 10);
    const { asked } = told;
    for (let second = 0; second < 20; second += 1) {
      pulse.heard(false);
      await clock.advance(1000);
    }
    expect(told.asked).to.equal(asked);
    pulse.stop();
  });

  it('of one who answered and does not any more is dead, once, within five seconds', async () => {
    const clock = new VirtualClock();
    const { told } = taken(clock);
    await clock.advance(3500);
    told.answers = false;
    await clock.advance(5000);
    expect(told).to.include({ dead: 1, silentMs: 4000 });
    await clock.advance(60_000);
    expect(told.dead).to.equal(1);
  });

  it('of one who never answered is not given up', async () => {
    const clock = new VirtualClock();
    const { pulse, told } = taken(clock);
    told.answers = false;
    pulse.heard(false);
    await clock.advance(600_000);
    expect(told.dead).to.equal(0);
    pulse.stop();
  });

  it('that was stopped asks nothing', async () => {
    const clock = new VirtualClock();
    const { pulse, told } = taken(clock);
    pulse.stop();
    await clock.advance(60_000);
    expect(told).to.include({ asked: 0, dead: 0 });
  });
});

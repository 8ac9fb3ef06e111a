import { expect } from 'chai';
import { pause } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { Visit } from './visit.ts';

describe('a visit to a device', () => {
  const patience = { questionMs: 1000, deviceMs: 2500 };
  const device = () => {
    const seen = { closed: 0, close: () => Promise.resolve(void (seen.closed += 1)) };
    return seen;
  };

  it('asks on after a question that is refused, and no more after one that is not answered', async () => {
    const clock = new VirtualClock();
    const visit = new Visit(clock, patience);
    const refused = await visit.ask('one', () => Promise.reject(new BenchError('sw1', 'no such port')));
    expect(refused).to.deep.equal({ blind: 'sw1: no such port', because: 'unread' });
    expect(await visit.ask('two', () => Promise.resolve(2))).to.deep.equal({ saw: 2 });
    const silent = await clock.runUntil(visit.ask('three', () => pause(clock, 9000)));
    expect(silent).to.deep.equal({ blind: 'three: nothing came within 1000 ms', because: 'unreached' });
    let asked = false;
    expect(await visit.ask('four', async () => (asked = true))).to.equal(silent);
    expect(asked).to.equal(false);
  });

  it('ends when its time is over, however many questions are left', async () => {
    const clock = new VirtualClock();
    const visit = new Visit(clock, patience);
    for (let count = 0; count < 3; count += 1)
      await clock.runUntil(visit.ask('slow', () => pause(clock, 900)));
    expect(clock.nowMs()).to.be.at.most(2500);
    expect(visit.lost).to.include({ because: 'unreached' });
  });

  it('closes what opens when nobody waits for it any more', async () => {
    const clock = new VirtualClock();
    const late = device();
    const visit = new Visit(clock, patience);
    const opening = await clock.runUntil(visit.open('sw1', () => pause(clock, 3000).then(() => late)));
    expect(opening).to.include({ because: 'unreached' });
    await clock.runUntil(pause(clock, 5000));
    expect(late.closed).to.equal(1);
  });

  it('leaves open what opens in time, and is lost where nothing does', async () => {
    const clock = new VirtualClock();
    const there = device();
    expect(await new Visit(clock, patience).open('sw1', () => Promise.resolve(there))).to.deep.equal({
      saw: there,
    });
    expect(there.closed).to.equal(0);
    const visit = new Visit(clock, patience);
    await visit.open('sw1', () => Promise.reject(new Error('refused')));
    expect(visit.lost).to.deep.equal({ blind: 'refused', because: 'unreached' });
  });
});

import { expect } from 'chai';
import { VirtualClock } from '../../../virtual-clock.ts';
import { Neighbours } from './neighbours.ts';
import { StateTable } from './state-table.ts';

function neighboursOn(clock: VirtualClock): Neighbours<string> {
  return new Neighbours(clock, new StateTable({ clock, hasRoom: () => true, replicate: () => undefined }));
}

describe('the neighbours of a unit', () => {
  it('get what waits for them, in order, and get it once', async () => {
    const clock = new VirtualClock();
    const neighbours = neighboursOn(clock);
    expect(neighbours.await('inside', '10.0.0.9', 'first')).to.equal(true);
    await clock.advance(900);
    expect(neighbours.await('inside', '10.0.0.9', 'second')).to.equal(false);
    expect(neighbours.learn('inside', '10.0.0.9', '0250.5600.0001')).to.deep.equal(['first', 'second']);
    expect(neighbours.learn('inside', '10.0.0.9', '0250.5600.0001')).to.deep.equal([]);
  });

  it('get nothing that waited for longer than a second: an old packet must not pass after a failover', async () => {
    const clock = new VirtualClock();
    const neighbours = neighboursOn(clock);
    neighbours.await('inside', '10.0.0.9', 'old');
    await clock.advance(1001);
    expect(neighbours.await('inside', '10.0.0.9', 'young')).to.equal(true);
    expect(neighbours.learn('inside', '10.0.0.9', '0250.5600.0001')).to.deep.equal(['young']);
  });
});

import { expect } from 'chai';
import { VirtualClock } from '../../../virtual-clock.ts';
import { outletsOfPdu } from './outlet-names.ts';
import { PowerStrip } from './power-strip.ts';

describe('a simulated PDU', () => {
  it('says yes at once, moves its relay later, and the last command wins', async () => {
    const clock = new VirtualClock();
    const strip = new PowerStrip('strip', clock, 200, outletsOfPdu(['1', '2']));
    const switched: string[] = [];
    strip.onSwitched(({ number, power }) => switched.push(`${clock.nowMs()} ${number} ${power}`));
    strip.command(1, 'off');
    expect(strip.outlets[0]).to.include({ power: 'on', pending: true });
    await clock.advance(100);
    strip.command(1, 'on');
    strip.command(2, 'off');
    await clock.advance(300);
    expect(strip.outlets[0]).to.include({ power: 'on', pending: false });
    expect(strip.outlets[1]).to.include({ power: 'off', pending: false });
    strip.command(2, 'off');
    await clock.advance(300);
    expect(switched).to.deep.equal(['300 2 off']);
  });

  it('opens every relay when it loses power itself, and restores what was before', async () => {
    const clock = new VirtualClock();
    const strip = new PowerStrip('strip', clock, 200, outletsOfPdu(['1', '2']));
    let heard = 0;
    strip.command(2, 'off');
    await clock.advance(200);
    strip.losePower();
    strip.losePower();
    strip.command(2, 'on');
    strip.agent.hear(() => (heard += 1));
    expect(strip.outlets.map(({ power }) => power)).to.not.include('on');
    await clock.advance(60_000);
    strip.regainPower();
    strip.agent.hear(() => (heard += 1));
    expect(heard).to.equal(0);
    await clock.advance(10_000);
    strip.agent.hear(() => (heard += 1));
    expect(heard).to.equal(1);
    expect(strip.outlets.slice(0, 3).map(({ power }) => power)).to.deep.equal(['on', 'off', 'on']);
    expect(strip.startedMs).to.be.above(60_000);
  });

  it('forgets what waits when its agent restarts, and leaves the outlets as they are', async () => {
    const clock = new VirtualClock();
    const strip = new PowerStrip('strip', clock, 200, outletsOfPdu(['1', '2']));
    strip.command(1, 'off');
    await clock.advance(200);
    strip.command(2, 'off');
    strip.agent.restart();
    await clock.advance(60_000);
    expect(strip.outlets.slice(0, 2).map(({ power }) => power)).to.deep.equal(['off', 'on']);
    expect(strip.outlets[1]).to.include({ pending: false, fault: false });
    expect(strip.outlets.map(({ moves }) => moves).slice(0, 2)).to.deep.equal([1, 0]);
  });

  it('numbers its outlets, and gives names to the first that are free', () => {
    const outlets = outletsOfPdu(['2', 'upper', 'lower', '12']);
    expect(outlets).to.have.length(12);
    expect(outlets.slice(0, 4).map(({ name }) => name)).to.deep.equal([
      'upper',
      'Outlet 2',
      'lower',
      'Outlet 4',
    ]);
    expect(outlets[11]).to.deep.equal({ number: 12, name: 'Outlet 12' });
  });
});

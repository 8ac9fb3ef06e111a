import { expect } from 'chai';
import { VirtualClock } from '../../virtual-clock.ts';
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

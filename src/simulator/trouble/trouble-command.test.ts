import { expect } from 'chai';
import type { CreatedBench } from '../bench.ts';
import { RawClient } from '../front/terminal/raw-client.test-support.ts';
import { serveTroubleDoor } from '../front/trouble-door.ts';
import { PlayedPair } from '../played/played-pair.test-support.ts';
import { troubleCommand } from './trouble-command.ts';

const port = (bench: CreatedBench, alias: string) =>
  bench.switches[0]!.ports.find((one) => one.alias === alias)!;

describe('troubles asked for by a line', () => {
  let pair: PlayedPair;
  const make = (line: string): string => troubleCommand(pair.bench, line);
  const inside = 'GigabitEthernet0/1';

  beforeEach(async () => (pair = await new PlayedPair().bootstrap()));
  afterEach(() => pair.close());

  it('hang a unit, so that its mate takes over', async () => {
    expect(make('hang primary')).to.equal('ok');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(port(pair.bench, `primary ${inside}`).oper).to.equal('up');
  });

  it('pull and plug a cable, and move a port into a VLAN of its own and back', async () => {
    const of = port(pair.bench, `secondary ${inside}`);
    for (const [line, link, vlan] of [
      [`pull secondary ${inside}`, 'down', of.vlan],
      [`plug secondary ${inside}`, 'up', of.vlan],
      [`isolate secondary ${inside}`, 'up', 999],
      [`reunite secondary ${inside}`, 'up', of.vlan],
      [`err-disable secondary ${inside} link-flap`, 'down', of.vlan],
    ] as const) {
      expect(make(line)).to.equal('ok');
      await pair.clock.advance(100);
      expect([of.oper, of.vlan], line).to.deep.equal([link, vlan]);
    }
    expect(of.errDisabled).to.equal('link-flap');
  });

  it('make a cable bad in one direction, and good again', async () => {
    await pair.lostDuring(100);
    const { sent } = await pair.lostDuring(100);
    expect(make(`impair primary ${inside} out loss 100% delay 20ms`)).to.equal('ok');
    expect((await pair.lostDuring(100)).lost).to.deep.equal({ out: 0, in: sent });
    expect(make(`repair primary ${inside}`)).to.equal('ok');
    expect((await pair.lostDuring(100)).lost).to.deep.equal({ out: 0, in: 0 });
    expect(make(`impair primary ${inside} jitter 5`)).to.equal('ok');
  });

  it('reach the PDUs', async () => {
    expect(make('pdu strip lose-power')).to.equal('ok');
    await pair.clock.advance(1000);
    expect(pair.bench.units.primary.powered).to.equal(false);
  });

  it('say what they do not understand, and what would be understood', () => {
    for (const [line, answer] of [
      ['', /^$/],
      ['explode primary', /^error: there is no trouble "explode"; help lists them$/],
      ['constructor primary', /^error: there is no trouble/],
      ['hang tertiary', /^error: expected one of primary, secondary, and not "tertiary"$/],
      ['pull primary Ethernet9', /^error: expected one of GigabitEthernet0\/0, .* and not "Ethernet9"$/],
      [`impair primary ${inside}`, /^error: say what is bad/],
      [`impair primary ${inside} loss 140`, /^error: expected a number from 0 to 100, and not "140"$/],
      [`impair primary ${inside} loss`, /^error: expected a number/],
      [`portfast primary ${inside} maybe`, /^error: expected one of on, off/],
      ['pull-failover-cable primary', /^error: this pair has no failover cable$/],
      ['pdu tower log-in', /^error: expected one of strip/],
    ] as const)
      expect(make(line), line).to.match(answer);
    expect(make('help'))
      .to.include('impair <unit> <interface> [in|out|both]')
      .and.include('pdu <name> lose-power');
  });

  it('come in over TCP, one a line, each with its answer', async () => {
    const front = await serveTroubleDoor(0, make);
    const client = await RawClient.open(front.endpoint);
    client.write(`pull primary ${inside}\r\nhang ter`);
    await client.until(/^ok\n$/);
    client.write('tiary\n');
    await client.until(/ok\nerror: expected one of primary, secondary/);
    expect(port(pair.bench, `primary ${inside}`).admin).to.equal('up');
    client.write('x'.repeat(600));
    await client.until(/shorter than 512\n$/);
    await front.close();
  });
});

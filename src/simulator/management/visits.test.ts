import { expect } from 'chai';
import { PlayedPair } from '../played/played-pair.test-support.ts';
import type { SimulatedTerminal } from '../face/simulated-unit.ts';

const minuteMs = 60_000;
const inside = { address: '10.1.1.1', fromPort: 50_000 };

describe('sessions at which nobody types', () => {
  let pair: PlayedPair;
  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
    await pair.enable('primary');
  });
  afterEach(() => pair.close());

  const enter = (terminal: SimulatedTerminal, line: string): void => terminal.type(Buffer.from(`${line}\r`));
  const isOver = (terminal: SimulatedTerminal): (() => boolean) => {
    let over = false;
    terminal.onClosed(() => (over = true));
    return () => over;
  };

  it('end after the time-out of their service, counted from the last key', async () => {
    await pair.configure('primary', [
      'ssh timeout 2',
      'telnet timeout 3',
      'telnet 0 0 inside',
      'passwd cables',
    ]);
    const unit = pair.bench.units.primary;
    const ssh = unit.visit('ssh', inside)!.open('lab');
    const telnet = unit.visit('telnet', inside)!.open();
    enter(telnet, 'cables');
    const [sshOver, telnetOver] = [isOver(ssh), isOver(telnet)];
    await pair.clock.advance(minuteMs);
    enter(ssh, 'show clock');
    await pair.clock.advance(1.5 * minuteMs);
    expect([sshOver(), telnetOver()]).to.deep.equal([false, false]);
    await pair.clock.advance(0.6 * minuteMs);
    expect([sshOver(), telnetOver()]).to.deep.equal([true, true]);
  });

  it('stay logged in at the console, unless it has a time-out as well', async () => {
    await pair.clock.advance(10 * minuteMs);
    expect(await pair.say('primary', '')).to.match(/# $/);
    await pair.configure('primary', ['console timeout 5']);
    await pair.clock.advance(5.1 * minuteMs);
    expect(pair.printed.primary).to.match(/\r\nLogoff\r\n\r\n\S+> $/);
  });
});

describe('who may visit a unit', () => {
  let pair: PlayedPair;
  before(async () => {
    pair = await new PlayedPair().bootstrap();
    await pair.enable('primary');
  });
  after(() => pair.close());

  const cases: readonly (readonly [line: string, welcome: boolean])[] = [
    ['telnet 0 0 inside', true],
    ['telnet 10.1.1.0 255.255.255.0 inside', true],
    ['telnet 10.0.0.0 255.0.0.0 inside', true],
    ['telnet 10.1.1.77 255.255.255.255 inside', true],
    ['telnet 10.1.2.0 255.255.255.0 inside', false],
    ['telnet 0 0 outside', false],
  ];
  for (const [line, welcome] of cases)
    it(`with ${line}, at the inside: ${welcome ? 'anybody there' : 'nobody'}`, async () => {
      await pair.configure('primary', [line]);
      const visit = pair.bench.units.primary.visit('telnet', inside);
      expect(visit !== undefined).to.equal(welcome);
      visit?.leave();
      await pair.configure('primary', [`no ${line}`]);
    });

  it('by SSH everybody who has a password, until a list says who', async () => {
    const unit = pair.bench.units.primary;
    expect(unit.visit('ssh', inside)).to.not.equal(undefined);
    await pair.configure('primary', ['ssh 203.0.113.0 255.255.255.0 outside']);
    expect(unit.visit('ssh', inside)).to.equal(undefined);
    expect(unit.visit('ssh', { ...inside, address: '203.0.113.1' })).to.not.equal(undefined);
    await pair.configure('primary', ['no ssh 203.0.113.0 255.255.255.0 outside']);
  });

  it('nobody at an address that the unit does not have', () => {
    expect(pair.bench.units.primary.visit('ssh', { ...inside, address: '10.1.1.2' })).to.equal(undefined);
    expect(pair.bench.units.secondary.visit('ssh', { ...inside, address: '10.1.1.2' })).to.not.equal(
      undefined,
    );
  });
});

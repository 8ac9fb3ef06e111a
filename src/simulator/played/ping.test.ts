import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair } from './played-pair.test-support.ts';

const sending = (to: string): string[] => [
  'Type escape sequence to abort.',
  `Sending 5, 100-byte ICMP Echos to ${to}, timeout is 2 seconds:`,
];
const answered = (to: string): string[] => [
  ...sending(to),
  '!!!!!',
  'Success rate is 100 percent (5/5), round-trip min/avg/max = 1/1/1 ms',
];
const lost = (to: string): string[] => [...sending(to), '?????', 'Success rate is 0 percent (0/5)'];

describe('ping', () => {
  let pair: PlayedPair;
  const host = (): string => pair.bench.host('inside').address;
  const outcome = async (unit: UnitName, line: string, ms: number): Promise<string[]> =>
    (await pair.say(unit, line, ms)).split('\r\n').slice(1, -1);

  before(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  after(() => pair.close());

  it('reaches a host from either unit, by its route or out of the interface that is named', async () => {
    for (const unit of ['primary', 'secondary'] as const) {
      expect(await pair.ask(unit, `ping inside ${host()}`), unit).to.deep.equal(answered(host()));
      expect(await pair.ask(unit, `ping ${host()}`), unit).to.deep.equal(answered(host()));
    }
  });

  it('reaches the mate, on a data interface and over the failover link, and the unit itself', async () => {
    for (const to of ['10.1.1.1', '10.1.1.2', '172.31.0.1', '172.31.0.2'])
      for (const unit of ['primary', 'secondary'] as const)
        expect(await pair.ask(unit, `ping ${to}`), `${unit} to ${to}`).to.deep.equal(answered(to));
  });

  it('gives each of five requests two seconds, and keys wait for it', async () => {
    const waited = await pair.say('primary', 'ping inside 10.1.1.77', 9950);
    expect(waited).to.not.include('Success');
    await pair.say('primary', 'show clock', 20);
    const rest = await pair.say('primary', '', 100);
    expect([...waited.split('\r\n').slice(1, -1), ...rest.split('\r\n').slice(0, 2)]).to.deep.equal(
      lost('10.1.1.77'),
    );
    expect(rest).to.match(/Success rate .*\r\n.*show clock\r\n\d\d:\d\d:\d\d/);
  });

  it('says which requests were lost while the cable was dark', async () => {
    pair.port('secondary', 1, 'down');
    await pair.clock.advance(20);
    const begun = await pair.say('secondary', `ping inside ${host()}`, 3000);
    pair.port('secondary', 1, 'up');
    const ended = await pair.say('secondary', '', 1200);
    expect((begun + ended).split('\r\n')).to.include.members([
      '??!!!',
      'Success rate is 60 percent (3/5), round-trip min/avg/max = 1/1/1 ms',
    ]);
    await pair.steady('primary');
  });

  it('ends at the escape sequence', async () => {
    const begun = await pair.say('primary', 'ping inside 10.1.1.77', 2500);
    const before = pair.printed.primary.length;
    pair.bench.units.primary.console.type(new Uint8Array([0x1e]));
    await pair.clock.advance(20);
    expect((begun + pair.printed.primary.slice(before)).split('\r\n').slice(1, -1)).to.deep.equal([
      ...sending('10.1.1.77'),
      '??',
      'Success rate is 0 percent (0/2)',
    ]);
  });

  it('may be sent to the mate, which asks from its own address', async () => {
    expect(await outcome('primary', `failover exec mate ping inside ${host()}`, 500)).to.deep.equal(
      answered(host()),
    );
  });

  it('has no route to what lies nowhere, and no way out of an interface that is not there', async () => {
    expect(await pair.ask('primary', 'ping 192.0.2.77')).to.deep.equal([
      ...sending('192.0.2.77'),
      'No route to host 192.0.2.77',
      '',
      'Success rate is 0 percent (0/1)',
    ]);
    expect(await pair.ask('primary', 'ping nowhere 10.1.1.1')).to.deep.equal([
      'ERROR: % Invalid interface name nowhere',
    ]);
  });
});

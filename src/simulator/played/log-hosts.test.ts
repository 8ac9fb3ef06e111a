import { expect } from 'chai';
import { PlayedPair } from './played-pair.test-support.ts';
import type { LogCall } from '../fabric/host/log-host.ts';

const address = '10.1.1.77';
const logging = ['logging enable', 'logging buffered 7', 'logging trap informational'];
const down = '414003: TCP Syslog Server inside:10.1.1.77/1470 not responding. New connections are ';

/** A host that takes connections by TCP, or refuses them, or says nothing. */
class LogServer {
  manner: 'takes' | 'refuses' | 'silent' = 'takes';
  readonly calls: LogCall[] = [];
  #last: LogCall | undefined;

  take(call: LogCall): boolean {
    if (call.address !== address) return false;
    this.calls.push(call);
    this.#last = call;
    if (call.wish === 'open' && this.manner !== 'silent')
      call.answer(this.manner === 'takes' ? 'accepted' : 'closed');
    return true;
  }

  /** It ends, as its machine tells the unit that calls it. */
  end(): void {
    this.manner = 'refuses';
    this.#last?.answer('closed');
  }
}

describe('a host that is logged to by TCP', () => {
  let pair: PlayedPair;
  let server: LogServer;
  const heard: string[] = [];

  const start = async (...lines: readonly string[]): Promise<void> => {
    heard.length = 0;
    pair = await new PlayedPair().bootstrap();
    await pair.enable('primary');
    await pair.enable('secondary');
    server = new LogServer();
    pair.bench.onLogCall((call) => server.take(call));
    pair.bench.onSyslog((unit, _host, _port, text, protocol) =>
      heard.push(`${unit} ${protocol} ${text.trim()}`),
    );
    await pair.configure('primary', [...logging, `logging host inside ${address} tcp/1470`, ...lines]);
    await pair.clock.advance(500);
  };
  afterEach(() => pair.close());

  const log = async (unit: 'primary' | 'secondary' = 'primary'): Promise<string> =>
    (await pair.ask(unit, 'show logging')).join('\n');
  /** Whether a client behind the inside interface can open a session now. */
  const opens = async (): Promise<boolean> => {
    const session = pair.bench.openSession('inside', 'outside', { protocol: 'tcp', port: 80 });
    await pair.clock.advance(500);
    const { state } = session;
    session.abort();
    await pair.clock.advance(50);
    return state === 'open';
  };

  it('hears every message, and lets traffic pass', async () => {
    await start();
    expect(await opens()).to.equal(true);
    await pair.clock.advance(60_000);
    expect(heard.join('\n')).to.match(/^primary tcp <166>%ASA-6-302013: Built outbound TCP connection/m);
    expect(await log()).to.not.include('414003');
  });

  it('is down when it ends: what passes goes on, and nothing new does, until it is back', async () => {
    await start();
    const kept = pair.bench.openSession('inside', 'outside', { protocol: 'tcp', port: 443 });
    await pair.clock.advance(500);
    server.end();
    await pair.clock.advance(2000);
    expect(await log()).to.include(`%ASA-3-${down}denied based on logging permit-hostdown policy.`);
    expect(await log()).to.include('%ASA-3-201008: Disallowing new connections.');
    expect(await opens()).to.equal(false);
    expect((await pair.lostDuring(200)).lost).to.deep.equal({ out: 20, in: 20 });
    kept.send(new Uint8Array(7));
    await pair.clock.advance(500);
    expect([kept.state, kept.delivered.toServer]).to.deep.equal(['open', 7]);
    heard.length = 0;
    server.manner = 'takes';
    await pair.until(async () =>
      (await log()).includes('414004: TCP Syslog Server inside:10.1.1.77/1470 - Connection restored'),
    );
    expect(await opens()).to.equal(true);
    // What had to wait is heard when it is back.
    expect(heard.join('\n')).to.include('201008: Disallowing new connections.');
  });

  it('is down when it goes without a word', async () => {
    await start();
    server.manner = 'silent';
    await pair.until(async () => (await log()).includes('414003'));
    expect(await opens()).to.equal(false);
  });

  it('is down as well when the network leads nowhere', async () => {
    await start('no monitor-interface inside');
    pair.bench.trouble.primary.isolate('GigabitEthernet0/1');
    await pair.until(async () => (await log()).includes('414003'));
  });

  it('stops nothing with logging permit-hostdown, or when nobody logs to it any more', async () => {
    await start('logging permit-hostdown');
    server.end();
    await pair.clock.advance(2000);
    expect(await log())
      .to.include(`%ASA-3-${down}permitted based on logging permit-hostdown policy.`)
      .and.not.include('201008');
    expect(await opens()).to.equal(true);
    await pair.configure('primary', ['no logging permit-hostdown']);
    expect(await opens()).to.equal(false);
    await pair.configure('primary', [`no logging host inside ${address}`]);
    expect(await opens()).to.equal(true);
  });

  it('is called by the unit that is active, and by the other one after a switchover', async () => {
    await start();
    const callers = (): readonly string[] => [
      ...new Set(server.calls.splice(0).map(({ unit, wish }) => `${unit} ${wish}`)),
    ];
    expect(callers()).to.deep.equal(['primary open']);
    await pair.say('secondary', 'failover active', 2000);
    expect(callers()).to.include.members(['primary close', 'secondary open']);
    expect(heard.join('\n')).to.match(/^secondary tcp <161>%ASA-1-104001: /m);
    expect(await opens()).to.equal(true);
    server.end();
    await pair.clock.advance(2000);
    expect(await opens()).to.equal(false);
    expect(await log('primary')).to.not.include('414003');
  });

  it('is not missed by a pair that boots', async () => {
    await start();
    await pair.say('primary', 'write memory', 500);
    for (const wish of ['off', 'on'] as const) {
      for (const unit of ['primary', 'secondary'] as const) pair.power(unit, wish);
      await pair.clock.advance(1000);
    }
    await pair.clock.advance(20_000);
    for (const unit of ['primary', 'secondary'] as const) {
      await pair.enable(unit);
      expect(await log(unit), unit).to.not.include('414003');
    }
    expect(await opens()).to.equal(true);
  });
});

import { expect } from 'chai';
import type { UnitName } from '../pair/index.ts';
import { PlayedPair } from './played-pair.test-support.ts';
import type { SessionWish, SimulatedSession } from './simulated-bench.ts';

const tenBytes = new Uint8Array(10);
const tcp: SessionWish = { protocol: 'tcp', port: 22 };
const udp: SessionWish = { protocol: 'udp', port: 5001 };
const http: SessionWish = { protocol: 'http' };

async function pairWith(lines: readonly string[] = []): Promise<PlayedPair> {
  const pair = await new PlayedPair().bootstrap();
  await pair.configure('primary', ['access-list OUT extended permit tcp any any eq 8022', ...lines]);
  return pair;
}

/** A session from the inside to the outside, over which something has gone both ways. */
async function opened(pair: PlayedPair, wish: SessionWish, from = 'inside'): Promise<SimulatedSession> {
  const session = pair.bench.openSession(from, from === 'inside' ? 'outside' : 'inside', wish);
  session.send(tenBytes);
  await pair.clock.advance(1500);
  session.reply(tenBytes);
  await pair.clock.advance(500);
  expect(session.delivered).to.deep.equal({ toServer: 10, toClient: 10 });
  return session;
}

/** What one row of the statistics counts on a unit. */
async function row(pair: PlayedPair, unit: UnitName, name: string): Promise<number[]> {
  const lines = await pair.ask(unit, 'show failover');
  const line = lines.find((one) => one.startsWith(`\t${name}`));
  return (line?.slice(name.length + 1).match(/\d+/g) ?? []).map(Number);
}

async function loseActive(pair: PlayedPair): Promise<void> {
  pair.power('primary', 'off');
  await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
}

/** Whether what is sent both ways arrives. */
async function lives(pair: PlayedPair, session: SimulatedSession): Promise<boolean> {
  const before = session.delivered;
  const [toServer, toClient] = [before.toServer, before.toClient];
  session.reply(tenBytes);
  session.send(tenBytes);
  await pair.clock.advance(9000);
  return session.delivered.toServer === toServer + 10 && session.delivered.toClient === toClient + 10;
}

describe('stateful failover', () => {
  let pair: PlayedPair;
  afterEach(() => pair.close());

  it('keeps TCP and UDP connections when the active unit loses power, and lets them end in order', async () => {
    pair = await pairWith();
    const session = await opened(pair, tcp);
    const datagrams = await opened(pair, udp);
    await loseActive(pair);
    expect(await lives(pair, session)).to.equal(true);
    // No access list lets a datagram to this port in: only the connection does.
    datagrams.reply(tenBytes);
    await pair.clock.advance(1000);
    expect(datagrams.delivered.toClient).to.equal(20);
    session.close();
    await pair.clock.advance(3000);
    expect([session.state, session.serverState]).to.deep.equal(['closed', 'closed']);
  });

  it('keeps connections that were opened from the outside, and through several switchovers', async () => {
    pair = await pairWith();
    const session = await opened(pair, { protocol: 'tcp', port: 8022 }, 'outside');
    for (const unit of ['primary', 'secondary', 'primary'] as const) {
      await pair.say(unit, 'configure terminal');
      await pair.say(unit, 'no failover active', 5000);
      await pair.say(unit, 'end');
      expect(await lives(pair, session), `after ${unit} gave way`).to.equal(true);
    }
  });

  it('without a state link drops every connection', async () => {
    pair = await pairWith(['no failover link']);
    const session = await opened(pair, tcp);
    await loseActive(pair);
    await pair.say('secondary', 'configure terminal');
    await pair.say('secondary', 'logging enable');
    await pair.say('secondary', 'logging buffered informational');
    expect(await lives(pair, session)).to.equal(false);
    const log = (await pair.ask('secondary', 'show logging')).join('\n');
    expect(log).to.match(
      /106015: Deny TCP \(no connection\) from 10\.1\.1\.254\/\d+ to 203\.0\.113\.254\/22 flags PSH ACK {2}on interface inside/,
    );
    expect(await pair.ask('secondary', 'show conn count')).to.deep.equal(['0 in use, 0 most used']);
    await pair.clock.advance(600_000);
    expect([session.state, session.serverState]).to.deep.equal(['timed-out', 'timed-out']);
    await opened(pair, tcp);
  });

  it('passes HTTP connections only when it is told to', async () => {
    pair = await pairWith();
    const unpassed = await opened(pair, http);
    const other = await opened(pair, tcp);
    await loseActive(pair);
    expect(await lives(pair, unpassed)).to.equal(false);
    expect(await lives(pair, other)).to.equal(true);
    pair.close();
    pair = await pairWith(['failover replication http']);
    const passed = await opened(pair, http);
    await loseActive(pair);
    expect(await lives(pair, passed)).to.equal(true);
  });

  it('loses what happens while the state link is down, and keeps what was passed before', async () => {
    pair = await pairWith();
    const early = await opened(pair, tcp);
    pair.port('secondary', 3, 'down');
    const late = await opened(pair, tcp);
    await pair.clock.advance(30_000);
    pair.port('secondary', 3, 'up');
    late.send(tenBytes);
    await pair.clock.advance(30_000);
    expect(await pair.ask('secondary', 'show conn count')).to.deep.equal(['1 in use, 1 most used']);
    await loseActive(pair);
    expect(await lives(pair, early)).to.equal(true);
    expect(await lives(pair, late)).to.equal(false);
  });

  it('sends a standby unit that joins everything at once', async () => {
    pair = await pairWith();
    pair.power('secondary', 'off');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed');
    const session = await opened(pair, tcp);
    const second = await opened(pair, tcp);
    expect((await row(pair, 'primary', 'TCP conn'))[0]).to.equal(0);
    pair.power('secondary', 'on');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Standby Ready');
    await pair.clock.advance(1000);
    await pair.enable('secondary');
    expect((await row(pair, 'primary', 'TCP conn'))[0]).to.equal(2);
    await loseActive(pair);
    expect(await lives(pair, session)).to.equal(true);
    expect(await lives(pair, second)).to.equal(true);
  });
});

import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';
import type { SessionWish, SimulatedSession } from '../face/simulated-session.ts';

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

  it('calls a state link failed that is up and passes nothing, and up again when it does', async () => {
    pair = await pairWith();
    const shown = async (unit: UnitName) =>
      (await pair.ask(unit, 'show failover')).find((one) => one.startsWith('\tLink : '));
    for (const name of ['GigabitEthernet0/3', 'GigabitEthernet0/2'] as const) {
      pair.bench.trouble.primary.isolate(name);
      await pair.clock.advance(30_000);
      for (const unit of ['primary', 'secondary'] as const)
        expect(await shown(unit), unit).to.match(/^\tLink : \w+ \S+ \(failed\)$/);
      expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
      pair.bench.trouble.primary.reunite(name);
      await pair.clock.advance(2000);
      for (const unit of ['primary', 'secondary'] as const)
        expect(await shown(unit), unit).to.match(/^\tLink : \w+ \S+ \(up\)$/);
      await pair.configure('primary', ['no failover link', 'failover link folink GigabitEthernet0/2']);
      await pair.clock.advance(20_000);
    }
  });

  it('shares the failover link, or a data interface, as it is told to', async () => {
    for (const link of [
      'failover link folink GigabitEthernet0/2',
      'failover link inside GigabitEthernet0/1',
    ]) {
      pair?.close();
      pair = await pairWith(['no failover link', link]);
      const session = await opened(pair, tcp);
      const shown = (await pair.ask('primary', 'show failover')).find((one) => one.startsWith('\tLink : '));
      expect(shown).to.equal(`\tLink : ${link.slice('failover link '.length)} (up)`);
      await loseActive(pair);
      expect(await lives(pair, session), link).to.equal(true);
    }
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

describe('the state tables of a pair', () => {
  let pair: PlayedPair;
  afterEach(() => pair.close());

  it('are shown as they fill: flags of a connection from its SYN to its end', async () => {
    pair = await pairWith();
    const session = pair.bench.openSession('inside', 'outside', tcp);
    await pair.clock.advance(100);
    const shown = async (unit: UnitName): Promise<string | undefined> =>
      (await pair.ask(unit, 'show conn'))[1];
    const head =
      /^TCP outside {2}203\.0\.113\.254:22 inside {2}10\.1\.1\.254:1025, idle 0:00:00, bytes 0, flags U $/;
    expect(await shown('primary')).to.match(head);
    session.send(tenBytes);
    await pair.clock.advance(100);
    expect(await shown('primary')).to.match(/bytes 10, flags UO $/);
    session.reply(tenBytes);
    await pair.clock.advance(100);
    expect(await shown('primary')).to.match(/bytes 20, flags UIO $/);
    expect(await shown('secondary')).to.match(/flags UIO $/);
    session.close();
    await pair.clock.advance(100);
    expect(await shown('primary')).to.equal(undefined);
    expect(await pair.ask('secondary', 'show conn')).to.deep.equal(['0 in use, 1 most used']);
  });

  it('end a connection with its reset, on both units', async () => {
    pair = await pairWith();
    const session = await opened(pair, tcp);
    session.abort();
    await pair.clock.advance(100);
    expect([session.state, session.serverState]).to.deep.equal(['reset', 'reset']);
    for (const unit of ['primary', 'secondary'] as const)
      expect(await pair.ask(unit, 'show conn count')).to.deep.equal(['0 in use, 1 most used']);
  });

  it('forget datagrams that nobody sends any more, and what nobody answers', async () => {
    pair = await pairWith();
    await opened(pair, udp);
    await pair.clock.advance(121_000);
    for (const unit of ['primary', 'secondary'] as const)
      expect((await pair.ask(unit, 'show conn count'))[0]).to.match(/^0 in use/);
  });

  it('are counted as they are passed, and say what went wrong', async () => {
    pair = await pairWith();
    const [sentBefore = 0] = await row(pair, 'primary', 'TCP conn');
    const session = await opened(pair, tcp);
    const [sent = 0, errors] = await row(pair, 'primary', 'TCP conn');
    expect(sent - sentBefore).to.be.within(3, 8);
    expect(errors).to.equal(0);
    expect((await row(pair, 'secondary', 'TCP conn'))[2]).to.equal(sent);
    expect((await row(pair, 'primary', 'ARP tbl'))[0]).to.be.greaterThan(0);
    const shown = await pair.ask('primary', 'show failover');
    const counts = shown.slice(shown.findIndex((one) => one.startsWith('\tGeneral')));
    const xmits = counts
      .slice(0, counts.indexOf(''))
      .map((one) => Number(/(\d+) +\d+ +\d+ +\d+ *$/.exec(one)?.[1]));
    expect(xmits[0]).to.equal(xmits.slice(1).reduce((sum, xmit) => sum + xmit, 0));
    // With the state link down on this side nothing can be sent; what the mate missed it does not know.
    await pair.configure('primary', ['interface GigabitEthernet0/3', 'shutdown']);
    const late = await opened(pair, tcp);
    expect((await row(pair, 'primary', 'TCP conn'))[1]).to.be.greaterThan(0);
    await pair.configure('primary', ['interface GigabitEthernet0/3', 'no shutdown']);
    await pair.clock.advance(20_000);
    late.send(tenBytes);
    late.close();
    session.close();
    await pair.clock.advance(2000);
    expect((await row(pair, 'secondary', 'TCP conn'))[3]).to.be.greaterThan(0);
  });

  it('find no room in a unit without memory, and say so', async () => {
    pair = await pairWith(['logging enable', 'logging buffered informational', 'logging standby']);
    pair.bench.trouble.secondary.exhaustMemory();
    const lost = await opened(pair, tcp);
    expect((await pair.ask('secondary', 'show logging')).join('\n')).to.contain(
      '210005: LU allocate connection failed',
    );
    pair.bench.trouble.secondary.freeMemory();
    const held = await opened(pair, tcp);
    pair.bench.trouble.primary.exhaustMemory();
    held.send(tenBytes);
    await pair.clock.advance(16_000);
    held.send(tenBytes);
    await pair.clock.advance(1000);
    expect((await pair.ask('primary', 'show logging')).join('\n')).to.contain(
      '105010: (Primary) Failover message block alloc failed',
    );
    const refused = pair.bench.openSession('inside', 'outside', tcp);
    await pair.clock.advance(2000);
    expect(refused.state).to.equal('opening');
    pair.bench.trouble.primary.freeMemory();
    await pair.clock.advance(20_000);
    expect(refused.state).to.equal('open');
    await loseActive(pair);
    expect(await lives(pair, lost)).to.equal(false);
    expect(await lives(pair, held)).to.equal(true);
  });
});

describe('address translation', () => {
  let pair: PlayedPair;
  afterEach(() => pair.close());

  const shared = [
    'object network LAN',
    'subnet 10.1.1.0 255.255.255.0',
    'nat (inside,outside) dynamic interface',
  ];

  it('shares the address of an interface by ports, and the translation outlives the active unit', async () => {
    pair = await pairWith(shared);
    const session = await opened(pair, tcp);
    const expected = 'TCP PAT from inside:10.1.1.254/1025 to outside:203.0.113.1/1024 flags ri';
    for (const unit of ['primary', 'secondary'] as const)
      expect((await pair.ask(unit, 'show xlate')).join('\n')).to.contain(expected);
    await loseActive(pair);
    expect(await lives(pair, session)).to.equal(true);
    const other = await opened(pair, tcp);
    expect(await lives(pair, other)).to.equal(true);
    session.close();
    await pair.clock.advance(40_000);
    expect((await pair.ask('secondary', 'show xlate')).join('\n')).not.to.contain(expected);
  });

  it('gives a server an address of its own, which is asked for and found on either unit', async () => {
    pair = await pairWith([
      'object network SERVER',
      'host 10.1.1.254',
      'nat (inside,outside) static 203.0.113.20',
    ]);
    const wish: SessionWish = { protocol: 'tcp', port: 8022, address: '203.0.113.20' };
    const session = await opened(pair, wish, 'outside');
    await loseActive(pair);
    expect(await lives(pair, session)).to.equal(true);
    expect(await lives(pair, await opened(pair, wish, 'outside'))).to.equal(true);
  });

  it('knows the grammar of before 8.3, with identity by `nat 0`', async () => {
    const topology = testTopology((text) => text.replace('9.2(4)', '8.2(1)').replace('ASA5525', 'ASA5520'));
    pair = await new PlayedPair({}, topology).bootstrap();
    await pair.configure('primary', [
      'nat (inside) 1 10.1.1.0 255.255.255.0',
      'global (outside) 1 203.0.113.30-203.0.113.31 netmask 255.255.255.0',
      'global (outside) 1 203.0.113.32',
    ]);
    const session = await opened(pair, tcp);
    expect(await pair.ask('primary', 'show xlate')).to.deep.equal([
      '1 in use, 1 most used',
      'Global 203.0.113.30 Local 10.1.1.254',
    ]);
    await loseActive(pair);
    expect(await lives(pair, session)).to.equal(true);
    await pair.configure('secondary', ['nat (inside) 0 10.1.1.0 255.255.255.0']);
    await pair.say('secondary', 'clear xlate');
    expect(await lives(pair, session)).to.equal(false);
    await opened(pair, udp);
    expect((await pair.ask('secondary', 'show xlate'))[0]).to.match(/^0 in use/);
  });
});

describe('what is passed, and what is not, beside connections', () => {
  let pair: PlayedPair;
  afterEach(() => pair.close());

  const calling = async (lines: readonly string[] = []): Promise<SimulatedSession> => {
    pair = await pairWith(['access-list OUT extended deny udp any any', ...lines]);
    await pair.configure('primary', ['no access-list OUT extended permit udp any any']);
    const call = pair.bench.openSession('inside', 'outside', { protocol: 'sip' });
    await pair.clock.advance(500);
    expect([call.state, call.serverState]).to.deep.equal(['open', 'open']);
    return call;
  };

  it('SIP sessions are passed: media comes in after a failover', async () => {
    const call = await calling();
    expect((await row(pair, 'primary', 'SIP Session'))[0]).to.equal(2);
    await loseActive(pair);
    call.reply(tenBytes);
    await pair.clock.advance(500);
    expect(call.delivered.toClient).to.equal(10);
    expect(await pair.ask('secondary', 'show sip')).to.have.length(3);
    call.close();
    await pair.clock.advance(500);
    expect(await pair.ask('secondary', 'show sip')).to.deep.equal(['Total: 0']);
  });

  it('without a state link calls lose their media', async () => {
    const call = await calling(['no failover link']);
    await loseActive(pair);
    call.reply(tenBytes);
    await pair.clock.advance(500);
    expect(call.delivered.toClient).to.equal(0);
  });

  it('security associations are passed: a tunnel goes on; without a state link its packets are strange', async () => {
    for (const [line, wanted] of [
      ['hostname wall', 10],
      ['no failover link', 0],
    ] as const) {
      pair?.close();
      pair = await pairWith([
        'crypto map VPN interface outside',
        'logging enable',
        'logging buffered warnings',
        line,
      ]);
      const [inside, outside] = [pair.bench.host('inside'), pair.bench.host('outside')];
      outside.errands.openTunnel();
      await pair.clock.advance(2000);
      expect(outside.errands.hasTunnel).to.equal(true);
      expect((await pair.ask('primary', 'show crypto isakmp sa')).join('\n')).to.contain(
        `IKE Peer: ${outside.address}`,
      );
      const listening = pair.bench.openSession('outside', 'inside', { protocol: 'udp', port: 9999 });
      await loseActive(pair);
      outside.errands.sendThroughTunnel(inside.address, 9999, tenBytes);
      await pair.clock.advance(2000);
      expect(listening.delivered.toServer, line).to.equal(wanted);
      const log = (await pair.ask('secondary', 'show logging')).join('\n');
      expect(log.includes('402114: IPSEC: Received an ESP packet')).to.equal(wanted === 0);
    }
  });

  it('PDP contexts of GTP are passed', async () => {
    pair = await pairWith(['policy-map global_policy', 'class inspection_default', 'inspect gtp']);
    const control = pair.bench.openSession('inside', 'outside', { protocol: 'udp', port: 2123 });
    const stranger = pair.bench.openSession('inside', 'outside', { protocol: 'udp', port: 2152 });
    const data = Uint8Array.from([0x30, 255, 0, 2, 0, 0, 0, 7, 1, 2]);
    stranger.send(data);
    control.send(Uint8Array.from([0x32, 16, 0, 0, 0, 0, 0, 7]));
    await pair.clock.advance(1500);
    expect(stranger.delivered.toServer).to.equal(0);
    control.reply(Uint8Array.from([0x32, 17, 0, 0, 0, 0, 0, 7]));
    await pair.clock.advance(500);
    expect((await row(pair, 'primary', 'GTP PDP'))[0]).to.equal(1);
    await pair.enable('secondary');
    for (const unit of ['primary', 'secondary'] as const) {
      const shown = await pair.ask(unit, 'show service-policy inspect gtp pdp-context');
      expect(shown[0], unit).to.equal('1 in use, 1 most used, timeout 0:30:00');
      expect(shown.at(-1), unit).to.match(/^v1 +\S+ +0\.0\.0\.0 +10\.1\.1\.\d+ +0:00:00$/);
    }
    await loseActive(pair);
    stranger.send(data);
    await pair.clock.advance(500);
    expect(stranger.delivered.toServer).to.equal(10);
  });

  it('the table of users is not passed: whoever had logged in is asked again', async () => {
    pair = await pairWith([
      'access-list WEB extended permit tcp any any eq www',
      'aaa authentication match WEB inside LOCAL',
    ]);
    const logIn = async (): Promise<void> => {
      const asked = pair.bench.openSession('inside', 'outside', http);
      asked.send(Buffer.from(`GET / HTTP/1.0\r\nAuthorization: Basic ${btoa('lab:labpass')}\r\n\r\n`));
      await pair.clock.advance(2000);
      expect(asked.delivered.toServer).to.equal(0);
    };
    await logIn();
    await opened(pair, http);
    expect((await pair.ask('primary', 'show uauth')).join('\n')).to.contain(
      "user 'lab' at 10.1.1.254, authenticated",
    );
    await loseActive(pair);
    expect((await pair.ask('secondary', 'show uauth'))[1]).to.match(/Users +0/);
    await logIn();
    await opened(pair, http);
  });

  it('leases are not passed: the new active unit knows nothing of them', async () => {
    pair = await pairWith(['dhcpd address 10.1.1.50-10.1.1.60 inside', 'dhcpd enable inside']);
    const { errands } = pair.bench.host('inside');
    errands.requestLease();
    await pair.clock.advance(100);
    expect(errands.lease).to.equal('10.1.1.50');
    expect(await pair.ask('primary', 'show dhcpd binding')).to.have.length(3);
    await loseActive(pair);
    expect(await pair.ask('secondary', 'show dhcpd binding')).to.have.length(2);
    errands.requestLease();
    await pair.clock.advance(100);
    expect(errands.lease).to.equal('10.1.1.50');
  });

  it('routes are not passed before 8.4: packets are lost until the routers have told of them again', async () => {
    for (const [firmware, model, passed] of [
      ['8.2(1)', 'ASA5520', false],
      ['9.2(4)', 'ASA5525', true],
    ] as const) {
      pair?.close();
      const topology = testTopology((text) => text.replace('9.2(4)', firmware).replace('ASA5525', model));
      pair = await new PlayedPair({}, topology).bootstrap();
      await pair.configure('primary', ['router rip', 'network 203.0.113.0']);
      const { errands } = pair.bench.host('outside');
      const networks = [{ network: '198.51.100.0', mask: '255.255.255.0', hops: 1 }];
      errands.advertise(networks);
      const far = pair.bench.openSession('inside', 'outside', {
        protocol: 'udp',
        port: 5005,
        address: '198.51.100.7',
      });
      const arrives = async (): Promise<boolean> => {
        const before = far.delivered.toServer;
        far.send(tenBytes);
        await pair.clock.advance(1500);
        return far.delivered.toServer > before;
      };
      expect(await arrives()).to.equal(true);
      expect((await pair.ask('primary', 'show route')).join('\n')).to.match(
        /^R +198\.51\.100\.0 255\.255\.255\.0 \[120\/2\] via/m,
      );
      await pair.configure('primary', ['no failover active']);
      await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
      expect(await arrives(), firmware).to.equal(passed);
      errands.advertise(networks);
      expect(await arrives()).to.equal(true);
    }
  });
});

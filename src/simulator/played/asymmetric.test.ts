/** Packets that come back another way (ASA 5580 guide, «Configuring Support for Asymmetrically Routed Packets»). */
import { expect } from 'chai';
import { ActiveActivePair, type GroupLines } from './active-active.test-support.ts';
import type { SimulatedSession } from '../face/simulated-session.ts';

const tenBytes = new Uint8Array(10);

/** Hosts at both interfaces of `admin`, and one outside `branch`, whose interfaces go by other names on the bench. */
function withHosts(text: string): string {
  const end = '{ host: 127.0.0.1, port: 0 }';
  const flow = (from: string, to: string): string =>
    `  - { name: ${from}-${to}, from: ${from}, to: ${to}, send: { to: ${end} }, receive: { attach-to: ${end} } }`;
  return `${text.replace(/(GigabitEthernet0\/4, nameif: )outside/, '$1wan').replace(/(GigabitEthernet0\/5, nameif: )inside/, '$1lan')}
flows:
${[flow('inside', 'outside'), flow('lan', 'wan')].join('\n')}
`;
}

describe('traffic in Active/Active', function () {
  this.timeout(20_000);

  it('is terminated by write standby in the contexts that are active on the mate, and there alone', async () => {
    const pair = await new ActiveActivePair(withHosts).open();
    await pair.say('primary', 'no failover active group 2', 500);
    await pair.becomes('primary', 'Active Standby Ready / Standby Ready Active', 5000);
    await pair.ready();
    const [here, there] = (
      [
        ['inside', 'outside'],
        ['lan', 'wan'],
      ] as const
    ).map(([from, to]) => pair.bench.openSession(from, to, { protocol: 'tcp', port: 22 }));
    await pair.clock.advance(3000);
    expect([here?.state, there?.state]).to.deep.equal(['open', 'open']);
    await pair.say('primary', 'write standby', 3000);
    for (const session of [here, there]) session?.send(tenBytes);
    await pair.clock.advance(3000);
    expect([here?.delivered.toServer, there?.delivered.toServer]).to.deep.equal([10, 0]);
    await pair.say('secondary', 'changeto context branch');
    expect(await pair.ask('secondary', 'show conn count')).to.deep.equal(['0 in use, 1 most used']);
    pair.close();
  });
});

describe('asymmetric routing in Active/Active', function () {
  this.timeout(20_000);
  let pair: ActiveActivePair;
  afterEach(() => pair.close());

  /** Group 1 with `admin` active on the primary unit, group 2 with `branch` on the secondary. */
  const openedSplit = async (asr: boolean, groups: GroupLines = {}): Promise<void> => {
    pair = new ActiveActivePair(withHosts);
    await pair.open(groups);
    if (asr) {
      for (const [name, card] of [
        ['admin', 0],
        ['branch', 4],
      ] as const) {
        await pair.say('primary', `changeto context ${name}`);
        await pair.configure('primary', [`interface GigabitEthernet0/${card}`, 'asr-group 1']);
      }
      await pair.say('primary', 'changeto system');
    }
    await pair.say('primary', 'no failover active group 2', 500);
    await pair.becomes('primary', 'Active Standby Ready / Standby Ready Active', 5000);
    await pair.ready();
    pair.bench.divert('outside', 'wan');
  };

  const session = async (wish: Parameters<typeof pair.bench.openSession>[2]): Promise<SimulatedSession> => {
    const opened = pair.bench.openSession('inside', 'outside', wish);
    opened.send(tenBytes);
    await pair.clock.advance(3000);
    opened.reply(tenBytes);
    await pair.clock.advance(1000);
    return opened;
  };

  it('loses what comes back through the mate, if no interface is in a group', async () => {
    await openedSplit(false);
    const opened = await session({ protocol: 'tcp', port: 22 });
    expect(opened.state).to.equal('opening');
    expect(opened.delivered).to.deep.equal({ toServer: 0, toClient: 0 });
  });

  it('sends it on to the mate through which it went out, as long as the session lasts', async () => {
    await openedSplit(true);
    const opened = await session({ protocol: 'tcp', port: 22 });
    expect(opened.delivered).to.deep.equal({ toServer: 10, toClient: 10 });
    const datagrams = await session({ protocol: 'udp', port: 7001 });
    expect(datagrams.delivered).to.deep.equal({ toServer: 10, toClient: 10 });
    opened.close();
    await pair.clock.advance(3000);
    expect([opened.state, opened.serverState]).to.deep.equal(['closed', 'closed']);
  });

  it('needs HTTP to be replicated for HTTP, group by group', async () => {
    await openedSplit(true);
    expect((await session({ protocol: 'http' })).state).to.equal('opening');
    pair.close();
    await openedSplit(true, { 1: ['replication http'] });
    expect((await session({ protocol: 'http' })).delivered).to.deep.equal({ toServer: 10, toClient: 10 });
  });

  it('puts it back into the stream where both contexts are active on one unit', async () => {
    await openedSplit(true);
    await pair.say('primary', 'failover active group 2', 500);
    await pair.becomes('primary', 'Active Active / Standby Ready Standby Ready', 5000);
    expect((await session({ protocol: 'tcp', port: 22 })).delivered).to.deep.equal({
      toServer: 10,
      toClient: 10,
    });
  });

  it('does nothing without Stateful Failover', async () => {
    await openedSplit(true);
    await pair.configure('primary', ['no failover link']);
    expect((await session({ protocol: 'tcp', port: 22 })).state).to.equal('opening');
  });
});

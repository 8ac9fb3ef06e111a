import { expect } from 'chai';
import { BenchError, UsageError } from '../../errors.ts';
import { bringUp } from '../rest/bring-up.ts';
import { openVirtualBench } from '../virtual-bench.test-support.ts';
import type { VirtualBench } from '../virtual-bench.test-support.ts';
import { instruments } from './index.ts';

const never = new AbortController().signal;

describe('instruments of a bench', function () {
  let opened: VirtualBench;

  beforeEach(async () => {
    opened = openVirtualBench([]);
    await opened.run(bringUp(opened.bench, never));
  });
  afterEach(() => opened.discard());

  async function look(name: string): Promise<readonly string[]> {
    const instrument = instruments[name];
    if (!instrument) throw new Error(`no instrument ${name}`);
    const { raw, askedMs, answeredMs } = await opened.run(instrument.read(opened.bench, 0));
    expect(askedMs).to.be.at.most(answeredMs);
    return raw === '' ? [] : raw.split('\n');
  }

  /** The address behind the port of a unit's interface, as the switch has learned it. */
  async function macBehind(called: string): Promise<readonly string[]> {
    return (await look('mac-table'))
      .filter((line) => line.endsWith(called))
      .map((line) => line.split(' ')[4] ?? '');
  }

  it('know their own names, and what is missing where nothing is cabled', () => {
    for (const [name, instrument] of Object.entries(instruments)) expect(instrument.name).to.equal(name);
    const { topology } = opened.bench;
    const [primary, secondary] = [topology.units.primary, topology.units.secondary];
    const units = { primary: { ...primary, cables: {} }, secondary: { ...secondary, cables: {} } };
    const flows = topology.flows.map((flow) => ({ ...flow, sessions: {} }));
    const bare = { topology: { ...topology, units, flows } };
    for (const name of ['mac-table', 'ports', 'port-counters'])
      expect(instruments[name]?.missing(bare)).to.contain('no interface of the pair is cabled');
    expect(instruments['sessions']?.missing(bare)).to.equal('no flow of the topology has sessions');
    expect(instruments['new-sessions']?.missing(bare)).to.equal('no flow of the topology has sessions');
    expect(instruments['update-server']?.missing(bare)).to.contain('add listen.update-server');
    // Units in memory are not managed anywhere; `management.test.ts` looks at units that are.
    expect(instruments['management']?.missing(bare)).to.contain('add management');
    const others = ['management', 'neighbours', 'update-server'];
    const all = Object.values(instruments).filter(({ name }) => !others.includes(name));
    for (const one of all) expect(one.missing(opened.bench)).to.equal(undefined);
  });

  it('outlets: what feeds each unit', async () => {
    expect(await look('outlets')).to.deep.equal(['pdu1 outlet 1 on primary', 'pdu1 outlet 2 on secondary']);
  });

  it('mac-table: addresses change their ports when the units change their roles, and pairings are kept', async () => {
    const before = await macBehind('primary inside');
    const standby = await macBehind('secondary inside');
    expect([...before, ...standby].join(' ')).to.match(
      /^([0-9a-f]{4}\.){2}[0-9a-f]{4} ([0-9a-f]{4}\.){2}[0-9a-f]{4}$/,
    );
    await opened.run(opened.bench.tell('primary', 'no failover active'));
    await opened.run(opened.bench.watch.waitFor('the addresses to move', 10_000));
    expect(await macBehind('secondary inside')).to.deep.equal(before);
    expect(await macBehind('primary inside')).to.deep.equal(standby);
  });

  it('ports: how each is set, with the interface behind it', async () => {
    const [first, ...others] = await look('ports');
    expect(first).to.match(
      /^sw1 GigabitEthernet1\/0\/1 admin up link up vlan \d+ portfast on spanning-tree forwarding trunk off channel off speed unknown primary outside$/,
    );
    expect(others).to.have.length(7);
    opened.simulated.trouble.primary.setPortfast('GigabitEthernet0/1', false);
    opened.simulated.trouble.secondary.bundle('GigabitEthernet0/1', 3);
    const after = await look('ports');
    expect(after.find((line) => line.endsWith('primary inside'))).to.contain('portfast off');
    expect(after.find((line) => line.endsWith('secondary inside'))).to.contain('channel Po3');
  });

  it('port-counters: hellos make the ports of both units count', async () => {
    const countOf = async (): Promise<number> => {
      const line = (await look('port-counters')).find((each) => each.endsWith('secondary fover')) ?? '';
      return Number(/ received .*octets (\d+) discards \d+ sent /.exec(line)?.[1]);
    };
    const before = await countOf();
    await opened.run(opened.bench.watch.waitFor('hellos', 5000));
    expect(await countOf()).to.be.at.least(before + 600);
  });

  describe('sessions', () => {
    const flow = 'inside-to-outside';

    it('survive a stateful failover if they are replicated; HTTP is not, unless that is configured', async () => {
      for (const line of await look('new-sessions')) expect(line).to.match(/ open since \d+ echoed 2 of 2$/);
      await opened.run(opened.bench.watch.waitFor('the state to be replicated', 3000));
      await opened.run(opened.bench.tell('primary', 'no failover active'));
      await opened.run(opened.bench.watch.waitFor('the failover', 20_000));
      const [shell, web, ...others] = await look('sessions');
      expect(shell).to.match(/^inside-to-outside\/tcp open since \d+ echoed \d+ of \d+$/);
      expect(web).to.match(/^inside-to-outside\/http (stalled|reset|closed) since \d+ echoed \d+ of \d+$/);
      expect(others).to.deep.equal([]);
      expect(await look('new-sessions')).to.have.length(2);
      for (const line of await look('sessions')) expect(line).to.contain(' open since ');
    });

    it('are stalled while no unit passes anything, from when that was noticed', async () => {
      const { sessions, clock, notebook } = opened.bench;
      await opened.run(sessions.open('shell', flow, 'tcp'));
      const cutMs = notebook.at(clock.nowMs());
      opened.simulated.trouble.primary.pullCable('GigabitEthernet0/1');
      opened.simulated.trouble.secondary.pullCable('GigabitEthernet0/1');
      const [line] = await look('sessions');
      const [, since] = /^shell stalled since (\d+) /.exec(line ?? '') ?? [];
      expect(Number(since)).to.be.within(cutMs - 1, cutMs + 300);
      sessions.close('shell');
      expect(await look('sessions')).to.deep.equal([]);
    });

    it('are opened once by a name, over flows and protocols that there are', async () => {
      const { sessions, topology } = opened.bench;
      await opened.run(sessions.open('shell', flow, 'tcp'));
      const refused = async (name: string, over: string): Promise<unknown> =>
        opened.run(sessions.open(name, over, 'tcp').catch((error: unknown) => error));
      expect(await refused('shell', flow)).to.be.instanceOf(UsageError);
      const [mistaken, name] = [await refused('other', 'inside-to-outsid'), topology.flows[0]?.name];
      expect(mistaken).to.be.instanceOf(BenchError);
      expect(String(mistaken)).to.contain(`did you mean "${name}"?`);
    });
  });
});

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pause } from '../../clock.ts';
import { isolatePort } from '../breaking/isolation.ts';
import { withRunThatDies } from './died.test-support.ts';
import type { Died } from './died.test-support.ts';
import { openIntents } from './open-intents.ts';

const yes = { raw: 'yes', askedMs: 0, answeredMs: 0 };
const saysYes = () => Promise.resolve(yes);

const power = 'power of primary on';
const port = 'GigabitEthernet1/0/4 of sw1 up';
const vlan = 'GigabitEthernet1/0/2 of sw1 in VLAN 101';

/** A unit without power, a port that is shut, another in a VLAN where nobody is. */
async function breakAll({ bench, run }: Died): Promise<void> {
  await run(bench.shutPort('secondary', 'inside'));
  await run(isolatePort(bench, 'secondary', 'outside'));
  await run(bench.cutPower('primary'));
}

/** Everything of the rack that recovery has to do with. */
const rackOf = ({ opened: { simulated } }: Died) => ({
  outlets: simulated.pdus.flatMap(({ outlets }) => outlets.map(({ power: state }) => state)),
  ports: simulated.switches.flatMap((of) => of.ports.map((one) => ({ admin: one.admin, vlan: one.vlan }))),
});

describe('a bench that a run left broken', () => {
  it('has everything put back by a fresh process, the last first, and nothing is done the second time', () =>
    withRunThatDies(async (died) => {
      const { opened, kept, why } = died;
      const before = rackOf(died);
      await breakAll(died);
      await died.die();
      expect(rackOf(died)).not.to.deep.equal(before);
      expect(openIntents(kept).open).to.have.length(3);
      const offMs = opened.clock.nowMs();
      expect(await died.recover()).to.deep.equal([power, vlan, port].map((each) => `put-back ${each}`));
      expect(opened.clock.nowMs() - offMs, 'the minimum off time').to.be.at.least(500);
      expect(why[0]).to.contain('outlet 1 of pdu1 read on');
      expect(rackOf(died)).to.deep.equal(before);
      expect(await died.recover()).to.deep.equal([]);
    }));

  it('is recovered on another machine from the folder of the run, which is not written to', () =>
    withRunThatDies(async (died) => {
      const { opened, kept } = died;
      const before = rackOf(died);
      await breakAll(died);
      await died.die();
      const journal = join(opened.recorder.folder, 'copy');
      cpSync(join(opened.recorder.folder, 'journal.ndjson'), join(journal, 'journal.ndjson'));
      rmSync(kept.folder, { recursive: true });
      expect(await died.recover()).to.deep.equal([]);
      expect(await died.recover({ journal })).to.have.length(3);
      expect(rackOf(died)).to.deep.equal(before);
      expect(await died.recover({ journal })).to.deep.equal([]);
      expect(() => openIntents(kept, join(journal, 'nothing'))).to.throw('there is no journal');
      expect(() => openIntents(kept, '/dev/zero')).to.throw('is no file');
    }));

  it('finds as it was what was never done, or was put back before the journal could say so', () =>
    withRunThatDies(async (died) => {
      const { bench, opened } = died;
      const { simulated } = opened;
      await breakAll(died);
      await died.die();
      simulated.pdus[0]?.command(1, 'on');
      await died.run(pause(bench.clock, 1000));
      const nowMs = bench.clock.nowMs();
      const [sw1] = simulated.switches;
      for (const [name, act] of [
        ['GigabitEthernet1/0/4', (index: number) => sw1?.setAdmin(index, 'up')],
        ['GigabitEthernet1/0/2', (index: number) => sw1?.setVlan(index, 101)],
      ] as const)
        act(sw1?.ports.find((each) => each.name === name)?.index ?? -1);
      expect(await died.recover()).to.deep.equal([power, vlan, port].map((each) => `as-before ${each}`));
      expect(bench.clock.nowMs(), 'what was just told may still follow').to.be.greaterThan(nowMs);
    }));

  it('says what could not be verified where a device says yes and does nothing, and keeps it open', () =>
    withRunThatDies(async (died) => {
      await breakAll(died);
      await died.die();
      const lying = {
        pdu: () => ({ set: saysYes }),
        switch: () => ({ setPort: saysYes, setVlan: saysYes }),
      };
      expect(await died.recover(lying)).to.deep.equal(
        [power, vlan, port].map((each) => `unverified ${each}`),
      );
      for (const why of died.why) expect(why).to.contain('acknowledged the command, but');
      expect(await died.recover()).to.deep.equal([power, vlan, port].map((each) => `put-back ${each}`));
    }));

  it('puts back everything else where one device cannot be reached', () =>
    withRunThatDies(async (died) => {
      await breakAll(died);
      await died.die();
      const dead = { switch: () => ({ readVlan: () => Promise.reject(new Error('no answer')) }) };
      expect(await died.recover(dead)).to.deep.equal([
        `put-back ${power}`,
        `unverified ${vlan}`,
        `put-back ${port}`,
      ]);
      expect(await died.recover()).to.deep.equal([`put-back ${vlan}`]);
    }));

  it('leaves off what was off, and shut what was shut, before the run', () =>
    withRunThatDies(async (died) => {
      const { bench, run, opened } = died;
      const { simulated } = opened;
      simulated.pdus[0]?.command(2, 'off');
      const inside = simulated.switches[0]?.ports.find(({ name }) => name === 'GigabitEthernet1/0/4');
      simulated.switches[0]?.setAdmin(inside?.index ?? -1, 'down');
      await run(bench.watch.waitFor('the PDU to follow', 2000));
      const before = rackOf(died);
      await run(bench.cutPower('secondary'));
      await run(bench.shutPort('secondary', 'inside'));
      await died.die();
      expect(await died.recover()).to.deep.equal([
        'as-before GigabitEthernet1/0/4 of sw1 down',
        'as-before power of secondary on',
      ]);
      expect(died.why.join()).to.contain('was off before').and.to.contain('was shut before');
      expect(rackOf(died)).to.deep.equal(before);
    }));

  it('touches nothing that is called otherwise, that the topology does not lead to, or that somebody else moved', () =>
    withRunThatDies(async (died) => {
      const { opened } = died;
      await breakAll(died);
      await died.die();
      const broken = rackOf(died);
      const otherCables = await died.recover({
        topology: (topology) => ({
          ...topology,
          units: {
            primary: { ...topology.units.primary, power: [{ pdu: 'pdu1', outlet: '5' }] },
            secondary: { ...topology.units.secondary, cables: {} },
          },
        }),
      });
      expect(otherCables).to.deep.equal([power, vlan, port].map((each) => `unverified ${each}`));
      for (const why of died.why) expect(why).to.contain('the topology does not say so any more');
      expect(rackOf(died)).to.deep.equal(broken);
      const noVlans = await died.recover({
        topology: (topology) => ({
          ...topology,
          switches: Object.fromEntries(
            Object.entries(topology.switches).map(([name, of]) => [name, { ...of, 'isolation-vlans': [] }]),
          ),
        }),
        pdu: () => ({ set: () => Promise.reject(new Error('not now')) }),
        switch: () => ({ setPort: () => Promise.reject(new Error('not now')) }),
      });
      expect(noVlans).to.include(`unverified ${vlan}`);
      expect(died.why.join()).to.contain('none of its isolation-vlans');
      expect(rackOf(died)).to.deep.equal(broken);
      const [sw1] = opened.simulated.switches;
      sw1?.setVlan(sw1.ports.find(({ name }) => name === 'GigabitEthernet1/0/2')?.index ?? -1, 77);
      expect(await died.recover()).to.include(`unverified ${vlan}`);
      expect(died.why.join()).to.contain('somebody else put it into 77');
    }));

  it('gives no power to an outlet that its PDU calls otherwise than when it was cut', () =>
    withRunThatDies(async (died) => {
      const { bench, run } = died;
      const of = bench.pdus.get('pdu1')!;
      const read = of.read.bind(of);
      Object.assign(of, { read: async (name: string) => ({ ...(await read(name)), label: 'fw-primary' }) });
      await run(bench.cutPower('primary'));
      await died.die();
      const called = (label: string) => ({
        pdu: (fresh: typeof of) => ({
          read: async (name: string) => ({ ...(await fresh.read(name)), label }),
        }),
      });
      expect(await died.recover(called('coffee'))).to.deep.equal([`unverified ${power}`]);
      expect(died.why[0]).to.contain('called it "fw-primary" when it was cut, and now it calls it "coffee"');
      expect(rackOf(died).outlets[0]).to.equal('off');
      expect(await died.recover(called('fw-primary'))).to.deep.equal([`put-back ${power}`]);
    }));
});

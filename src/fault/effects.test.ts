/** What the faults do to a bench, and how they fail on a device that says yes and does nothing (promise P3). */
import { expect } from 'chai';
import { bringUp, reportOf, untilSteady } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { BenchError } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import { faults } from './index.ts';
import type { Fault, Target } from './index.ts';

const never = new AbortController().signal;
const inside: Target = { unit: 'primary', nameif: 'inside' };

describe('the effects of faults', function () {
  let opened: VirtualBench;

  beforeEach(async () => {
    opened = openVirtualBench(['effects']);
    await opened.run(bringUp(opened.bench, never));
  });
  afterEach(() => opened.discard());

  const inject = (fault: Fault, target = inside) => opened.run(fault.inject(opened.bench, target));
  const heal = (fault: Fault, target = inside) => opened.run(fault.heal(opened.bench, target));
  const vlanOf = (port: string): number | undefined =>
    opened.simulated.switches[0]?.ports.find(({ name }) => name === port)?.vlan;
  const vlans = (): readonly (number | undefined)[] =>
    ['GigabitEthernet1/0/3', 'GigabitEthernet1/0/4'].map(vlanOf);
  const waits = (ms: number) => opened.run(opened.bench.watch.waitFor('the pair', ms));
  const healthOf = (nameif: string): readonly unknown[] =>
    unitNames.map((unit) => {
      const own = reportOf(opened.bench.watch.latest[unit])?.thisHost;
      return own?.interfaces.find((each) => each.nameif === nameif)?.health;
    });
  const refusal = async (fault: Fault, target = inside): Promise<string> => {
    const [settled] = await opened.run(Promise.allSettled([fault.inject(opened.bench, target)]));
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('expected a BenchError');
  };

  it('an interface that is cut off keeps its link, is alone in its VLAN, and goes back to the one it came from', async () => {
    const [before] = vlans();
    const { witness } = await inject(faults['interface-cut-off']);
    expect(witness).to.equal('VLAN of GigabitEthernet1/0/3 of sw1');
    expect(vlans()).to.deep.equal([999, before]);
    expect(opened.bench.journal.open.map(({ restores }) => restores)).to.deep.equal([
      `GigabitEthernet1/0/3 of sw1 in VLAN ${before ?? 0}`,
    ]);
    await waits(10_000);
    expect(healthOf('inside')).to.include('failed');
    await heal(faults['interface-cut-off']);
    expect(vlans()).to.deep.equal([before, before]);
    expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
  });

  it('a silent segment has the two units in two VLANs, and fails neither', async () => {
    const before = vlans();
    await inject(faults['segment-silent']);
    expect(vlans()).to.deep.equal([999, 998]);
    await waits(12_000);
    expect(healthOf('inside')).to.deep.equal(['unknown', 'unknown']);
    await heal(faults['segment-silent']);
    expect(vlans()).to.deep.equal(before);
  });

  it('no two ports that hear nobody are in one VLAN, and where each VLAN is taken no more is cut off', async () => {
    const before = vlans();
    const outside = { unit: 'primary', nameif: 'outside' } as const;
    await inject(faults['interface-cut-off'], outside);
    await inject(faults['interface-cut-off']);
    expect(vlans()[0]).to.equal(998);
    const mate = { unit: 'secondary', nameif: 'inside' } as const;
    expect(await refusal(faults['interface-cut-off'], mate)).to.match(/999, 998.*one more/);
    await heal(faults['interface-cut-off'], outside);
    await inject(faults['interface-cut-off'], mate);
    expect(vlans()).to.deep.equal([998, 999]);
    await opened.run(opened.bench.mend());
    expect(vlans()).to.deep.equal(before);
  });

  it('a port whose VLAN nobody knows is not touched', async () => {
    const [sw1] = opened.simulated.switches;
    const port = sw1?.ports.find(({ name }) => name === 'GigabitEthernet1/0/3');
    sw1?.setVlan(port?.index ?? 0, 999);
    expect(await refusal(faults['interface-cut-off'])).to.contain('put it back by hand');
    expect(opened.bench.journal.open).to.deep.equal([]);
  });

  it('a switch that says yes and moves nothing is trouble with the bench', async () => {
    const sw1 = opened.bench.switches.get('sw1');
    if (!sw1) throw new Error('no switch');
    Object.assign(sw1, { setVlan: () => Promise.resolve({ raw: 'yes', askedMs: 0, answeredMs: 0 }) });
    expect(await refusal(faults['interface-cut-off'])).to.match(/^sw1: acknowledged the command/);
    await heal(faults['interface-cut-off']);
    expect(opened.bench.journal.open).to.deep.equal([]);
  });

  it('a bench that is closed in the midst of it is put back', async () => {
    const before = vlans();
    await inject(faults['segment-silent']);
    expect(await opened.run(opened.bench.mend())).to.deep.equal([]);
    expect(vlans()).to.deep.equal(before);
    expect(opened.bench.journal.open).to.deep.equal([]);
  });

  it('both units are silent at the same time, and the primary is active when they are back', async () => {
    const { effectMs } = await inject(faults['both-units-booting'], { unit: 'secondary' });
    for (const unit of unitNames) {
      const heardMs = opened.bench.consoles[unit].heardMs('rebooting');
      expect(heardMs).to.be.at.least(effectMs.loMs).and.at.most(effectMs.hiMs);
    }
    const healed = await heal(faults['both-units-booting'], { unit: 'secondary' });
    expect(healed?.effectMs.loMs).to.be.at.least(effectMs.hiMs);
    expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
    expect(reportOf(opened.bench.watch.latest.primary)?.thisHost?.state).to.equal('active');
  });

  for (const name of ['unit-reload', 'unit-crash'] as const)
    it(`${name}: the unit says so on its console, and boots beside its mate`, async () => {
      const { effectMs } = await inject(faults[name]);
      const healed = await heal(faults[name]);
      expect(healed?.effectMs.loMs).to.be.at.least(effectMs.hiMs);
      expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
      expect(reportOf(opened.bench.watch.latest.secondary)?.thisHost?.state).to.equal('active');
    });

  it('a unit that does not reboot, though it took the command, is trouble with the bench', async () => {
    const { primary } = opened.bench.consoles;
    const nowMs = opened.clock.nowMs();
    Object.assign(primary, { fire: () => Promise.resolve({ askedMs: nowMs, readMs: nowMs, closed: false }) });
    await opened.run(opened.bench.watch.stop());
    expect(await refusal(faults['unit-reload'])).to.match(/^primary console: acknowledged the command/);
    expect(opened.bench.journal.open.map(({ restores }) => restores)).to.deep.equal([
      'primary up, after «reload noconfirm»',
    ]);
  });

  for (const unit of unitNames)
    it(`failover is off on both units, and ${unit} is active again when it is on`, async () => {
      if (unit === 'secondary') await inject(faults['told-active'], { unit });
      expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
      await inject(faults['told-off'], { unit });
      for (const each of unitNames) expect(reportOf(opened.bench.watch.latest[each])?.on).to.equal(false);
      await heal(faults['told-off'], { unit });
      expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
      expect(reportOf(opened.bench.watch.latest[unit])?.thisHost?.state).to.equal('active');
    });
});

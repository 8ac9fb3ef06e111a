/** What is done in controls, on a virtual bench: traffic is cut off whole, and nothing else is. */
import { expect } from 'chai';
import { activeUnit, bringUp, untilSteady } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { controls } from '../pair/index.ts';
import { controlFaults } from './index.ts';
import type { Cabled } from './index.ts';

const never = new AbortController().signal;
const target = { unit: 'primary' } as const;

const shutPorts = ({ simulated }: VirtualBench): readonly string[] =>
  simulated.switches.flatMap(({ ports }) =>
    ports.filter(({ admin }) => admin === 'down').map((port) => port.name),
  );
const outlets = ({ simulated }: VirtualBench): unknown =>
  simulated.pdus.flatMap((pdu) => pdu.outlets.map(({ power }) => power));

describe('the fault of a control', () => {
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench([...controls]);
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  it('asks nothing of the model, and is called as it is listed', () => {
    for (const control of controls) {
      const fault = controlFaults[control];
      expect(fault.name).to.equal(control);
      expect(fault.stimuli(target)).to.deep.equal({ injected: [], healed: [] });
      expect(fault.missing(opened.bench, target)).to.equal(undefined);
    }
  });

  it('lays hands on nothing when nothing is done', async () => {
    const { nothing } = controlFaults;
    expect(nothing.touches(opened.bench, target)).to.deep.equal([]);
    const { effectMs } = await opened.run(nothing.inject(opened.bench, target));
    expect(effectMs.loMs).to.equal(effectMs.hiMs);
    expect(shutPorts(opened)).to.deep.equal([]);
    expect(opened.bench.journal.open).to.deep.equal([]);
  });

  for (const name of ['blackout', 'outage'] as const)
    it(`cuts off every flow on both units, for as long as it says, and moves no role: ${name}`, async () => {
      const fault = controlFaults[name];
      const before = outlets(opened);
      const touched = fault.touches(opened.bench, target).flatMap(({ name: port }) => port ?? []);
      expect(touched).to.have.length(2);
      const { effectMs } = await opened.run(fault.inject(opened.bench, target));
      const heldMs = opened.bench.clock.nowMs() - effectMs.hiMs;
      expect(heldMs).to.be.at.least(name === 'blackout' ? 3000 : 1000);
      expect(fault.did(target)).to.contain(`for ${name === 'blackout' ? 3 : 1} s`);
      expect(shutPorts(opened).toSorted()).to.deep.equal(touched.toSorted());
      expect(outlets(opened)).to.deep.equal(before);
      expect(opened.bench.journal.open).to.have.length(2);
      await opened.run(fault.heal(opened.bench, target));
      await opened.run(fault.heal(opened.bench, target));
      expect(shutPorts(opened)).to.deep.equal([]);
      expect(opened.bench.journal.open).to.deep.equal([]);
      expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
      expect(activeUnit(opened.bench.watch.latest)).to.equal('primary');
    });

  it('says why a bench cannot be calibrated: without flows, and without ports that may be shut', () => {
    const { topology } = opened.bench;
    const { blackout } = controlFaults;
    const mute: Cabled = { topology: { ...topology, flows: [] } };
    expect(blackout.missing(mute, target)).to.match(/no flow of traffic/);
    const { primary, secondary } = topology.units;
    const units = { primary: { ...primary, cables: {} }, secondary: { ...secondary, cables: {} } };
    expect(blackout.missing({ topology: { ...topology, units } }, target)).to.match(/is not cabled/);
  });
});

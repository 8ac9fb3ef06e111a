/** What every fault must keep, on a virtual bench: one table of cases over the whole list. */
import { expect } from 'chai';
import { activeUnit, bringUp, untilSteady } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { mateOf } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { faults, needs } from './index.ts';
import type { Cabled, Fault, Target } from './index.ts';

const never = new AbortController().signal;
const all: readonly Fault[] = Object.values(faults);
const target: Target = { unit: 'primary', nameif: 'inside' };

/** Faults that are entered on the standby unit; all others may strike either. */
const ofStandby: readonly string[] = ['told-active', 'told-reset'];

/** Everything on the bench that a fault can leave changed. */
function broken({ simulated, bench }: VirtualBench): unknown {
  return {
    outlets: simulated.pdus.flatMap(({ outlets }) => outlets.map(({ power }) => power)),
    ports: simulated.switches.flatMap(({ ports }) => ports.map(({ admin, vlan }) => `${admin} in ${vlan}`)),
    open: bench.journal.open.map(({ restores }) => restores),
  };
}

/** A bench with nothing but consoles: no port leads to an interface. */
function uncabled({ topology }: Cabled): Cabled {
  const { primary, secondary } = topology.units;
  const units = { primary: { ...primary, cables: {} }, secondary: { ...secondary, cables: {} } };
  return { topology: { ...topology, units } };
}

/** The same bench, whose switches have no VLAN where nobody is. */
function joined({ topology }: Cabled): Cabled {
  const switches = Object.entries(topology.switches).map(([name, one]) => [
    name,
    { ...one, 'isolation-vlans': [] },
  ]);
  return { topology: { ...topology, switches: Object.fromEntries(switches) as typeof topology.switches } };
}

/** The same bench, none of whose outlets may be switched. */
function kept({ topology }: Cabled): Cabled {
  const pdus = Object.entries(topology.pdus).map(([name, pdu]) => {
    const fed = Object.values(topology.units).flatMap(({ power }) => power);
    return [name, { ...pdu, protected: fed.map(({ outlet }) => outlet) }];
  });
  return { topology: { ...topology, pdus: Object.fromEntries(pdus) as typeof topology.pdus } };
}

describe('every fault', function () {
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench(all.map(({ name }) => name));
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  const steady = async (): Promise<UnitName> => {
    expect(await opened.run(untilSteady(opened.bench, never))).to.equal(true);
    const active = activeUnit(opened.bench.watch.latest);
    if (!active) throw new Error('steady without an active unit');
    return active;
  };
  /** The unit that it strikes as things stand. */
  const struck = async (fault: Fault): Promise<Target> => {
    const active = await steady();
    return { ...target, unit: ofStandby.includes(fault.name) ? mateOf(active) : active };
  };

  it('is listed under its name', () => {
    for (const [name, fault] of Object.entries(faults)) expect(fault.name).to.equal(name);
  });

  for (const fault of all)
    describe(fault.name, () => {
      it('names what it needs, and lays hands on exactly that', () => {
        expect(fault.needs).to.have.length.at.least(1);
        for (const need of fault.needs) expect(needs).to.include(need);
        const touched = fault.touches(opened.bench, target);
        expect([...new Set(touched.map(({ place }) => place))]).to.have.members([...fault.needs]);
        const [first] = touched.filter(({ unit }) => unit === 'primary');
        expect(first?.called).to.contain('primary');
        for (const { unit, called } of touched) expect(called).to.contain(unit);
      });

      it('says what it does and how it is put back, and what the pair notices of both', () => {
        const { injected, healed } = fault.stimuli(target);
        expect(injected).to.have.length.at.least(1);
        expect(fault.did(target)).to.match(/\S+ .*primary/);
        if (fault.mended) {
          expect(fault.mended(target)).to.match(/\S+ .*primary/);
          expect(fault.mended(target)).to.not.equal(fault.did(target));
          expect(healed).to.have.length.at.least(1);
        } else expect(healed).to.deep.equal([]);
      });

      it('is missing nothing here, and says what it misses where its need is not met', () => {
        expect(fault.missing(opened.bench, target)).to.equal(undefined);
        const without = { port: uncabled(opened.bench), outlet: kept(opened.bench), console: undefined };
        for (const need of fault.needs) {
          const cabled = without[need];
          if (cabled) expect(fault.missing(cabled, target)).to.match(/primary/);
        }
      });

      it('says so where the switches have no VLAN to cut a port off in, if it needs one', () => {
        const isolates = /VLAN/.test(fault.did(target));
        const missing = fault.missing(joined(opened.bench), target);
        if (isolates) expect(missing).to.match(/isolation-vlans.*primary/);
        else expect(missing).to.equal(undefined);
      });

      it('is safe to heal without having been caused: nothing changes', async () => {
        const unit = await struck(fault);
        const before = broken(opened);
        const active = activeUnit(opened.bench.watch.latest);
        await opened.run(fault.heal(opened.bench, unit));
        expect(broken(opened)).to.deep.equal(before);
        expect(await steady()).to.equal(active);
      });

      it('shows its effect, is written down before it is caused, and is safe to heal twice', async () => {
        const unit = await struck(fault);
        const before = broken(opened);
        const { effectMs, witness } = await opened.run(fault.inject(opened.bench, unit));
        expect(effectMs.loMs).to.be.at.most(effectMs.hiMs);
        expect(witness).to.not.equal('');
        if (fault.mended) expect(opened.bench.journal.open).to.have.length.at.least(1);
        else expect(broken(opened)).to.deep.equal(before);
        await opened.run(fault.heal(opened.bench, unit));
        await opened.run(fault.heal(opened.bench, unit));
        expect(broken(opened)).to.deep.equal(before);
        await steady();
      });
    });
});

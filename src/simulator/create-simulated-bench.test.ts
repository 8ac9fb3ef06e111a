import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { readTopology } from '../topology/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { createSimulatedBench, type SimulatedBench, type SimulatedBenchOptions } from './bench.ts';
import { noSecrets, testTopology } from './played/played-pair.test-support.ts';

function benchOf(file: string, options: SimulatedBenchOptions = {}): SimulatedBench {
  const { topology } = readTopology(new URL(`../../topologies/${file}`, import.meta.url).pathname);
  return createSimulatedBench(topology, noSecrets, new VirtualClock(), options);
}

describe('a simulated bench', () => {
  it('has everything that its topology names', () => {
    const bench = createSimulatedBench(testTopology(), noSecrets, new VirtualClock());
    expect(bench.units.primary).to.include({ name: 'primary', powered: true, reachable: false });
    expect(bench.switches.map(({ name }) => name)).to.deep.equal(['sw']);
    const ports = bench.switches[0]!.ports;
    expect(ports).to.have.length(24);
    expect(ports.find(({ name }) => name === 'Gi1/0/3')?.alias).to.equal('primary GigabitEthernet0/1');
    expect(
      ports.filter(({ alias }) => alias.startsWith('host ')).map(({ name, oper }) => `${name} ${oper}`),
    ).to.deep.equal(['Gi1/0/23 up', 'Gi1/0/24 up']);
    expect(bench.pdus[0]!.outlets.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(bench.flows.map(({ name }) => name)).to.deep.equal(['out', 'in']);
    bench.close();
  });

  it('has nothing left to do once it is closed', async () => {
    const clock = new VirtualClock();
    const bench = createSimulatedBench(testTopology(), noSecrets, clock);
    await clock.advance(5000);
    bench.close();
    expect(clock.pending).to.equal(0);
    expect(bench.units.primary.powered).to.equal(false);
  });

  it('plays the pair of the rack as well', () => {
    benchOf('rack-asa-5520.yaml').close();
  });

  it('plays an Active/Active pair, in multiple context mode from the start', () => {
    const bench = benchOf('active-active.yaml');
    expect(bench.units.secondary.powered).to.equal(true);
    bench.close();
  });

  it('plays a pair with a failover cable, but not with units that have no socket for it', () => {
    benchOf('rack-pix-515e-cable.yaml').close();
    expect(() => benchOf('rack-pix-515e-cable.yaml', { dialect: 'asa-8.4' })).to.throw(
      UsageError,
      /describes a failover cable, which only a PIX has/,
    );
  });

  it('keeps a unit running on the other feed', async () => {
    const topology = testTopology((text) =>
      text.replace(
        'power: [{ pdu: strip, outlet: 1 }]',
        'power: [{ pdu: strip, outlet: 1 }, { pdu: strip, outlet: 5 }]',
      ),
    );
    const clock = new VirtualClock();
    const bench = createSimulatedBench(topology, noSecrets, clock);
    const powered: boolean[] = [];
    bench.units.primary.onPower((now) => powered.push(now));
    for (const outlet of [1, 5]) {
      bench.pdus[0]!.command(outlet, 'off');
      await clock.advance(500);
      powered.push(bench.units.primary.powered);
    }
    bench.pdus[0]!.command(5, 'on');
    await clock.advance(500);
    expect(powered).to.deep.equal([true, false, false, true]);
    bench.close();
  });
});

import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { createSimulatedBench } from '../simulator/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { awaitPair } from './await-pair.ts';
import { flashOf } from './flash-of.ts';

const folder = resolve(import.meta.dirname, '../../topologies');

describe('a pair that is served as it is configured', () => {
  for (const name of ['simulated', 'simulated-contexts', 'simulated-transparent', 'simulated-active-active'])
    it(`is ready when its units say so: ${name}`, async () => {
      const { topology, path } = readTopology(join(folder, `${name}.yaml`));
      const secrets = openSecrets(topology, path, {});
      const clock = new VirtualClock();
      const bench = createSimulatedBench(topology, secrets, clock, { flash: flashOf(topology, secrets) });
      try {
        expect(await clock.runUntil(awaitPair(bench, secrets, clock, 60_000))).to.equal(true);
      } finally {
        bench.close();
      }
    });

  it('is not while nobody has configured it', async () => {
    const { topology, path } = readTopology(join(folder, 'simulated-contexts.yaml'));
    const secrets = openSecrets(topology, path, {});
    const clock = new VirtualClock();
    const bench = createSimulatedBench(topology, secrets, clock);
    try {
      expect(await clock.runUntil(awaitPair(bench, secrets, clock, 10_000))).to.equal(false);
    } finally {
      bench.close();
    }
  });
});

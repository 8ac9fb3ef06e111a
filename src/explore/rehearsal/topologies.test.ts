import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { expect } from 'chai';
import { ordersFor, simulatedTopologies } from './orders-for.ts';
import { rehearseAll } from './rehearse-all.ts';

/** Other suites play these. */
const elsewhere = ['simulated', 'simulated-active-active', 'simulated-pix-cable'];

/**
 * The suites are rehearsed on the first topology that can play a scenario, so that some benches would hardly be played.
 * Here each comes up from blank flashes, and its standby unit takes over.
 */
describe('every simulated topology that comes with fover', function () {
  this.timeout(120_000);

  it('comes up, and its standby unit takes over from an active one without power', async () => {
    const others = [...simulatedTopologies().keys()].filter((name) => !elsewhere.includes(name));
    const only = ['active-unit-power-loss'];
    const how = { defects: [], fresh: false, seed: 1, verbose: false, only };
    const told: Record<string, string> = {};
    await rehearseAll(
      ordersFor(['active-standby'], others, how),
      availableParallelism(),
      ({ topology, scenarios, trouble }) => {
        const ended = scenarios.map(({ outcome, because }) => (outcome === 'pass' ? outcome : because));
        told[basename(topology, '.yaml')] = trouble ?? ended.join();
      },
    );
    expect(told).to.deep.equal(Object.fromEntries(others.map((name) => [name, 'pass'])));
  });
});

import { expect } from 'chai';
import { bringUp, untilSteady } from '../../bench/index.ts';
import { openVirtualBench } from '../../bench/virtual-bench.test-support.ts';
import type { UnitName } from '../../pair/index.ts';

const never = new AbortController().signal;

describe('a unit that boots beside an active one', () => {
  for (const unit of ['secondary', 'primary'] satisfies UnitName[]) {
    it(`never says that the active addresses are its own: traffic goes on while ${unit} comes back`, async () => {
      const { bench, simulated, clock, run, discard } = openVirtualBench([]);
      await run(bringUp(bench, never));
      if (unit === 'primary') {
        await run(bench.tell('secondary', 'failover active'));
        await run(untilSteady(bench, never));
      }
      await run(bench.cutPower(unit));
      await clock.advance(10_000);
      const flow = simulated.flows.find(({ name }) => name === 'inside-to-outside');
      let arrived = 0;
      flow?.onArrived(() => (arrived += 1));
      const restored = bench.restorePower(unit);
      for (let probe = 0; probe < 120; probe++) {
        flow?.send(Uint8Array.of(probe));
        await clock.advance(100);
      }
      await run(restored);
      await run(untilSteady(bench, never));
      // When the primary comes back, the secondary takes over its MAC addresses: a short interruption is told in the guides.
      expect(arrived).to.be.at.least(unit === 'primary' ? 110 : 120);
      await discard();
    });
  }
});

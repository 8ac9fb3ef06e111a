import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Bench } from '../bench.ts';
import { benchFolderAt } from '../kept/bench-folder.ts';
import { openVirtualBench } from '../virtual-bench.test-support.ts';
import { leaseFolder } from './lease-folder.ts';
import { releaseLease } from './release-lease.ts';
import { takeLease } from './take-lease.ts';

describe('a bench that was lost with something broken on it', () => {
  it('is not put back by who lost it, and the journal stays open', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'lost-'));
    const opened = openVirtualBench([]);
    const { clock, run } = opened;
    try {
      const kept = benchFolderAt(join(parent, 'rack.bench'));
      const fence = await takeLease(kept, { command: 'fover run', clock, say: () => undefined });
      const { topology, secrets, progress, notebook, journal, consoles, switches, pdus, watch } =
        opened.bench;
      const devices = { consoles, switches, pdus, watch };
      const bench = new Bench({ topology, secrets, clock, progress, notebook, journal, ...devices, fence });
      await run(bench.shutPort('secondary', 'inside'));
      const restores = bench.journal.open.map((intent) => intent.restores);
      expect(restores).to.have.length(1);
      const set: string[] = [];
      for (const of of bench.switches.values()) {
        const setPort = of.setPort.bind(of);
        of.setPort = (port, wish) => (set.push(`${port} ${wish}`), setPort(port, wish));
      }
      await releaseLease(leaseFolder(kept.lease), clock, { because: 'somebody else has to work' });
      await clock.advance(3000);
      const unverified = await run(bench.mend());
      expect(unverified.map(({ message }) => message)).to.deep.equal([
        `${restores[0]}: left to whoever recovers the bench`,
      ]);
      expect(unverified[0]?.error).to.equal(fence?.lost);
      expect(set).to.deep.equal([]);
      expect(bench.journal.open.map((intent) => intent.restores)).to.deep.equal(restores);
    } finally {
      await opened.discard();
      rmSync(parent, { recursive: true });
    }
  });
});

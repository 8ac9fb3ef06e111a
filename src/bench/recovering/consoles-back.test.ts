import { expect } from 'chai';
import { configurationsOf, differencesBetween } from '../asking/configurations.ts';
import { putLines } from '../asking/put-question.ts';
import { turnFailoverOff } from '../breaking/failover-switch.ts';
import { restart } from '../breaking/restart.ts';
import { bringUp } from '../rest/bring-up.ts';
import { withRunThatDies } from './died.test-support.ts';
import type { Died } from './died.test-support.ts';
import { keepRunning } from './keep-configurations.ts';
import { openIntents } from './open-intents.ts';
import { foundByRun, restore } from './restore.ts';

const nothing = () => Promise.reject(new Error('the process that could is gone'));

/** Writes an intent as a run does, for what no fault of the bench stands for. */
const intend = ({ bench }: Died, restores: string, of: Parameters<typeof bench.journal.intend>[0]['of']) =>
  bench.journal.intend({ restores, of }, nothing);

describe('what a run that died had told the units', () => {
  it('failover is turned on again, once', () =>
    withRunThatDies(async (died) => {
      await died.run(turnFailoverOff(died.bench, 'primary'));
      await died.die();
      expect(await died.recover(), died.why.join()).to.deep.equal(['put-back failover on, on both units']);
      expect(await died.recover()).to.deep.equal([]);
    }));

  it('a unit that was told to boot is waited for', () =>
    withRunThatDies(async (died) => {
      await died.run(restart(died.bench, ['secondary'], 'reload noconfirm'));
      await died.die();
      expect(await died.recover(), died.why.join()).to.deep.equal([
        'as-before secondary up, after «reload noconfirm»',
      ]);
    }));

  it('the roles are given back', () =>
    withRunThatDies(async (died) => {
      const { bench, run } = died;
      const { serial } = bench.topology.units.primary;
      intend(died, 'primary active', { kind: 'roles', active: [{ group: 1, unit: 'primary', serial }] });
      await run(bench.tell('secondary', 'failover active'));
      await died.die();
      expect(await died.recover(), died.why.join()).to.deep.equal(['put-back primary active']);
    }));

  it('a unit that hands exchanged is agreed to by whoever can look', () =>
    withRunThatDies(async (died) => {
      const { serial } = died.bench.topology.units.secondary;
      intend(died, 'secondary as it was made', { kind: 'exchange', unit: 'secondary', serial });
      await died.die();
      expect(await died.recover()).to.deep.equal(['unverified secondary as it was made']);
      expect(await died.recover({ agreed: true })).to.deep.equal(['put-back secondary as it was made']);
      expect(died.asked).to.have.length(2);
    }));

  it('what was typed is found by comparing, and typed the other way round', () =>
    withRunThatDies(async (died) => {
      const { bench, run } = died;
      const before = await run(configurationsOf(bench));
      const restores = 'the running configurations of both units';
      const saved = keepRunning(bench, before);
      const lines = ['hostname other', 'failover polltime unit 3 holdtime 12'];
      intend(died, restores, { kind: 'configurations', run: bench.journal.run, saved, undo: [], key: false });
      await run(putLines(bench.consoles.primary, bench, lines, {}));
      expect(differencesBetween(before, await run(configurationsOf(bench)))).to.have.length.at.least(1);
      await died.die();
      expect(await died.recover(), died.why.join()).to.deep.equal([`put-back ${restores}`]);
      expect(await died.recover()).to.deep.equal([]);
    }));

  it('no asterisk is typed in the place of a secret: the failover key comes from the topology, the rest is told', () =>
    withRunThatDies(async (died) => {
      const { bench, run } = died;
      const saved = keepRunning(bench, await run(configurationsOf(bench)));
      const restores = 'the running configurations of both units';
      intend(died, restores, { kind: 'configurations', run: bench.journal.run, saved, undo: [], key: false });
      const gone = ['no failover key', 'no snmp-server host inside 198.51.100.10'];
      for (const line of gone) await run(putLines(bench.consoles.primary, bench, [line], {}));
      await died.die();
      expect(await died.recover()).to.deep.equal([`unverified ${restores}`]);
      expect(died.why[0]).to.match(/without «snmp-server host inside 198\.51\.100\.10 community \*+/);
      expect(died.why[0]).not.to.contain('failover key');
    }));

  it('nothing is typed on a unit with another serial number', () =>
    withRunThatDies(async (died) => {
      await died.run(turnFailoverOff(died.bench, 'primary'));
      await died.die();
      const other = {
        topology: (topology: typeof died.bench.topology) => ({
          ...topology,
          units: { ...topology.units, primary: { ...topology.units.primary, serial: 'JMX0000X000' } },
        }),
      };
      expect(await died.recover(other)).to.deep.equal(['unverified failover on, on both units']);
      expect(died.why[0]).to.contain('another unit than expected');
    }));
});

describe('a bootstrap of a bench that outlives its run', () => {
  const restores = 'the configurations of both units as they were before the bootstrap';

  it('is no change any more once the pair is up', () =>
    withRunThatDies(async (died) => {
      expect(died.bench.journal.open).to.deep.equal([]);
      await died.die();
      expect(await died.recover()).to.deep.equal([]);
    }));

  it('can be taken back for good: what a run found is shown, agreed to, typed, saved and compared', () =>
    withRunThatDies(async (died) => {
      const { kept } = died;
      await died.die();
      const found = foundByRun(kept);
      expect(() => foundByRun(kept, 'another')).to.throw('no configurations of another are kept');
      const shown: string[] = [];
      const restoring = (agreed: boolean) =>
        died.run(restore(died.recovering({ agreed }), found, (lines) => void shown.push(...lines)));
      expect(await restoring(false)).to.equal(undefined);
      expect(shown)
        .to.include('running: primary + hostname ciscoasa')
        .and.to.include('running: primary - failover');
      expect(shown.some((line) => line.startsWith('startup: primary - '))).to.equal(true);
      expect(await restoring(true)).to.deep.equal({ left: [] });
      expect(openIntents(kept).open).to.deep.equal([]);
      shown.splice(0);
      expect(await restoring(true)).to.deep.equal({ left: [] });
      expect(shown).to.deep.equal([]);
    }));

  it('that was broken off has both units run with, and have saved, what they did', () =>
    withRunThatDies(async (died) => {
      const { bench, run } = died;
      const stop = new AbortController();
      const up = bringUp(bench, stop.signal).catch(() => undefined);
      // The primary unit is configured by then, and the secondary one is not.
      while (!bench.watch.latest.primary) await died.opened.clock.advance(50);
      stop.abort(new Error('killed'));
      await run(up);
      await died.die();
      expect(await died.recover(), died.why.join()).to.deep.equal([`put-back ${restores}`]);
    }, true));
});

import { expect } from 'chai';
import { copyFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExaminedRow, Health } from '../doctor/index.ts';
import { edited } from '../topology/edited-topology.test-support.ts';
import type { Edit } from '../topology/edited-topology.test-support.ts';
import { fover, workFolder } from './fover.test-support.ts';
import type { Ended } from './fover.test-support.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');

interface Told {
  readonly topology: string;
  readonly health: Health;
  readonly rows: readonly ExaminedRow[];
}

/** The topology of the simulated bench with changes, in a folder of its own; its secrets beside it. */
function written(edits: readonly Edit[]): { folder: string; path: string } {
  const folder = workFolder();
  const path = join(folder, 'bench.yaml');
  writeFileSync(path, edited(readFileSync(join(topologies, 'simulated.yaml'), 'utf8'), edits));
  const secrets = join(folder, 'simulated.secrets');
  copyFileSync(join(topologies, 'simulated.secrets'), secrets);
  chmodSync(secrets, 0o600);
  return { folder, path };
}

describe('fover doctor', () => {
  it('finds nothing wrong with a configured pair that is served', async () => {
    const { folder, path } = written([]);
    let doctor: Promise<Ended> | undefined;
    await fover(folder, ['simulate', path], {
      whileRunning: (child, out) => {
        if (!out.includes('The simulated bench is ready') || doctor) return;
        doctor = fover(folder, ['doctor', path, '--json']);
        void doctor.then(() => child.kill('SIGTERM'));
      },
    });
    const { code, out, err } = (await doctor) ?? { code: null, out: '{}', err: 'the bench was never ready' };
    expect(code, err).to.equal(0);
    const { topology, health, rows } = JSON.parse(out) as Told;
    expect({ topology, health }).to.deep.equal({ topology: 'simulated', health: 'good' });
    expect(rows.filter(({ outcome }) => outcome !== 'ok').map(({ what }) => what)).to.deep.equal([
      'logging host',
      'logging host',
    ]);
    expect(rows.filter(({ what }) => what === 'reaches 198.51.100.10 by inside')).to.have.length(2);
    const states = rows.filter(({ what }) => what === 'failover').map(({ said }) => said);
    expect(states).to.have.members(['active', 'standby-ready']);
  });

  it('tells of a bench that is not configured yet what is wrong, and what to do, and ends with 1', async () => {
    const { folder, path } = written([
      [['simulated', 'made'], { secondary: { memory: 4096 } }],
      [['units', 'primary', 'power', 0, 'label'], 'Outlet 2'],
    ]);
    const { code, out } = await fover(folder, ['doctor', path]);
    expect(code).to.equal(1);
    expect(out).to.contain('primary: 8192 MB RAM; secondary: 4096 MB RAM');
    expect(out).to.contain('do: that is what outlet 2 is called: off by one?');
    expect(out).to.contain('no failover is configured yet').and.to.contain('\n2 wrong, ');
  });

  it('ends with 3 when nothing of a bench answers', async () => {
    const nowhere: readonly Edit[] = [
      [['simulated'], undefined],
      [['listen'], undefined],
      [['flows'], []],
      ...['primary', 'secondary'].flatMap((unit, at): Edit[] => [
        [['units', unit, 'console', 0, 'telnet', 'port'], 1 + at],
        [['units', unit, 'management'], undefined],
      ]),
      [['switches', 'sw1', 'snmp', 'port'], 1],
      [['pdus', 'pdu1', 'snmp', 'port'], 1],
    ];
    const { folder, path } = written(nowhere);
    const { code, out, err } = await fover(folder, ['doctor', path, '--json']);
    expect(code, err).to.equal(3);
    const { rows } = JSON.parse(out) as Told;
    // What drives a PDU is known without it.
    expect(
      rows.filter(({ outcome, examination }) => outcome !== 'unknown' && examination !== 'drivers'),
    ).to.deep.equal([]);
  });
});

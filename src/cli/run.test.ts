/** What a run tells and ends with, as a user starts it: real processes, real sockets, an empty folder. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import {
  journalOf,
  fover,
  onlyRun,
  verdictOf,
  workFolder,
  writeSuite,
  untilMeant,
} from './fover.test-support.ts';

const root = resolve(import.meta.dirname, '../..');

const forced = {
  name: 'forced',
  title: 'no failover active on the active unit makes the standby unit active',
  requirements: ['AS-TRIGGER-FORCED'],
  begin: 'primary',
  fault: 'told-standby',
  target: 'active',
  watch: 'failover',
};
const dark = { ...forced, name: 'dark', title: 'the standby unit takes over', fault: 'unit-power-loss' };

describe('fover run', function () {
  this.timeout(240_000);

  it('fails a unit that does not take over, names the rule and the requirement, and exits 1', async () => {
    const folder = workFolder();
    const { code, out } = await fover(folder, [
      'run',
      '--no-controls',
      writeSuite(folder, dark),
      '--defect',
      'never-takes-over',
    ]);
    expect(code, out).to.equal(1);
    const [scenario] = verdictOf(onlyRun(folder)).scenarios;
    expect(scenario?.outcome).to.equal('fail');
    const failed = scenario?.findings.find(({ outcome }) => outcome === 'fail');
    expect(failed?.requirements).to.include('AS-ACTIVE-FAILED');
    expect(out).to.contain(failed?.rule).and.to.contain('AS-ACTIVE-FAILED');
  });

  it('blames the bench, not the pair, when the PDU acknowledges and does nothing, and exits 3', async () => {
    const folder = workFolder();
    const { code, out } = await fover(folder, [
      'run',
      '--no-controls',
      writeSuite(folder, dark),
      '--defect',
      'outlet-acknowledges-only',
    ]);
    expect(code, out).to.equal(3);
    const [scenario] = verdictOf(onlyRun(folder)).scenarios;
    expect(scenario).to.include({ outcome: 'inconclusive', infrastructure: true });
    expect(out).to.match(/pdu1: acknowledged the command/);
  });

  it('makes an assertion of the suite count, now and whenever it is judged again', async () => {
    const folder = workFolder();
    const suite = writeSuite(folder, forced, "expect(played).unit('primary').to.stay('active')");
    const { code, out } = await fover(folder, ['run', '--no-controls', suite]);
    expect(code, out).to.equal(1);
    const run = onlyRun(folder);
    expect(verdictOf(run).scenarios[0]?.assertions.join()).to.match(/expected primary to stay active/);
    expect((await fover(folder, ['judge', run])).code).to.equal(1);
  });

  it('heals first when it is interrupted, and exits with the right code', async () => {
    const folder = workFolder();
    let sent = false;
    const { code, out } = await fover(
      folder,
      ['run', '--no-controls', writeSuite(folder, { ...dark, watch: 'nothing' })],
      {
        whileRunning: (child, printed) => {
          if (sent || !/fault: power of primary cut/.test(printed)) return;
          sent = true;
          void untilMeant(folder).then(() => child.kill('SIGINT'));
        },
      },
    );
    expect(code, out).to.equal(2);
    const [intent, mended, ...others] = journalOf(folder)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(intent?.['restores']).to.equal('power of primary on');
    expect(mended?.['mended']).to.equal(intent?.['intent']);
    expect(others).to.deep.equal([]);
  });

  it('works from the package, in an empty folder', async () => {
    const folder = workFolder();
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ filename: string }];
    execFileSync('tar', ['xzf', filename], { cwd: folder });
    symlinkSync(join(root, 'node_modules'), join(folder, 'package/node_modules'));
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const program = join(folder, 'package/dist/src/cli/fover.js');
    const { code, out, err } = await fover(empty, ['run', '--no-controls', writeSuite(empty, forced)], {
      program,
    });
    expect(code, `${out}\n${err}`).to.equal(0);
    expect((await fover(empty, ['run', '--help'], { program })).out).to.contain('active-standby');
    expect(
      (await fover(empty, ['check', join(folder, 'package/topologies/simulated.yaml')], { program })).code,
    ).to.equal(0);
  });
});

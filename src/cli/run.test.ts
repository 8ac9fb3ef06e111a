/** The main job, as a user starts it: real processes, real sockets, an empty folder. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import {
  journalOf,
  everyFile,
  fover,
  onlyRun,
  verdictOf,
  workFolder,
  writeSuite,
  untilMeant,
} from './fover.test-support.ts';

const root = resolve(import.meta.dirname, '../..');
const secrets = readFileSync(join(root, 'topologies/simulated.secrets'), 'utf8')
  .split('\n')
  .filter((line) => /^\w+=/.test(line))
  .map((line) => line.slice(line.indexOf('=') + 1));

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

  describe('on the honest simulated bench', () => {
    const folder = workFolder();
    let run = '';

    before(async () => {
      const { code, out, err } = await fover(folder, ['run']);
      expect(code, `${out}\n${err}`).to.equal(0);
      run = onlyRun(folder);
    });

    it('passes six scenarios, each measured inside its predicted window', () => {
      const { scenarios, bench, troubles } = verdictOf(run);
      expect({ bench, troubles }).to.deep.equal({ bench: 'simulated', troubles: [] });
      expect(scenarios.map(({ outcome }) => outcome)).to.deep.equal(Array(6).fill('pass'));
      for (const { measured, window, scenario } of scenarios) {
        if (scenario === 'failover-link-down') continue;
        expect(measured, scenario).to.be.an('object');
        expect(measured?.loMs, scenario).to.be.at.least(window?.loMs ?? Infinity);
        expect(measured?.hiMs, scenario).to.be.at.most(window?.hiMs ?? Infinity);
      }
    });

    it('leaves nothing broken, and every action with its outcome', () => {
      const journal = readFileSync(join(run, 'journal.ndjson'), 'utf8').trim().split('\n');
      const intents = journal.filter((line) => line.includes('"intent"'));
      expect(intents).to.have.length(4);
      expect(journal).to.have.length(8);
    });

    it('keeps every secret off the disk', () => {
      expect(secrets).to.have.length.at.least(4);
      const files = everyFile(run);
      for (const name of ['console/primary.raw', 'timeline.ndjson', 'index.html', 'journal.ndjson'])
        expect(
          files.some(({ path }) => path.endsWith(name)),
          name,
        ).to.equal(true);
      const leaks = files.flatMap(({ path, bytes }) =>
        secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${path}: ${secret}`),
      );
      expect(leaks).to.deep.equal([]);
    });

    it('is judged again offline to the same bytes', async () => {
      const before = everyFile(run).filter(({ path }) => /\.(json|html|xml)$/.test(path));
      const { code, out } = await fover(folder, ['judge', run]);
      expect(code).to.equal(0);
      expect(out).to.contain('The same bytes');
      const after = everyFile(run).filter(({ path }) => /\.(json|html|xml)$/.test(path));
      expect(after.map(({ path, bytes }) => [path, bytes.toString('latin1')])).to.deep.equal(
        before.map(({ path, bytes }) => [path, bytes.toString('latin1')]),
      );
    });

    const halves: readonly (readonly [string, (lines: readonly string[]) => readonly string[]])[] = [
      ['the second half', (lines) => lines.slice(0, lines.length / 2)],
      ['the first half', (lines) => lines.slice(lines.length / 2)],
      ['every other line', (lines) => lines.filter((_line, at) => at % 2 === 0)],
      ['everything', () => []],
    ];
    for (const [half, keep] of halves) {
      it(`never passes what lost evidence: ${half} of the timeline deleted`, async () => {
        const torn = join(folder, `torn-${halves.findIndex(([name]) => name === half)}`);
        mkdirSync(torn);
        const lines = readFileSync(join(run, 'timeline.ndjson'), 'utf8').split(/(?<=\n)/);
        writeFileSync(join(torn, 'timeline.ndjson'), keep(lines).join(''));
        writeFileSync(join(torn, 'manifest.json'), readFileSync(join(run, 'manifest.json')));
        const { code } = await fover(folder, ['judge', torn]);
        expect(code).to.equal(2);
        const { scenarios, outcome } = verdictOf(torn);
        expect(outcome).to.equal('inconclusive');
        expect(scenarios).to.have.length(6);
        const untouched = half === 'the second half' || half === 'the first half' ? 3 : 0;
        expect(scenarios.filter((scenario) => scenario.outcome === 'pass')).to.have.length.at.most(untouched);
        expect(scenarios.filter((scenario) => scenario.outcome === 'fail')).to.deep.equal([]);
      });
    }
  });

  it('fails a unit that does not take over, names the rule and the requirement, and exits 1', async () => {
    const folder = workFolder();
    const { code, out } = await fover(folder, [
      'run',
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
    const { code, out } = await fover(folder, ['run', suite]);
    expect(code, out).to.equal(1);
    const run = onlyRun(folder);
    expect(verdictOf(run).scenarios[0]?.assertions.join()).to.match(/expected primary to stay active/);
    expect((await fover(folder, ['judge', run])).code).to.equal(1);
  });

  it('heals first when it is interrupted, and exits with the right code', async () => {
    const folder = workFolder();
    let sent = false;
    const { code, out } = await fover(folder, ['run', writeSuite(folder, { ...dark, watch: 'nothing' })], {
      whileRunning: (child, printed) => {
        if (sent || !/fault: power of primary cut/.test(printed)) return;
        sent = true;
        void untilMeant(folder).then(() => child.kill('SIGINT'));
      },
    });
    expect(code, out).to.equal(2);
    const journal = journalOf(folder).trim().split('\n');
    expect(journal.map((line) => JSON.parse(line) as unknown)).to.deep.equal([
      { intent: 1, restores: 'power of primary on' },
      { mended: 1 },
    ]);
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
    const { code, out, err } = await fover(empty, ['run', writeSuite(empty, forced)], { program });
    expect(code, `${out}\n${err}`).to.equal(0);
    expect((await fover(empty, ['run', '--help'], { program })).out).to.contain('active-standby');
    expect(
      (await fover(empty, ['check', join(folder, 'package/topologies/simulated.yaml')], { program })).code,
    ).to.equal(0);
  });
});

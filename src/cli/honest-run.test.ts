/** A whole run on the honest simulated bench, as a user starts it: real processes, real sockets, an empty folder. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { controls } from '../pair/index.ts';
import { readManifest } from '../timeline/index.ts';
import { everyFile, fover, onlyRun, verdictOf, workFolder } from './fover.test-support.ts';

const root = resolve(import.meta.dirname, '../..');
const secrets = readFileSync(join(root, 'topologies/simulated.secrets'), 'utf8')
  .split('\n')
  .filter((line) => /^\w+=/.test(line))
  .map((line) => line.slice(line.indexOf('=') + 1));

describe('fover run, on the honest simulated bench', function () {
  this.timeout(480_000);

  const folder = workFolder();
  let run = '';
  let said = '';

  before(async () => {
    let ended = await fover(folder, ['run']);
    // A machine that is too busy to count probes in time leaves a question open, which is right, and proves nothing here.
    if (ended.code === 2) {
      rmSync(join(folder, 'reports'), { recursive: true });
      ended = await fover(folder, ['run']);
    }
    said = ended.out;
    expect(ended.code, `${said}\n${ended.err}`).to.equal(0);
    run = onlyRun(folder);
  });

  it('tries its instruments first, and says in the manifest and the report that they can be believed', () => {
    const { scenarios, calibration } = verdictOf(run);
    expect(scenarios.slice(0, 3).map(({ control }) => control)).to.deep.equal([...controls]);
    expect(calibration?.standing).to.equal('calibrated');
    const { manifest } = readManifest(run);
    expect(manifest?.calibration).to.deep.equal(calibration);
    expect(readFileSync(join(run, 'index.html'), 'utf8')).to.contain('Calibrated: ');
    expect(said).to.contain('Calibrated: ');
  });

  it('passes six scenarios, each measured inside its predicted window', () => {
    const { scenarios, bench, troubles } = verdictOf(run);
    expect({ bench, troubles }).to.deep.equal({ bench: 'simulated', troubles: [] });
    expect(scenarios.map(({ outcome }) => outcome)).to.deep.equal(Array(9).fill('pass'));
    for (const { measured, window, scenario } of scenarios.slice(3)) {
      if (scenario === 'failover-link-down') continue;
      expect(measured, scenario).to.be.an('object');
      expect(measured?.loMs, scenario).to.be.at.least(window?.loMs ?? Infinity);
      expect(measured?.hiMs, scenario).to.be.at.most(window?.hiMs ?? Infinity);
    }
  });

  it('leaves nothing broken, and every action with its outcome', () => {
    const journal = readFileSync(join(run, 'journal.ndjson'), 'utf8').trim().split('\n');
    const intents = journal.filter((line) => line.includes('"intent"'));
    expect(intents).to.have.length(8);
    expect(journal).to.have.length(16);
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

  it('is whole, says so, and is not once somebody edits its verdict', async () => {
    const found = await fover(folder, ['verify', run]);
    expect(found.code, found.out).to.equal(0);
    expect(found.out).to.match(/: whole\n.* entries\n {2}\d+ files are proven whole/);
    const head = /head ([0-9a-f]{64})/.exec(found.out)?.[1] ?? '';
    const verdict = readFileSync(join(run, 'verdict.json'), 'utf8');
    writeFileSync(join(run, 'verdict.json'), verdict.replace('pass', 'fail'));
    const edited = await fover(folder, ['verify', run, '--head', head, '--json']);
    writeFileSync(join(run, 'verdict.json'), verdict);
    expect(edited.code).to.equal(1);
    expect(JSON.parse(edited.out)).to.have.nested.property('[0].remakes').with.length(1);
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
      expect(scenarios).to.have.length(9);
      const untouched = half === 'the second half' || half === 'the first half' ? 6 : 0;
      expect(scenarios.filter((scenario) => scenario.outcome === 'pass')).to.have.length.at.most(untouched);
      expect(scenarios.filter((scenario) => scenario.outcome === 'fail')).to.deep.equal([]);
    });
  }
});

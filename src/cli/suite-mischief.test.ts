/** Suites are programs of other people: whatever they do, a run must not end as if all were well, nor leave a bench broken. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fover, journalOf, onlyRun, verdictOf, workFolder } from './fover.test-support.ts';

const forced = `{ name: 'forced', title: 'forced', requirements: [], begin: 'primary', fault: 'told-standby',
  target: 'active', watch: 'failover' }`;
const dark = `{ ...${forced}, name: 'dark', fault: 'unit-power-loss' }`;

function suiteOf(folder: string, body: string): string {
  const path = join(folder, 'suite.mjs');
  writeFileSync(path, `import { certify, expect } from 'fover';\n${body}\n`);
  return path;
}

describe('fover run, on suites that misbehave', function () {
  this.timeout(120_000);

  const early: readonly (readonly [string, string, number, RegExp])[] = [
    ['ends the process while it is loaded', 'process.exit(0);', 70, /ended from within/],
    ['has no scenario', "describe('d', () => it('t', () => undefined));", 64, /no scenario is certified/],
    ['throws while it is loaded', "throw new Error('no');", 64, /cannot be loaded: no/],
    [
      'leaves a rejection behind while it is loaded',
      "Promise.reject(new Error('late')); await new Promise((r) => setTimeout(r, 500));",
      70,
      /late/,
    ],
    ['never ends being loaded', 'await new Promise(() => {});', 70, /ended from within/],
    ['says one name twice', `describe('d', () => { certify(${forced}); certify(${forced}); });`, 64, /two/],
    ['mistakes a word', `certify({ ...${forced}, watch: 'failovr' });`, 64, /watch is "failovr"/],
  ];
  for (const [what, body, code, said] of early) {
    it(`one that ${what}: exit ${code}, and nothing was touched`, async () => {
      const folder = workFolder();
      const ended = await fover(folder, ['run', suiteOf(folder, body)]);
      expect(ended.code, ended.out + ended.err).to.equal(code);
      expect(ended.err).to.match(said);
      expect(existsSync(join(folder, 'reports'))).to.equal(false);
    });
  }

  it('a time limit of its own does not break off a scenario, and one inside a test is told, not skipped', async () => {
    const folder = workFolder();
    const { code, out } = await fover(folder, [
      'run',
      '--no-controls',
      suiteOf(
        folder,
        `setInterval(() => undefined, 1000);
         describe('d', function () {
           this.timeout(500); this.retries(2);
           certify(${forced}, () => Promise.reject(new Error('I say no')));
           it('inner', () => certify({ ...${forced}, name: 'inner' }));
         });`,
      ),
    ]);
    expect(code, out).to.equal(1);
    const { scenarios, troubles } = verdictOf(onlyRun(folder));
    expect(scenarios.map(({ scenario, assertions }) => [scenario, assertions])).to.deep.equal([
      ['forced', ['I say no']],
    ]);
    expect(troubles.join()).to.match(/inner is certified inside a test/);
  });

  it('an assertion that nobody waits for does not get lost', async () => {
    const folder = workFolder();
    const { code, out, err } = await fover(folder, [
      'run',
      '--no-controls',
      suiteOf(
        folder,
        `describe('d', () => certify(${forced}, () => void Promise.reject(new Error('not awaited'))));`,
      ),
    ]);
    expect(code, out).to.equal(70);
    expect(err).to.match(/not awaited/);
    expect(verdictOf(onlyRun(folder)).outcome).not.to.equal('pass');
  });

  it('one that calls process.exit while a unit is dark: the bench is put back, exit 70, and it is told where', async () => {
    const folder = workFolder();
    const { code, out, err } = await fover(folder, [
      'run',
      '--no-controls',
      suiteOf(
        folder,
        `import { readdirSync, readFileSync } from 'node:fs';
         const broken = () => readFileSync('reports/' + readdirSync('reports')[0] + '/journal.ndjson', 'utf8');
         describe('d', () => {
           before(() => void setInterval(() => broken().includes('intent') && process.exit(0), 100));
           certify(${dark});
         });`,
      ),
    ]);
    expect(code, out).to.equal(70);
    expect(err).to.match(/process\.exit was called in the middle of a run[^]*suite\.mjs/);
    expect(journalOf(folder)).to.contain('"mended"');
    expect(verdictOf(onlyRun(folder)).outcome).to.equal('inconclusive');
  });
});

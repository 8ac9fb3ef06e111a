import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { exercisedInRuns, runsBelow } from './exercised-in-runs.ts';
import { catalogueText, exercised, idle, requirementCalled, wholeText } from './requirement-list.ts';

/** A run below `reports` with the verdict of one scenario. */
function store(reports: string, run: string, scenario: string, outcome: string, findings: unknown): string {
  const folder = join(reports, run);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'verdict.json'),
    JSON.stringify({ format: 1, scenarios: [{ scenario, outcome, findings }] }),
  );
  return folder;
}

const pass = (...requirements: readonly string[]): object => ({ outcome: 'pass', requirements });

describe('what runs exercised', () => {
  const reports = mkdtempSync(join(tmpdir(), 'fover-reports-'));
  after(() => rmSync(reports, { recursive: true }));
  const folders = [
    store(reports, 'a', 'one', 'pass', [pass('AS-TAKEOVER', 'UH-HOLD'), pass('AS-TAKEOVER')]),
    store(reports, 'b', 'two', 'pass', [pass('UH-HOLD')]),
    store(reports, 'c', 'three', 'fail', [
      pass('AS-STANDBY-FAILED'),
      { outcome: 'fail', requirements: ['UH-HOLD'] },
    ]),
  ];
  const found = exercisedInRuns(folders);

  it('is what passing findings name in scenarios that passed as a whole', () => {
    expect(found.get('AS-TAKEOVER')).to.deep.equal(['one']);
    expect(found.get('UH-HOLD')).to.deep.equal(['one', 'two']);
    expect(found.has('AS-STANDBY-FAILED')).to.equal(false);
  });

  it('is told with each requirement, and counted', () => {
    const all = exercised([], found);
    expect(wholeText(requirementCalled('UH-HOLD', all))).to.match(/^ +exercised +one, two$/m);
    expect(catalogueText(all)).to.contain('runs that were read exercised 2.');
    const left = idle(all).map(({ id }) => id);
    expect(left).to.include('AS-STANDBY-FAILED');
    expect(left).to.not.include.oneOf(['UH-HOLD', 'AS-TAKEOVER']);
    expect(catalogueText(exercised([]))).to.not.match(/(?<!not )exercised:/);
  });

  it('is looked for in every judged run below a folder', () => {
    mkdirSync(join(reports, 'broken-off'));
    expect(runsBelow(reports)).to.deep.equal(folders);
    expect(runsBelow(join(reports, 'nowhere'))).to.deep.equal([]);
  });

  it('cannot be told of a folder without a verdict', () => {
    expect(() => exercisedInRuns([join(reports, 'nowhere')])).to.throw(
      UsageError,
      /nowhere: no verdict.json/,
    );
  });
});

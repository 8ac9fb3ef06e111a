import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { isControl } from '../pair/index.ts';
import { requirements } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { fover, workFolder, writeSuite } from './fover.test-support.ts';
import { listed, listText } from './scenario-list.ts';
import type { ListedSuite } from './scenario-list.ts';

const dark: Scenario = {
  name: 'dark',
  title: 'the standby unit takes over',
  requirements: ['AS-ACTIVE-FAILED'],
  begin: 'secondary',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};

describe('the list of scenarios', () => {
  it('tells each with its question and its requirements, and counts', () => {
    const text = listText([listed('mine', [dark, { ...dark, name: 'idle', requirements: [] }], false)]);
    expect(text).to.equal(
      [
        'mine: 2 scenarios',
        'dark\n  the standby unit takes over\n  requirements: AS-ACTIVE-FAILED',
        'idle\n  the standby unit takes over\n  requirements: none named',
        '2 scenarios in 1 suite.\n',
      ].join('\n\n'),
    );
  });

  it('tells the procedure where it is wanted: what is done, watched and put back, in order', () => {
    const lines = listText([listed('mine', [dark], true)]).split('\n');
    const steps = lines.filter((line) => /^ {2}\d\. /.test(line));
    expect(steps.map((line) => line.slice(0, 9).trim())).to.deep.equal([
      '1. prep',
      '2. stea',
      '3. faul',
      '4. watc',
      '5. heal',
      '6. reco',
    ]);
    expect(steps[0]).to.contain('failover active on secondary');
    expect(steps[2]).to.contain('power of secondary cut');
    expect(steps[3]).to.contain('until primary says that it is active');
    expect(steps[4]).to.equal('  5. heal: power of secondary back');
  });
});

describe('fover list', function () {
  this.timeout(60_000);

  it('lists the suites that come with fover, every requirement of which is in the catalogue', async () => {
    const folder = workFolder();
    const { code, out, err } = await fover(folder, ['list', '--json']);
    expect(code, err).to.equal(0);
    const suites = JSON.parse(out) as readonly ListedSuite[];
    expect(suites.map(({ suite }) => suite)).to.include('active-standby');
    const known: readonly string[] = requirements.map(({ id }) => id);
    for (const scenario of suites.flatMap(({ scenarios }) => scenarios)) {
      if (isControl(scenario.fault ?? '')) expect(scenario.requirements, scenario.name).to.be.empty;
      else expect(scenario.requirements, scenario.name).to.not.be.empty;
      expect(known, scenario.name).to.include.members([...scenario.requirements]);
      expect(scenario).to.not.have.property('procedure');
    }
    const names = suites.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
    expect(names).to.have.length(new Set(names).size);
    expect(existsSync(join(folder, 'reports'))).to.equal(false);
  });

  it('lists a file of your own, with the procedure', async () => {
    const folder = workFolder();
    const file = writeSuite(folder, { ...dark });
    const { code, out, err } = await fover(folder, ['list', file, '--procedure']);
    expect(code, err).to.equal(0);
    expect(out).to.contain('3. fault: power of secondary cut');
    expect(out).to.contain('1 scenario in 1 suite.');
  });

  it('refuses a suite that is not there', async () => {
    const { code, err } = await fover(workFolder(), ['list', 'no-such']);
    expect(code).to.equal(64);
    expect(err).to.contain('active-standby');
  });
});

import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { families, requirements, rules } from '../model/index.ts';
import { fover, workFolder } from './fover.test-support.ts';
import { catalogueText, exercised, requirementCalled, wholeText } from './requirement-list.ts';
import type { Exercised } from './requirement-list.ts';

const forced = { name: 'forced', requirements: ['AS-TRIGGER-FORCED'] };
const all = exercised([forced]);

describe('the list of requirements', () => {
  it('gives each with the rules that serve it and the scenarios that name it', () => {
    const { rules: serving, scenarios, defects: breaking } = requirementCalled('AS-TRIGGER-FORCED', all);
    expect(serving).to.include('forced failover');
    expect(breaking).to.include('ignores-failover-active');
    expect(scenarios).to.deep.equal(['forced']);
    expect(all.map(({ id }) => id)).to.deep.equal(requirements.map(({ id }) => id));
    const named = new Set(all.flatMap((requirement) => requirement.rules));
    expect([...named]).to.have.members(rules.map(({ name }) => name));
  });

  it('tells every requirement once, under its family, and says so where nothing exercises it', () => {
    const text = catalogueText(all);
    for (const { id } of requirements) expect(text.split(`\n${id}  `), id).to.have.length(2);
    for (const [family, about] of Object.entries(families)) expect(text).to.contain(`${family}: ${about}, `);
    expect(text).to.match(/^AU-DEBUG .*\n.*\n.*rules: none; scenarios: none; defects: none$/m);
  });

  it('counts what can be observed, what is served, and what nothing exercises', () => {
    const [first, second, third] = all.map((requirement): Exercised => ({
      ...requirement,
      rules: [],
      scenarios: [],
      defects: [],
    }));
    const text = catalogueText([
      { ...first!, rules: ['a rule'] },
      { ...second!, scenarios: ['a scenario'], defects: ['a defect'] },
      third!,
      { ...third!, observed: { unobservable: 'It is not.' }, rules: ['a rule'] },
    ]);
    expect(text).to.contain('4 requirements, 3 of them observable');
    expect(text).to.contain('rules of the model serve 1 and scenarios name 1; neither does so for 1.');
    expect(text).to.contain('Defects of a simulated firmware break 1.');
  });

  it('tells all of one: every source, how, note and difference', () => {
    const one = requirementCalled('as-failover-link-failed-at-startup', all);
    const text = wholeText(one);
    for (const { section } of one.sources) expect(text).to.contain(section);
    for (const { dialects, how } of one.differs ?? []) expect(text).to.contain(`${dialects}: ${how}`);
    expect(one.differs).to.not.be.empty;
    const advice = requirementCalled('OPS-RESTORE-LINK-SOON', all);
    expect(wholeText(advice)).to.match(/observed +no: /);
  });

  it('refuses an id that does not exist, and names the nearest', () => {
    expect(() => requirementCalled('AS-ACTIVE-FAILD', all)).to.throw(UsageError, /"AS-ACTIVE-FAILED"/);
  });
});

describe('fover requirements', function () {
  this.timeout(60_000);
  const folder = workFolder();

  it('lists the catalogue with the scenarios of the bundled suites', async () => {
    const { code, out, err } = await fover(folder, ['requirements']);
    expect(code, err).to.equal(0);
    expect(out).to.contain(`${requirements.length} requirements`);
    expect(out).to.match(/^AS-ACTIVE-FAILED .*\n.*\n.*scenarios: .*active-unit-power-loss/m);
  });

  it('prints JSON of all, or of one', async () => {
    const list = await fover(folder, ['requirements', '--json']);
    const one = await fover(folder, ['requirements', 'AS-ACTIVE-FAILED', '--json']);
    const read = JSON.parse(list.out) as readonly Exercised[];
    expect(read.map(({ id }) => id)).to.deep.equal(requirements.map(({ id }) => id));
    expect(JSON.parse(one.out)).to.deep.equal(read.find(({ id }) => id === 'AS-ACTIVE-FAILED'));
  });

  it('answers an unknown id with the nearest, exit 64', async () => {
    const { code, err } = await fover(folder, ['requirements', 'AS-ACTIVE-FAILD']);
    expect(code).to.equal(64);
    expect(err).to.contain('AS-ACTIVE-FAILED');
  });
});

import { expect } from 'chai';
import { allTransitions, modelCoverage } from '../model/index.ts';
import { foretoldStimuli, missingFor, refuseMistaken } from '../scenario/index.ts';
import { readTopology } from '../topology/index.ts';
import { candidatesOn } from './cover-candidates.ts';
import { coverOn, suiteOf } from './cover.ts';
import { coverageText } from './coverage.ts';
import { simulatedTopology } from './places.ts';

const { topology } = readTopology(simulatedTopology);

describe('scenarios that are made up for a bench', () => {
  const candidates = candidatesOn(topology, 1);
  const named = (name: string): (typeof candidates)[number] | undefined =>
    candidates.find(({ scenario }) => scenario.name === name);

  it('are such as it can play, each by a name of its own', () => {
    expect(candidates).to.have.length.above(20);
    expect(new Set(candidates.map(({ scenario }) => scenario.name)).size).to.equal(candidates.length);
    for (const { scenario, run } of candidates) {
      expect(missingFor({ topology }, scenario), scenario.name).to.equal(undefined);
      expect(() => refuseMistaken(scenario), scenario.name).to.not.throw();
      expect(run.course, scenario.name).to.have.length(foretoldStimuli(scenario).length);
    }
  });

  it('watch for what the model says will follow, and name what says so', () => {
    const lost = named('unit-power-loss-on-active-primary')?.scenario;
    expect(lost).to.deep.include({
      fault: 'unit-power-loss',
      target: 'active',
      begin: 'primary',
      watch: 'failover',
    });
    expect(lost?.requirements).to.include('AS-ACTIVE-FAILED');
    expect(named('unit-power-loss-on-standby-secondary')?.scenario.watch).to.equal('mate-failed');
    expect(named('failover-link-down-on-active-primary')?.scenario.watch).to.equal('nothing');
  });
});

describe('the shortest set of them', function () {
  this.timeout(120_000);
  const cover = coverOn(topology, [], 1);

  it('reaches whatever any of them reaches, each something new', () => {
    const transitions = allTransitions();
    const all = modelCoverage(
      candidatesOn(topology, 1).map(({ run }) => run),
      transitions,
    );
    const reached = [all.rows, all.rules, all.compounds, all.transitions].flatMap((covered) =>
      Object.keys(covered.reached),
    );
    const proposed = cover.proposed.flatMap(({ reaches }) => reaches);
    expect(new Set(proposed).size).to.equal(proposed.length);
    expect(proposed).to.have.length(reached.length);
    expect(cover.proposed.length).to.be.below(candidatesOn(topology, 1).length);
    for (const { reaches } of cover.proposed) expect(reaches).to.not.be.empty;
    expect(cover.outOfReach).to.include('compound state: both units boot, failover link down');
  });

  it('is empty when the runs have reached it all', () => {
    const runs = candidatesOn(topology, 1).map(({ run }) => run);
    expect(coverOn(topology, runs, 1).proposed).to.deep.equal([]);
  });

  it('is printed as a suite', () => {
    const text = suiteOf({ ...cover, proposed: cover.proposed.slice(0, 1) });
    expect(text).to.match(/^import \{ certify \} from 'fover';\n\ndescribe\(/);
    const data = /certify\(([^]*)\);\n\}\);\n$/.exec(text)?.[1] ?? '';
    expect(JSON.parse(data)).to.deep.equal(cover.proposed[0]?.scenario);
  });
});

describe('what runs exercised of the model', () => {
  it('is told with what they never did', () => {
    const [first] = candidatesOn(topology, 1);
    const text = coverageText(modelCoverage(first ? [first.run] : [], new Set(['somewhere'])));
    expect(text).to.match(/^rows of the behaviour tables: \d+ of 15 reached$/m);
    expect(text).to.match(/^transitions: 0 of 1 reached\n {2}never:\n {4}somewhere$/m);
    expect(text).to.match(/^ {2}forced failover {2}1$/m);
  });
});

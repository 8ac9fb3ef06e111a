import { expect } from 'chai';
import { defects } from '../../simulator/index.ts';
import type { Defect } from '../../simulator/index.ts';
import type { RehearsedOutcome, RehearsedSuite } from '../rehearsal/rehearsed.ts';
import { candidatesFor } from './candidates.ts';
import { fateOf } from './fate-of.ts';
import { mutantLine, mutantsSum } from './mutants-text.ts';

function named(name: string): Defect {
  const found = defects.find((defect) => defect.name === name);
  if (!found) throw new Error(`there is no defect ${name}`);
  return found;
}

const pair = named('never-takes-over');
const outlet = named('outlet-slow');

const trial = (outcome: string, failing: readonly string[] = []) => ({
  where: 'a suite: a scenario',
  outcome,
  because: 'so it was',
  findings: [{ rule: 'a rule', outcome: 'fail' as const, requirements: failing }],
});

const scenario = (
  name: string,
  outcome: RehearsedOutcome,
  fault: string,
  ...requirements: readonly string[]
) => ({
  name,
  title: name,
  outcome,
  fault,
  because: '',
  virtualMs: 1,
  wallMs: 1,
  course: [],
  findings: [{ rule: 'a rule', outcome: 'pass' as const, requirements, expected: '', seen: '' }],
});

describe('the fate of a defect', () => {
  it('is to be caught only by a finding that names what it breaks', () => {
    const caught = fateOf(pair, [trial('pass'), trial('fail', ['AS-TAKEOVER'])]);
    expect(caught.fate).to.equal('caught');
    expect(caught.caught[0]?.requirement).to.equal('AS-TAKEOVER');
    expect(fateOf(pair, [trial('fail', ['CFG-KEY-HEX'])]).fate).to.equal('noticed');
    expect(fateOf(pair, [trial('inconclusive')]).fate).to.equal('noticed');
    expect(fateOf(pair, [trial('pass')]).fate).to.equal('missed');
    expect(fateOf(pair, [trial('pending')]).fate).to.equal('not asked');
  });

  it('is not to be taken for the pair’s where the bench has it', () => {
    expect(fateOf(outlet, [trial('pass'), trial('infrastructure')]).fate).to.equal('told apart');
    expect(fateOf(outlet, [trial('pass')]).fate).to.equal('unseen');
    expect(fateOf(outlet, [trial('infrastructure'), trial('fail', ['AS-TAKEOVER'])]).fate).to.equal('blamed');
  });

  it('is told in a line, and counted', () => {
    const mutants = [
      fateOf(pair, [trial('fail', ['AS-TAKEOVER'])]),
      fateOf(outlet, [trial('infrastructure')]),
    ];
    expect(mutantLine(mutants[0]!)).to.match(/never-takes-over +firmware +caught in 1 of 1: AS-TAKEOVER/);
    expect(mutantsSum(mutants)).to.equal(
      '1 defects of the firmware: 1 caught\n1 defects of the bench: 1 told apart',
    );
  });
});

describe('the scenarios that a defect is played in', () => {
  const honest: readonly RehearsedSuite[] = [
    {
      suite: 's',
      topology: 't',
      defects: [],
      scenarios: [
        scenario('takes-over', 'pass', 'unit-power-loss', 'AS-TAKEOVER'),
        scenario('other', 'pass', 'interface-down', 'CFG-KEY-HEX'),
        scenario('left-open', 'inconclusive', 'unit-power-loss', 'AS-TAKEOVER'),
      ],
    },
  ];

  it('exercised what it breaks, with a pair in order', () => {
    expect(candidatesFor(pair, honest, 4)).to.deep.equal([
      { suite: 's', topology: 't', scenario: 'takes-over' },
    ]);
  });

  it('work what is defective, of a defect of the bench', () => {
    expect(candidatesFor(outlet, honest, 4).map((one) => one.scenario)).to.deep.equal(['takes-over']);
    expect(
      candidatesFor(named('port-acknowledges-only'), honest, 4).map((one) => one.scenario),
    ).to.deep.equal(['other']);
  });
});

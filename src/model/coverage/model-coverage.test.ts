import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { allTransitions } from './all-transitions.ts';
import { compoundStates } from './compound-states.ts';
import { modelCoverage } from './model-coverage.ts';
import type { Run } from './step.ts';
import { tableRows } from './table-rows.ts';

const sample = resolve('src/model/samples/coverage.txt');

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const two: FailoverSettings = { ...settings, interfacePolicy: { count: 2 } };
const alone: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  stateLink: 'up',
  monitored: ['a', 'b'],
  down: { primary: [], secondary: [] },
};
const split: PairState = {
  ...alone,
  prefers: 'primary',
  group2: {
    units: { primary: 'standby-ready', secondary: 'active' },
    monitored: ['c', 'd'],
    down: { primary: [], secondary: [] },
    prefers: 'secondary',
  },
};
const preempting = (preemptAfterMs: number): PairState => ({ ...split, preemptAfterMs });

/** `down primary a` and the like, each followed until it has played out; `!` before one that comes too early. */
function run(words: string, pair: PairState = alone, timers: FailoverSettings = settings): Run {
  let atMs = 0;
  const course = words.split(', ').map((word) => {
    const early = word.startsWith('!');
    atMs += early ? 1000 : 1_000_000;
    const stimulus = parse(early ? word.slice(1) : word);
    return { atMs, stimulus, ...(early ? {} : { isSettled: true as const }) };
  });
  return { pair, settings: timers, course };
}

const parse = (word: string): Stimulus => {
  const [stimulus, a, b] = word.split(' ');
  const isUnit = a === 'primary' || a === 'secondary';
  return { stimulus, ...(isUnit ? { unit: a, ...(b && { nameif: b }) } : a && { nameif: a }) } as Stimulus;
};

/** The words again that a run was made of, with the mode of the pair. */
const wordsOf = ({ pair, course }: Run): string => {
  const words = course.map(
    ({ stimulus, isSettled }) => `${isSettled ? '' : '!'}${Object.values(stimulus).join(' ')}`,
  );
  return `${pair.group2 ? 'Active/Active' : 'Active/Standby'}: ${words.join(', ')}`;
};

const off = 'unit-silent primary, unit-silent secondary';
const bothActive = 'failover-link-down, unit-silent secondary, unit-booting secondary';

/** What a bench would be asked, in both modes, to have everything exercised once. */
const everything: readonly Run[] = [
  run('told-standby primary, told-active primary'),
  run('unit-silent primary, unit-booting primary, told-standby secondary'),
  run('unit-silent secondary, unit-booting secondary, told-write-standby primary'),
  run(`${off}, unit-booting secondary, unit-booting primary`),
  run(`${off}, both-units-booting`),
  run(`failover-link-down, ${off}, both-units-booting`),
  run(`${bothActive}, failover-link-up`),
  run('failover-link-down, unit-silent primary'),
  run('failover-link-down, interface-down primary a, failover-link-up'),
  run('failover-link-down, interface-down secondary a, failover-link-up'),
  run('failover-link-down, told-standby primary, failover-link-up'),
  run('state-link-down, unit-silent primary, state-link-up'),
  run('state-link-down, state-link-up'),
  run('interface-down primary a, interface-up primary a'),
  run('interface-down secondary a, told-reset primary'),
  run('interface-down secondary a, interface-down primary b, told-reset primary'),
  run('interface-down secondary a, unit-silent primary'),
  run('interface-down secondary a, interface-down primary a'),
  run('unit-silent secondary, interface-down primary a, unit-booting secondary'),
  run('unit-silent secondary, interface-down secondary a, unit-booting secondary'),
  run('interface-down primary a, interface-down primary b', alone, two),
  run('segment-silent a, interface-cut-off primary a, segment-heard a'),
  run('interface-cut-off primary a, interface-reconnected primary a'),
  run('told-off primary, unit-silent primary'),
  run('told-off primary, told-active secondary'),
  run('told-off primary, told-on secondary'),
  run('interface-down primary a, !interface-up primary a'),
  run('unit-silent primary, !state-link-down'),
  run('unit-silent primary, unit-booting primary', split),
  run('unit-silent primary, unit-booting primary', preempting(0)),
  run('unit-silent primary, unit-booting primary', preempting(60_000)),
  run('unit-silent primary, unit-booting primary', preempting(1)),
  run('interface-down primary a, interface-up primary a, interface-down secondary b', split),
  run('interface-down primary a, interface-down secondary c, unit-silent primary', split),
  run('interface-down secondary a, unit-silent primary', split),
  run('failover-link-down', split),
  run('state-link-down', split),
  run(bothActive, { ...split, group2: { ...split.group2!, units: alone.units } }),
];

describe('what a set of runs exercises of the model', () => {
  it('is nothing when nothing is run', () => {
    const { rows, compounds } = modelCoverage([]);
    expect(rows.reached).to.deep.equal({});
    expect(rows.never).to.have.length(15);
    expect(compounds.never).to.deep.equal(compoundStates.map(({ name }) => name));
  });

  it('has eight rows and seven', () => {
    expect(tableRows.filter(({ table }) => table === 'Table 13-2')).to.have.length(8);
    expect(tableRows.filter(({ table }) => table === 'Table 13-4')).to.have.length(7);
  });

  it('counts the rows that were exercised, and names those that never were', () => {
    const { rows, compounds, rules } = modelCoverage([
      run('unit-silent primary, unit-booting primary'),
      run('unit-silent primary'),
    ]);
    expect(rows.reached).to.deep.equal({ 'AS-ACTIVE-FAILED': 2, 'AS-FORMER-ACTIVE-RETURNS': 1 });
    expect(rows.never).to.have.length(13);
    expect(rules.reached).to.include({ 'active unit lost': 2, 'formerly active unit recovers': 1 });
    expect(compounds.reached).to.deep.equal({ 'primary boots beside a secondary that is active': 1 });
  });

  it('does not count what it cannot know', () => {
    const { rows } = modelCoverage([run('interface-down primary a, !interface-up primary a')]);
    expect(rows.reached).to.deep.equal({ 'AS-INTERFACE-FAILED-ACTIVE': 1 });
  });

  it('can reach every row, every rule and every compound state', () => {
    const { rows, rules, compounds } = modelCoverage(everything);
    expect({ rows: rows.never, rules: rules.never, compounds: compounds.never }).to.deep.equal({
      rows: [],
      rules: [],
      compounds: [],
    });
  });

  it('counts in each of them what the table says; FOVER_RENEW=1 writes it anew, to be read as a change', () => {
    const now = everything.map((each, at) => {
      const { rows, rules, compounds } = modelCoverage([each]);
      const counted = Object.entries({ rows, rules, compounds }).map(([kind, { reached }]) => {
        const names = Object.entries(reached).map(([name, times]) =>
          times > 1 ? `${name} ×${times}` : name,
        );
        return `    ${kind}: ${names.join('; ') || 'none'}`;
      });
      return [`${at + 1} ${wordsOf(each)}`, ...counted].join('\n');
    });
    if (process.env['FOVER_RENEW']) writeFileSync(sample, `${now.join('\n')}\n`);
    expect(now).to.deep.equal(
      readFileSync(sample, 'utf8')
        .trimEnd()
        .split(/\n(?=\d)/),
    );
  });

  it('counts a row as well that only the links tell of, where the units hear nothing of each other', () => {
    const { rows } = modelCoverage([
      run('segment-silent a, segment-silent b, failover-link-down', alone, two),
    ]);
    expect(rows.reached).to.deep.equal({ 'AS-FAILOVER-LINK-FAILED': 1 });
  });

  it('knows every transition that those runs make, but for preemption with other interfaces', () => {
    const all = allTransitions();
    const { transitions } = modelCoverage(everything, all);
    expect(all.size, 'more or fewer can be reached than before').to.equal(1697);
    expect(Object.keys(transitions.reached).length).to.be.above(40);
    expect(Object.keys(transitions.reached).length + transitions.never.length).to.equal(all.size);
  });

  it('is the same whatever the order of the runs', () => {
    expect(modelCoverage(everything.toReversed())).to.deep.equal(modelCoverage(everything));
  });
});

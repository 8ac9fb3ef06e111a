/** All that the rules say of what can befall a pair, held against a table that people have read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type { FailoverSettings, Stimulus, UnitName } from '../pair/index.ts';
import { predictLinks } from './link/predict-links.ts';
import { everyStimulus } from './coverage/every-stimulus.ts';
import { transitionOf } from './coverage/transition.ts';
import { settingsOf, viewsOf } from './pair-state.ts';
import type { GroupState, PairState } from './pair-state.ts';
import { predict } from './predict.ts';
import { stateAfter } from './state-after.ts';

const table = resolve('src/model/samples/transitions.txt');

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const none: GroupState['down'] = { primary: [], secondary: [] };
const steady: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  stateLink: 'up',
  monitored: ['a', 'b'],
  unmonitored: ['u'],
  down: none,
};
const grouped = (prefers: UnitName, preemptAfterMs?: number): PairState => ({
  ...steady,
  prefers: 'primary',
  ...(preemptAfterMs !== undefined && { preemptAfterMs }),
  group2: {
    units: { primary: 'standby-ready', secondary: 'active' },
    monitored: ['c'],
    unmonitored: [],
    down: none,
    prefers,
    ...(preemptAfterMs !== undefined && { preemptAfterMs }),
  },
});

/** The pairs that everything begins from, with the policy they have. */
const pairs: readonly (readonly [PairState, FailoverSettings])[] = [
  [steady, settings],
  [steady, { ...settings, interfacePolicy: { count: 2 } }],
  [{ ...steady, cable: true }, settings],
  [{ ...steady, release: '6.x' }, settings],
  [{ ...steady, stateSharesLink: true }, settings],
  [{ ...steady, onCard: ['a'] }, settings],
  [grouped('secondary'), settings],
  [grouped('secondary'), { ...settings, interfacePolicy: { count: 2 } }],
  [grouped('secondary', 0), settings],
  [grouped('primary', 30_000), settings],
];

const stimuliFor = ({ group2 }: PairState): readonly Stimulus[] =>
  everyStimulus({
    nameifs: group2 ? ['a', 'c', 'u'] : ['a', 'b', 'u'],
    groups: group2 ? [2] : [],
    silent: ['a', 'u'],
  });

/** What is said of the stimulus, without the names of interfaces, which make no difference. */
const said = (pair: PairState, stimulus: Stimulus, timers: FailoverSettings): readonly string[] => [
  ...predict(pair, stimulus, timers).map((each) => {
    const group = each.group === undefined ? '' : ` group ${each.group}`;
    const when = each.prediction === 'stays' ? `for ${each.forMs}` : `${each.earliestMs}..${each.latestMs}`;
    return `${each.rule}: ${each.who}${group} ${each.prediction} ${each.states[0] ?? ''} ${when}, says ${each.saidBy} [${each.requirements.join(' ')}] ${each.because}`;
  }),
  ...predictLinks(pair, stimulus, timers).map(
    ({ rule, requirements, ...each }) => `${rule}: ${JSON.stringify(each)} [${requirements.join(' ')}]`,
  ),
];

/** Every state that one stimulus leads to, and what is said of each stimulus there, each thing once. */
function walk(begin: PairState, timers: FailoverSettings, found: Set<string>): void {
  const stimuli = stimuliFor(begin);
  const after = stimuli.map((stimulus) => stateAfter(begin, stimulus, timers));
  const seen = new Set<string>();
  for (const pair of [begin, ...after]) {
    const key = JSON.stringify(pair);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const stimulus of stimuli) {
      const all = said(pair, stimulus, timers);
      for (const view of viewsOf(pair)) {
        const lines = all.filter((line) => line.includes('group 2') === (view.group === 2));
        const met = transitionOf(view, stimulus, settingsOf(view, timers));
        if (lines.length > 0) found.add([met, ...lines.map((line) => `    ${line}`)].join('\n'));
      }
    }
  }
}

describe('what is said of every transition', () => {
  it('is what the table says; FOVER_RENEW=1 writes it anew, to be read as a change', () => {
    const found = new Set<string>();
    for (const [pair, timers] of pairs) walk(pair, timers, found);
    const now = `${[...found].toSorted().join('\n')}\n`;
    if (process.env['FOVER_RENEW']) writeFileSync(table, now);
    const [read, told] = [readFileSync(table, 'utf8').split('\n'), now.split('\n')];
    const at = told.findIndex((line, index) => line !== read[index]);
    expect(told[at] ?? 'nothing', `line ${at + 1} of ${table}`).to.equal(at === -1 ? 'nothing' : read[at]);
    expect(told).to.have.length(read.length);
  });
});

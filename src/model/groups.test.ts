/** Both behaviour tables, row by row, and what is in none of their rows; Active/Active failover group by group. */
import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import type { GroupState, PairState } from './pair-state.ts';
import { predict } from './predict.ts';
import { predictLinks } from './link/predict-links.ts';
import { stateAfter } from './state-after.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};

const activeOn = (unit: 'primary' | 'secondary', names: readonly string[]): GroupState => ({
  units:
    unit === 'primary'
      ? { primary: 'active', secondary: 'standby-ready' }
      : { primary: 'standby-ready', secondary: 'active' },
  monitored: names,
  unmonitored: [`${names[0]}-unwatched`],
  down: { primary: [], secondary: [] },
  prefers: unit,
});
const split: PairState = {
  ...activeOn('primary', ['a/in', 'a/out']),
  failoverLink: 'up',
  stateLink: 'up',
  group2: activeOn('secondary', ['b/in', 'b/out']),
};
const alone: PairState = { ...activeOn('primary', ['in', 'out']), failoverLink: 'up', stateLink: 'up' };
const whole: PairState = { ...split, group2: activeOn('primary', ['b/in', 'b/out']) };
const after = (pair: PairState, ...course: readonly Stimulus[]): PairState =>
  course.reduce((state, stimulus) => stateAfter(state, stimulus, settings), pair);

const told = (pair: PairState, stimulus: Stimulus): readonly string[] =>
  predict(pair, stimulus, settings).map((p) => {
    const group = p.group === undefined ? '' : `group ${p.group} on `;
    const by = p.saidBy === 'mate' ? ', says the mate' : '';
    const when = p.prediction === 'stays' ? '' : ` ${p.earliestMs}..${p.latestMs}`;
    return `${group}${p.who} ${p.prediction} ${p.states[0] ?? ''}${by}${when}`;
  });
const units = ({ units: { primary, secondary }, group2 }: PairState): string =>
  [`${primary}/${secondary}`, ...(group2 ? [`${group2.units.primary}/${group2.units.secondary}`] : [])].join(
    ' ',
  );

const silent = (unit: 'primary' | 'secondary'): Stimulus => ({ stimulus: 'unit-silent', unit });
const booting = (unit: 'primary' | 'secondary'): Stimulus => ({ stimulus: 'unit-booting', unit });
const down = (unit: 'primary' | 'secondary', nameif: string): Stimulus => ({
  stimulus: 'interface-down',
  unit,
  nameif,
});
const up = (unit: 'primary' | 'secondary', nameif: string): Stimulus => ({
  stimulus: 'interface-up',
  unit,
  nameif,
});
const cutOff = (unit: 'primary' | 'secondary', nameif: string): Stimulus => ({
  stimulus: 'interface-cut-off',
  unit,
  nameif,
});
const reconnected = (unit: 'primary' | 'secondary', nameif: string): Stimulus => ({
  stimulus: 'interface-reconnected',
  unit,
  nameif,
});
const linkDown: Stimulus = { stimulus: 'failover-link-down' };
const preempting = (pair: PairState, preemptAfterMs: number): PairState => ({ ...pair, preemptAfterMs });

describe('Active/Active failover (Table 13-4)', () => {
  it('a unit fails: its active groups move, those active on the mate stay', () => {
    expect(told(split, silent('primary'))).to.deep.equal([
      'group 1 on secondary becomes active 13000..17000',
      'group 1 on primary becomes failed, says the mate 13000..17000',
      'group 2 on primary becomes failed, says the mate 13000..17000',
      'group 2 on secondary stays active',
    ]);
    expect(units(after(whole, silent('primary')))).to.equal('off/active off/active');
  });

  it('interfaces of an active group fail: that group moves, the other stays', () => {
    expect(told(whole, down('primary', 'b/in'))).to.deep.equal([
      'group 1 on primary stays active',
      'group 1 on secondary stays standby-ready',
      'group 2 on secondary becomes active 0..7000',
      'group 2 on primary becomes failed 0..7000',
    ]);
  });

  it('interfaces of a standby group fail: that is marked as failed, nobody moves', () => {
    expect(told(whole, down('secondary', 'b/in'))).to.include.members([
      'group 2 on secondary becomes failed 0..7000',
      'group 2 on primary stays active',
    ]);
  });

  it('a formerly active group recovers: without preempt it stays where it is', () => {
    const lost = after(split, silent('primary'));
    expect(told(lost, booting('primary'))).to.deep.equal([
      'group 1 on primary becomes standby-ready 0..Infinity',
      'group 1 on secondary stays active',
      'group 2 on primary becomes standby-ready 0..Infinity',
      'group 2 on secondary stays active',
    ]);
    const failed = after(split, down('primary', 'a/in'));
    expect(units(after(failed, up('primary', 'a/in')))).to.equal('standby-ready/active standby-ready/active');
  });

  it('with preempt it moves back, with a delay not before that', () => {
    for (const delayMs of [0, 90_000]) {
      const lost = after(preempting(split, delayMs), silent('primary'));
      expect(told(lost, booting('primary')).slice(0, 2)).to.deep.equal([
        `group 1 on primary becomes active ${delayMs}..Infinity`,
        `group 1 on secondary becomes standby-ready ${delayMs}..Infinity`,
      ]);
      const failed = after(preempting(split, delayMs), down('primary', 'a/in'));
      expect(units(after(failed, up('primary', 'a/in')))).to.equal(units(split));
    }
  });

  it('with preempt it is promised by the delay where there is one, be it as short as can be', () => {
    for (const [delayMs, isNamed] of [
      [0, false],
      [1, true],
    ] as const) {
      const lost = after(preempting(split, delayMs), silent('primary'));
      const named = predict(lost, booting('primary'), settings).flatMap(({ requirements }) => requirements);
      expect(named.includes('AA-PREEMPT-DELAY'), `${delayMs}`).to.equal(isNamed);
    }
  });

  it('with preempt its unit is not ready for longer than the delay, the hold time and the wait of its interfaces', () => {
    for (const delayMs of [0, 90_000]) {
      const lost = after(preempting(split, delayMs), silent('primary'));
      const ready = predict(lost, booting('primary'), settings).map(
        (p) => p.prediction === 'becomes' && [p.who, p.states[0], p.readyForMs],
      );
      // Two hellos of five seconds and twice the forward delay of spanning tree, and the hold time of the unit.
      expect(ready[0]).to.deep.equal(['primary', 'active', delayMs + 55_000]);
      expect(ready[1]).to.deep.equal(['secondary', 'standby-ready', undefined]);
    }
  });

  it('with preempt a reset brings a group back whose failure is over, and no other stimulus does', () => {
    const failed: PairState = {
      ...preempting(split, 0),
      units: { primary: 'failed', secondary: 'active' },
      formerlyActive: ['primary'],
    };
    const reset: Stimulus = { stimulus: 'told-reset', unit: 'secondary' };
    const moves = [
      'group 1 on primary becomes active 0..Infinity',
      'group 1 on secondary becomes standby-ready 0..Infinity',
    ];
    const told1 = (pair: PairState, stimulus: Stimulus): readonly string[] =>
      told(pair, stimulus).filter((line) => line.startsWith('group 1') && line.includes('becomes'));
    expect(told1(failed, reset)).to.deep.equal(moves);
    // An interface that was never lost tells nothing of why the group failed.
    expect(told1(failed, up('primary', 'a/in'))).to.deep.equal([]);
    for (const none of [
      { ...failed, failoverLink: 'down' },
      { ...failed, units: { primary: 'failed', secondary: 'failed' } },
      { ...failed, down: { primary: [], secondary: ['a/in'] } },
      { ...failed, down: { primary: ['a/in'], secondary: [] } },
      { ...failed, formerlyActive: [] },
      { ...failed, units: { primary: 'standby-ready', secondary: 'active' } },
    ] satisfies readonly PairState[])
      expect(told1(none, reset), JSON.stringify(none)).to.deep.equal([]);
    const lost = { ...failed, down: { primary: ['a/in'], secondary: [] } };
    expect(told1(lost, up('primary', 'a/in'))).to.deep.equal(moves);
    expect(told1({ ...lost, failoverLink: 'down' }, up('primary', 'a/in'))).to.deep.equal([]);
  });

  it('a group that preempts moves only to the unit that it prefers', () => {
    const lost = after(preempting({ ...split, prefers: 'secondary' }, 0), silent('primary'));
    expect(units(after(lost, booting('primary')))).to.equal('standby-ready/active standby-ready/active');
  });

  it('the failover link is down at startup: both groups are active on both units', () => {
    const cut = after(whole, linkDown, silent('secondary'));
    expect(units(after(cut, booting('secondary')))).to.equal('active/active active/active');
    const both = after(cut, silent('primary'), { stimulus: 'both-units-booting' });
    expect(units(both)).to.equal('active/active active/active');
  });

  it('the state link fails, or the failover link in operation: no group moves', () => {
    for (const stimulus of [linkDown, { stimulus: 'state-link-down' } as const])
      expect(told(split, stimulus)).to.deep.equal([
        'group 1 on primary stays active',
        'group 1 on secondary stays standby-ready',
        'group 2 on secondary stays active',
        'group 2 on primary stays standby-ready',
      ]);
  });
});

describe('Active/Active failover, what is in no row', () => {
  it('boots alone with both groups active, both at once with each where it is preferred', () => {
    const off = after(split, silent('primary'), silent('secondary'));
    expect(units(after(off, booting('secondary')))).to.equal('off/active off/active');
    expect(units(after(off, { stimulus: 'both-units-booting' }))).to.equal(units(split));
    const { prefers: _, ...undecided } = off;
    expect(told(undecided, { stimulus: 'both-units-booting' }).join()).to.not.contain('group 1');
  });

  it('both units boot: nothing is said unless both begin, are healthy and hear each other', () => {
    const off = { ...alone, units: { primary: 'off', secondary: 'off' } } as const;
    const both: Stimulus = { stimulus: 'both-units-booting' };
    expect(told(off, both)).to.have.length(2);
    for (const lame of ['primary', 'secondary'] as const)
      expect(
        told({ ...off, down: { primary: [], secondary: [], [lame]: ['in'] } }, both),
        lame,
      ).to.deep.equal([]);
    expect(told({ ...off, units: { primary: 'off', secondary: 'init' } }, both)).to.deep.equal([]);
    const rows = [
      ['off', 'init', 2],
      ['off', 'negotiation', 2],
      ['off', 'failed', 0],
      ['init', 'init', 0],
      ['negotiation', 'init', 0],
    ] as const;
    for (const [primary, secondary, says] of rows)
      expect(
        told({ ...off, units: { primary, secondary } }, booting('primary')),
        `${primary} ${secondary}`,
      ).to.have.length(says);
    const second = { ...off, units: { primary: 'off', secondary: 'init' } } as const;
    expect(told(second, { stimulus: 'told-active', unit: 'primary' })).to.deep.equal([]);
  });

  it('failover is enabled on the secondary beside an active primary that it hears, and nothing else is said', () => {
    const off = { ...alone, disabled: true } as const;
    const on: Stimulus = { stimulus: 'told-on', unit: 'secondary' };
    expect(told(off, on)).to.deep.equal(['primary stays active']);
    expect(told({ ...off, failoverLink: 'down' }, on)).to.deep.equal([]);
    expect(told({ ...off, units: { primary: 'standby-ready', secondary: 'active' } }, on)).to.deep.equal([]);
    expect(told(off, { stimulus: 'told-on', unit: 'primary' })).to.deep.equal([]);
    expect(told({ ...whole, disabled: true }, on)).to.deep.equal([]);
  });

  it('commands move one group or all', () => {
    const stand = { stimulus: 'told-standby', unit: 'primary', group: 2 } as const;
    expect(told(whole, stand)).to.deep.equal([
      'group 1 on primary stays active',
      'group 1 on secondary stays standby-ready',
      'group 2 on secondary becomes active 0..2000',
      'group 2 on primary becomes standby-ready 0..2000',
    ]);
    expect(units(after(whole, { stimulus: 'told-standby', unit: 'primary' }))).to.equal(
      'standby-ready/active standby-ready/active',
    );
    expect(units(after(split, { stimulus: 'told-active', unit: 'primary' }))).to.equal(units(whole));
    expect(told(alone, stand)).to.deep.equal([]);
  });

  it('one group failed on each unit: neither fails over to where it is failed', () => {
    const crossed = after(split, down('primary', 'a/in'), down('secondary', 'b/in'));
    expect(units(crossed)).to.equal('failed/active active/failed');
    expect(told(crossed, silent('primary'))).to.not.include.members([
      'group 2 on secondary becomes active 13000..17000',
    ]);
    expect(told(crossed, down('secondary', 'a/out'))).to.include.members([
      'group 1 on secondary stays active',
    ]);
  });

  it('a group has timers and a policy of its own', () => {
    const own: PairState = {
      ...whole,
      group2: {
        ...activeOn('primary', ['b/in', 'b/out']),
        settings: { interfacePollMs: 500, interfaceHoldMs: 5000, interfacePolicy: { percent: 100 } },
      },
    };
    expect(told(own, down('primary', 'b/in'))).to.include('group 2 on primary stays active');
    expect(told(after(own, down('primary', 'b/in')), down('primary', 'b/out'))).to.include(
      'group 2 on secondary becomes active 0..2500',
    );
  });

  it('an interface that is not monitored is known by its group', () => {
    const [mine, other] = predict(whole, down('primary', 'b/in-unwatched'), settings).map(({ rule }) => rule);
    expect(mine).to.equal('other failover group stays');
    expect(other).to.equal('other failover group stays');
    const rules = predict(whole, down('primary', 'b/in-unwatched'), settings).map(({ rule }) => rule);
    expect(rules).to.include('interface failure below the policy');
  });
});

describe('Active/Standby failover, beside the rows', () => {
  it('an interface that receives nothing fails by the tests, and stands by again on traffic', () => {
    expect(told(alone, cutOff('primary', 'in'))).to.deep.equal([
      'secondary becomes active 2500..32000',
      'primary becomes failed 2500..32000',
    ]);
    expect(told(alone, cutOff('secondary', 'in'))).to.deep.equal([
      'secondary becomes failed 2500..32000',
      'primary stays active',
    ]);
    const failed = after(alone, cutOff('primary', 'in'));
    expect(units(failed)).to.equal('failed/active');
    expect(units(after(failed, reconnected('primary', 'in')))).to.equal('standby-ready/active');
    expect(told(after(failed, down('primary', 'in')), reconnected('primary', 'in'))).to.deep.equal([
      'secondary stays active',
    ]);
  });

  it('a network that is silent for both units fails neither', () => {
    const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'in' };
    const stay = ['primary stays active', 'secondary stays standby-ready'];
    expect(told(alone, deaf)).to.deep.equal(stay);
    expect(told(after(alone, deaf), { stimulus: 'segment-heard', nameif: 'in' })).to.deep.equal(stay);
    expect(told(after(alone, deaf), cutOff('primary', 'in'))).to.deep.equal([]);
    expect(told(after(alone, deaf), down('primary', 'in'))).to.include('secondary becomes active 0..7000');
  });

  it('without the failover link nobody tells the standby unit how the tests of its mate went', () => {
    const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'in' };
    const open = ['primary stays active'];
    const kept = ['primary stays active', 'secondary stays standby-ready'];
    const cut = after(alone, linkDown);
    expect(told(cut, deaf)).to.deep.equal(open);
    expect(told(after(cut, deaf), { stimulus: 'segment-heard', nameif: 'in' })).to.deep.equal(kept);
    expect(told(after(cut, deaf), { stimulus: 'failover-link-up' })).to.deep.equal([]);
    expect(told(after(alone, deaf), linkDown)).to.deep.equal(kept);
    const two = { ...settings, interfacePolicy: { count: 2 } };
    const three: PairState = { ...cut, monitored: ['in', 'out', 'dmz'] };
    const says = (pair: PairState, stimulus: Stimulus): readonly string[] =>
      predict(pair, stimulus, two).map(({ who, prediction, states }) => `${who} ${prediction} ${states[0]}`);
    expect(says(three, deaf)).to.deep.equal(kept);
    expect(says(stateAfter(three, deaf, two), down('secondary', 'out'))).to.deep.equal(open);
    expect(says(stateAfter(three, deaf, two), down('secondary', 'unwatched'))).to.deep.equal(kept);
  });

  it('a standby unit whose interfaces failed without the failover link need not stay ready when that is back', () => {
    const cut = after(alone, linkDown);
    const back: Stimulus = { stimulus: 'failover-link-up' };
    expect(told(cut, back)).to.deep.equal(['primary stays active', 'secondary stays standby-ready']);
    expect(told(after(cut, down('secondary', 'in')), back)).to.deep.equal(['primary stays active']);
  });

  it('nothing is said of a unit that boots beside silent networks, if they would count', () => {
    const off = { ...alone, units: { primary: 'off', secondary: 'active' } } as const;
    const boot: Stimulus = { stimulus: 'unit-booting', unit: 'primary' };
    const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'in' };
    const two = { ...settings, interfacePolicy: { count: 2 } };
    expect(told(off, boot)).to.include('secondary stays active');
    expect(told({ ...off, silent: ['in'] }, boot)).to.deep.equal([]);
    expect(predict({ ...off, silent: ['in'] }, boot, two)).to.deep.equal(predict(off, boot, two));
    const arriving = { ...off, units: { primary: 'invalid', secondary: 'active' } } as const;
    const heard: Stimulus = { stimulus: 'segment-heard', nameif: 'in' };
    expect(told(arriving, deaf)).to.deep.equal([]);
    expect(told({ ...arriving, silent: ['in'] }, heard)).to.deep.equal([]);
    const stays = (pair: PairState, stimulus: Stimulus): readonly string[] =>
      predict(pair, stimulus, two).map(({ who, prediction }) => `${who} ${prediction}`);
    expect(stays(arriving, deaf)).to.deep.equal(['secondary stays']);
    expect(stays({ ...arriving, silent: ['in'] }, heard)).to.deep.equal(['secondary stays']);
    expect(stays({ ...arriving, silent: ['out'] }, deaf)).to.deep.equal([]);
  });

  it('nothing is said of a silent network where hellos are rarer than the tests are long', () => {
    const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'in' };
    const rare = { ...settings, unitPollMs: 12_000, interfacePollMs: 2000, interfaceHoldMs: 14_000 };
    expect(predict(alone, deaf, rare)).to.deep.equal([]);
    expect(predict(alone, deaf, { ...rare, interfaceHoldMs: 48_000 })).to.have.length(2);
    const { interfaceHoldMs: _, ...unknown } = { ...settings, interfacePollMs: 5000, unitPollMs: 6250 };
    expect(predict(alone, deaf, unknown)).to.have.length(2);
    expect(predict(alone, deaf, { ...unknown, unitPollMs: 6251 })).to.deep.equal([]);
  });

  it('a card notices a lost link later than the main board', () => {
    const quick = { ...settings, interfacePollMs: 500, unitPollMs: 200 };
    const latest = (pair: PairState): number =>
      Math.max(
        ...predict(pair, down('primary', 'in'), quick).map((p) =>
          p.prediction === 'becomes' ? p.latestMs : 0,
        ),
      );
    expect(latest(alone)).to.equal(1700);
    expect(latest({ ...alone, onCard: ['in'] })).to.equal(3200);
  });

  it('a cable tells of lost power, at once at best', () => {
    expect(told({ ...alone, cable: true }, silent('primary'))[0]).to.equal(
      'secondary becomes active 0..17000',
    );
  });

  it('a reset restores a failed unit, not its role, and not what persists', () => {
    const failed = after(alone, down('primary', 'in'));
    const reset: Stimulus = { stimulus: 'told-reset', unit: 'primary' };
    expect(told(failed, reset)).to.deep.equal(['secondary stays active']);
    expect(told({ ...failed, down: { primary: [], secondary: [] } }, reset)).to.deep.equal([
      'primary becomes standby-ready 0..Infinity',
      'secondary stays active',
    ]);
  });

  it('a reset says something only to a failed unit that hears a healthy active mate', () => {
    const failed = { ...alone, units: { primary: 'failed', secondary: 'active' } } as const;
    const reset: Stimulus = { stimulus: 'told-reset', unit: 'primary' };
    expect(told(failed, reset)).to.have.length(2);
    expect(told({ ...failed, failoverLink: 'down' }, reset)).to.deep.equal([]);
    expect(told({ ...failed, down: { primary: [], secondary: ['in'] } }, reset)).to.deep.equal([]);
    expect(told({ ...failed, units: { primary: 'failed', secondary: 'failed' } }, reset)).to.deep.equal([]);
    expect(told({ ...failed, units: { primary: 'off', secondary: 'active' } }, reset)).to.deep.equal([]);
    expect(told(alone, reset)).to.deep.equal([]);
  });

  it('a reset is promised by what it restores, and that it does not move the role back', () => {
    const named = (pair: PairState): string =>
      predict(
        { ...pair, units: { primary: 'failed', secondary: 'active' } },
        { stimulus: 'told-reset', unit: 'primary' },
        settings,
      )
        .filter(({ rule }) => rule === 'failed unit reset')
        .map(({ requirements }) => requirements.join(' '))
        .join(', ');
    const unit = 'OPS-RESET OPS-RESTORED-STAYS-STANDBY';
    const group = 'OPS-RESET-GROUP OPS-RESTORED-STAYS-STANDBY';
    expect(named(alone)).to.equal(`${unit}, ${unit}`);
    expect(named(split)).to.equal(`${group}, ${group}`);
  });

  it('failover disabled: nothing but a command moves a role', () => {
    const off = after(alone, { stimulus: 'told-off', unit: 'primary' });
    expect(told(off, silent('primary'))).to.deep.equal(['secondary stays standby-ready']);
    expect(told(off, down('primary', 'in'))).to.deep.equal([
      'primary stays active',
      'secondary stays standby-ready',
    ]);
    expect(told(off, { stimulus: 'told-active', unit: 'secondary' })).to.deep.equal([
      'secondary becomes active 0..Infinity',
    ]);
    const on = after(off, { stimulus: 'told-on', unit: 'secondary' });
    expect(told(on, silent('primary'))).to.include('secondary becomes active 13000..17000');
  });

  it('write standby moves no role', () => {
    expect(told(alone, { stimulus: 'told-write-standby', unit: 'primary' })).to.deep.equal([
      'primary stays active',
      'secondary stays standby-ready',
    ]);
    expect(told(alone, { stimulus: 'told-write-standby', unit: 'secondary' })).to.deep.equal([]);
  });

  it('says less of a PIX of 6.x', () => {
    const old: PairState = { ...alone, release: '6.x' };
    expect(told(old, linkDown)).to.deep.equal([]);
    const cut = after(old, linkDown, silent('secondary'));
    expect(told(cut, booting('secondary'))).to.deep.equal([]);
    expect(told(after(cut, silent('primary')), booting('secondary'))).to.deep.equal([]);
    expect(told(after(cut, silent('primary')), booting('primary'))).to.have.length(1);
  });
});

describe('the links', () => {
  const shown = (pair: PairState, stimulus: Stimulus): readonly string[] =>
    predictLinks(pair, stimulus, settings).map(
      (p) => `${p.by}: ${p.link} ${p.states.join(' or ')} ${p.earliestMs}..${p.latestMs}`,
    );

  it('are marked as failed by both units, within the hold time', () => {
    const marked = [
      'primary: failover failed or down 0..17000',
      'secondary: failover failed or down 0..17000',
    ];
    expect(shown(alone, linkDown)).to.deep.equal(marked);
    expect(shown(split, linkDown)).to.deep.equal(marked);
    expect(shown(after(alone, linkDown), linkDown)).to.deep.equal([]);
  });

  it('take the state link with them that they carry', () => {
    const shared: PairState = { ...alone, stateSharesLink: true };
    expect(shown(shared, linkDown)).to.include('primary: state failed or down 0..Infinity');
    expect(after(shared, linkDown).stateLink).to.equal('down');
    expect(shown(shared, { stimulus: 'state-link-down' })).to.deep.equal([]);
  });

  it('of state can fail alone, and come back', () => {
    const lost: Stimulus = { stimulus: 'state-link-down' };
    expect(shown(alone, lost)).to.have.length(2);
    expect(shown(after(alone, lost), { stimulus: 'state-link-up' })).to.deep.equal([
      'primary: state up 0..Infinity',
      'secondary: state up 0..Infinity',
    ]);
  });

  it('are up again when they are restored', () => {
    expect(shown(after(alone, linkDown), { stimulus: 'failover-link-up' })).to.deep.equal([
      'primary: failover up 0..Infinity',
      'secondary: failover up 0..Infinity',
    ]);
  });

  it('are not said to be back by units of which one may never have missed them', () => {
    const both: Stimulus = { stimulus: 'both-units-booting' };
    const cut = after({ ...alone, stateSharesLink: true }, linkDown, silent('secondary'), silent('primary'));
    const started = after(cut, both);
    expect(started.units).to.deep.equal({ primary: 'active', secondary: 'active' });
    expect(shown(started, { stimulus: 'failover-link-up' })).to.deep.equal([]);
    expect(after(started, { stimulus: 'failover-link-up' }).stateLink).to.equal('up');
  });

  it('are marked at startup by the unit that is active, and by nobody in Active/Active', () => {
    expect(shown(after(alone, linkDown, silent('secondary')), booting('secondary'))).to.deep.equal([
      'primary: failover failed or down 0..Infinity',
    ]);
    expect(shown(after(split, linkDown, silent('secondary')), booting('secondary'))).to.deep.equal([]);
  });

  it('are not marked at startup where the table does not say so', () => {
    const cut = after(alone, linkDown, silent('secondary'));
    for (const more of [
      { disabled: true },
      { release: '6.x' },
      { cable: true },
      { failoverLink: 'up' },
    ] as const)
      expect(shown({ ...cut, ...more }, booting('secondary')), Object.keys(more)[0]).to.deep.equal([]);
    expect(shown(cut, booting('primary'))).to.deep.equal([]);
    expect(
      shown({ ...cut, units: { primary: 'failed', secondary: 'off' } }, booting('secondary')),
    ).to.deep.equal([]);
  });

  it('are not marked in operation where the table does not say so', () => {
    for (const more of [{ disabled: true }, { release: '6.x' }, { cable: true }] as const)
      expect(shown({ ...alone, ...more }, linkDown), Object.keys(more)[0]).to.deep.equal([]);
    expect(shown(after(alone, silent('secondary')), linkDown)).to.deep.equal([]);
  });

  it('are not told of a failover cable', () => {
    expect(shown({ ...alone, cable: true }, linkDown)).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import type { FailoverSettings } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { requirements } from '../requirements.ts';
import { rules } from '../rules.ts';
import { invariants } from './invariants.ts';
import { roleMove } from './role-move.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfacePolicy: { count: 1 },
};
const steady: GroupView = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  monitored: ['inside'],
  down: { primary: [], secondary: [] },
};
const swapped: GroupView = { ...steady, units: { primary: 'standby-ready', secondary: 'active' } };
const both: GroupView = { ...steady, units: { primary: 'active', secondary: 'active' } };
const none: GroupView = { ...steady, units: { primary: 'failed', secondary: 'standby-ready' } };

const brokenBy = (view: GroupView): readonly string[] =>
  invariants.flatMap((each) => (each.of === 'state' && each.broken(view) ? [each.name] : []));
const swap = invariants.find((each) => each.of === 'change');
const answered = invariants.find((each) => each.of === 'answers');

describe('what always holds', () => {
  it('is broken by two active units, and by none', () => {
    expect(brokenBy(steady)).to.deep.equal([]);
    expect(brokenBy(both)).to.deep.equal(['never two active']);
    expect(brokenBy(none)).to.deep.equal(['never without an active one']);
  });

  it('is not broken where the guides say otherwise', () => {
    for (const view of [both, none])
      for (const more of [{ failoverLink: 'down' }, { disabled: true }] as const)
        expect(brokenBy({ ...view, ...more })).to.deep.equal([]);
  });

  it('is broken by two MAC addresses for one address', () => {
    expect(answered?.of === 'answers' && answered.broken([{ unit: 'primary', mac: 'a' }])).to.equal(
      undefined,
    );
    expect(
      answered?.of === 'answers' &&
        answered.broken([
          { unit: 'primary', mac: 'a' },
          { unit: 'secondary', mac: 'b' },
        ]),
    ).to.match(/a and b/);
  });

  it('is broken by roles that swap without a cause', () => {
    const broken = (stimulus?: Parameters<typeof roleMove>[1]): boolean =>
      swap?.of === 'change' &&
      swap.broken({ before: steady, after: swapped, settings, ...(stimulus && { stimulus }) }) !== undefined;
    expect(broken()).to.equal(true);
    expect(broken({ stimulus: 'failover-link-down' })).to.equal(true);
    expect(broken({ stimulus: 'unit-silent', unit: 'secondary' })).to.equal(true);
    expect(broken({ stimulus: 'told-standby', unit: 'primary' })).to.equal(false);
    expect(broken({ stimulus: 'told-active', unit: 'primary' })).to.equal(false);
  });

  it('is not broken by one MAC address of two units, nor by one that nobody knows', () => {
    const broken = (...macs: readonly (string | undefined)[]): unknown =>
      answered?.of === 'answers' &&
      answered.broken(macs.map((mac) => ({ unit: 'primary', ...(mac !== undefined && { mac }) })));
    expect(broken('a', 'a')).to.equal(undefined);
    expect(broken('a', undefined)).to.equal(undefined);
    expect(broken()).to.equal(undefined);
  });

  it('is not broken by a role that comes from nobody or goes to nobody', () => {
    const broken = (before: GroupView, after: GroupView): unknown =>
      swap?.of === 'change' && swap.broken({ before, after, settings });
    expect(broken(none, swapped)).to.equal(undefined);
    expect(broken(swapped, none)).to.equal(undefined);
    expect(broken(both, swapped)).to.equal(undefined);
    expect(broken(steady, steady)).to.equal(undefined);
    expect(broken(swapped, steady)).to.equal('primary became active after nothing');
  });

  it('has the rules as exceptions whose rows say otherwise', () => {
    const startup = 'failover link down at startup';
    const disabled = ['forced while failover is disabled', 'states kept while failover is disabled'];
    expect(invariants.map(({ name, exceptions }) => [name, exceptions])).to.deep.equal([
      ['never two active', [startup, ...disabled]],
      ['never without an active one', disabled],
      ['one MAC address answers for the active address', [startup, ...disabled]],
      ['roles never swap without a cause', []],
    ]);
  });

  it('knows of each stimulus whether the role has to move', () => {
    expect(roleMove(steady, { stimulus: 'unit-silent', unit: 'primary' }, settings)).to.equal('required');
    expect(roleMove(steady, { stimulus: 'unit-silent', unit: 'secondary' }, settings)).to.equal('forbidden');
    expect(roleMove(steady, { stimulus: 'told-active', unit: 'primary' }, settings)).to.equal('open');
    expect(roleMove(both, { stimulus: 'unit-silent', unit: 'primary' }, settings)).to.equal('open');
    // The mate is told to become active, and by whom nothing says: failover is disabled.
    const off: GroupView = { ...steady, disabled: true };
    expect(roleMove(off, { stimulus: 'told-active', unit: 'secondary' }, settings)).to.equal('required');
    const startup: GroupView = {
      ...steady,
      failoverLink: 'down',
      units: { primary: 'active', secondary: 'off' },
    };
    expect(roleMove(startup, { stimulus: 'unit-booting', unit: 'secondary' }, settings)).to.equal('required');
  });

  it('names requirements and rules that there are', () => {
    const known = requirements.map(({ id }) => id as string);
    const names = rules.map(({ name }) => name);
    for (const { requirements: named, exceptions } of invariants) {
      expect(known).to.include.members(named.map(({ id }) => id));
      expect(names).to.include.members([...exceptions]);
    }
  });
});

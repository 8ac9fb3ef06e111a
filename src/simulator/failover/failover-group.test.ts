/** Failover groups: two failover processes against each other, one row of the guide's tables after the other. */
import { expect } from 'chai';
import { FakePair, splitGroups } from './fake-pair.test-support.ts';

const A = 'active';
const S = 'standby-ready';
const both = `${A} ${S} | ${A} ${S}`;
const split = `${A} ${S} | ${S} ${A}`;

const preempting = (afterMs: number) => [
  { id: 1, prefers: 'primary', preempt: { afterMs } } as const,
  { id: 2, prefers: 'secondary', preempt: { afterMs } } as const,
];

describe('failover groups that start', () => {
  it('become active where they prefer to be when both units boot at the same time', async () => {
    const pair = await new FakePair().bootTogether();
    expect(pair.shown()).to.equal(split);
    expect(pair.secondary.announced).to.include('preempting 2');
    expect(pair.primary.roles).to.deep.equal(
      new Map([
        [1, 'active'],
        [2, 'standby'],
      ]),
    );
  });

  it('do so on the secondary unit both, if both prefer it, once it has the configuration', async () => {
    const pair = await new FakePair([
      { id: 1, prefers: 'secondary' },
      { id: 2, prefers: 'secondary' },
    ]).bootTogether();
    expect(pair.shown()).to.equal(`${S} ${A} | ${S} ${A}`);
    const first = pair.secondary.running.group(1).own.history.transitions.map(({ to }) => to);
    expect(first.indexOf('sync-config')).to.be.lessThan(first.indexOf('active'));
  });

  for (const first of ['primary', 'secondary'] as const) {
    it(`both become active on the ${first} unit if it boots alone, and stay there when the mate comes`, async () => {
      const pair = new FakePair();
      pair[first].boot();
      await pair.clock.advance(5000);
      const second = first === 'primary' ? 'secondary' : 'primary';
      expect(pair[first].running.groups.map(({ state }) => state)).to.deep.equal([A, A]);
      pair[second].boot();
      await pair.settled();
      await pair.clock.advance(20_000);
      expect(pair[first].running.groups.map(({ state }) => state)).to.deep.equal([A, A]);
    });
  }

  it('are taken with the configuration by a unit that knew of none', async () => {
    const pair = new FakePair(splitGroups, []);
    pair.primary.boot();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.settled();
    expect(pair.secondary.running.groups).to.have.length(2);
    expect(pair.shown()).to.equal(both);
  });

  it('are active on both units if the failover link is down at startup, and settle when it is back', async () => {
    const pair = new FakePair();
    pair.cut.add('folink');
    for (const unit of ['primary', 'secondary'] as const) pair[unit].boot();
    await pair.clock.advance(10_000);
    expect(pair.shown()).to.equal(`${A} ${A} | ${A} ${A}`);
    pair.cut.clear();
    await pair.settled();
    expect(pair.shown()).to.equal(both);
  });
});

describe('preemption', () => {
  it('takes the groups that prefer a unit when it becomes available', async () => {
    const pair = new FakePair(preempting(0));
    pair.primary.boot();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.until(() => pair.shown() === split);
    const { transitions } = pair.secondary.running.group(2).own.history;
    expect(transitions.at(-1)?.reason).to.equal('Group preempted');
    expect(pair.primary.logged).to.include(
      '(Primary_group_2) Switching to STNDBY - Other unit wants me Standby. Secondary unit switch reason: Group preempted.',
    );
  });

  it('waits for its delay, counted from when the unit is available', async () => {
    const pair = new FakePair(preempting(20_000));
    pair.primary.boot();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.until(() => pair.shown() === both);
    const waitedMs = await pair.until(() => pair.shown() === split);
    expect(waitedMs).to.be.within(20_000, 20_500);
  });

  it('does not take back what a command moved away from a unit in full health', async () => {
    const pair = await new FakePair(preempting(0)).bootTogether();
    pair.primary.running.commands.becomeStandby(1);
    await pair.until(() => pair.shown() === `${S} ${A} | ${S} ${A}`);
    await pair.clock.advance(20_000);
    expect(pair.shown()).to.equal(`${S} ${A} | ${S} ${A}`);
  });

  it('takes back a group that failed where it belongs, once it has recovered there', async () => {
    const pair = await new FakePair(preempting(0)).bootTogether();
    pair.unplug('primary', 'a1');
    await pair.until(() => pair.shown() === `failed ${A} | ${S} ${A}`);
    pair.plug('primary', 'a1');
    await pair.until(() => pair.shown() === split);
  });

  it('is not asked for while the failover link is down', async () => {
    const pair = await new FakePair(preempting(8000)).bootTogether();
    pair.unplug('primary', 'a1');
    await pair.until(() => pair.shown() === `failed ${A} | ${S} ${A}`);
    pair.plug('primary', 'a1');
    await pair.until(() => pair.shown() === `${S} ${A} | ${S} ${A}`);
    pair.cut.add('folink');
    await pair.clock.advance(20_000);
    expect(pair.shown()).to.equal(`${S} ${A} | ${S} ${A}`);
    pair.cut.clear();
    await pair.until(() => pair.shown() === split, 5000);
  });

  it('is over with the delay of another time when the unit was away meanwhile', async () => {
    const pair = await new FakePair(preempting(10_000)).bootTogether();
    pair.secondary.off();
    await pair.until(() => pair.shown() === `${A} off | ${A} off`);
    pair.secondary.boot();
    await pair.until(() => pair.shown() === both);
    await pair.clock.advance(6000);
    pair.secondary.boot();
    await pair.until(() => pair.shown() !== both);
    await pair.until(() => pair.shown() === both);
    const waitedMs = await pair.until(() => pair.shown() === split);
    expect(waitedMs).to.be.within(10_000, 10_500);
  });
});

describe('table 13-4, group by group', () => {
  it('a unit that loses power gives up its groups, and is marked as failed', async () => {
    const pair = await new FakePair().bootTogether();
    pair.secondary.off();
    await pair.until(() => pair.shown() === `${A} off | ${A} off`, 3300);
    const { groups } = pair.primary.running;
    expect(groups.map(({ mate }) => mate.state)).to.deep.equal(['failed', 'failed']);
    expect(groups.map(({ own }) => own.history.mateFailure?.reason)).to.deep.equal([
      'Comm Failure',
      'Comm Failure',
    ]);
  });

  it('an active group above its threshold fails and moves; the other stays', async () => {
    const pair = await new FakePair().bootTogether();
    pair.unplug('primary', 'a1');
    await pair.until(() => pair.shown() === `failed ${A} | ${S} ${A}`, 2000);
    expect(pair.primary.running.group(1).own.history.ownFailure?.reason).to.equal('Ifc Failure');
    expect(pair.primary.logged).to.include("(Primary_group_1) Link status 'Down' on interface a1");
    pair.plug('primary', 'a1');
    await pair.settled();
    expect(pair.shown(), 'no failover back').to.equal(`${S} ${A} | ${S} ${A}`);
  });

  it('a standby group above its threshold is marked, and then the active one does not fail over', async () => {
    const pair = await new FakePair().bootTogether();
    pair.unplug('primary', 'b1');
    await pair.until(() => pair.shown() === `${A} ${S} | failed ${A}`);
    for (const wire of ['b1', 'b2'] as const) pair.unplug('secondary', wire);
    await pair.clock.advance(20_000);
    expect(pair.shown()).to.equal(`${A} ${S} | failed ${A}`);
  });

  it('each group counts its own interfaces by its own policy', async () => {
    const pair = await new FakePair([
      { id: 1, prefers: 'primary', interfacePolicy: { percent: 100 } },
      { id: 2, prefers: 'secondary' },
    ]).bootTogether();
    pair.unplug('primary', 'a1');
    await pair.clock.advance(10_000);
    expect(pair.shown()).to.equal(split);
    pair.unplug('primary', 'a2');
    await pair.until(() => pair.shown() === `failed ${A} | ${S} ${A}`, 2000);
  });

  it('a failover link that fails in operation moves nothing, and nothing can be moved', async () => {
    const pair = await new FakePair().bootTogether();
    pair.cut.add('folink');
    await pair.clock.advance(10_000);
    expect(pair.shown()).to.equal(split);
    expect(pair.primary.running.linkFailed && pair.secondary.running.linkFailed).to.equal(true);
    pair.unplug('primary', 'a1');
    await pair.clock.advance(10_000);
    expect(pair.shown()).to.equal(split);
    expect(pair.primary.running.commands.becomeStandby(1)).to.contain('failover link is down');
  });

  it('a service card that fails takes both groups with it', async () => {
    const pair = new FakePair();
    pair.primary.boot();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.settled();
    pair.primary.cardDown = true;
    await pair.until(() => pair.shown() === `failed ${A} | failed ${A}`, 4000);
  });
});

describe('commands for groups', () => {
  it('move one group, or all', async () => {
    const pair = await new FakePair().bootTogether();
    expect(pair.primary.running.commands.becomeActive(2)).to.equal(undefined);
    await pair.until(() => pair.shown() === both, 200);
    expect(pair.secondary.running.commands.becomeActive()).to.equal(undefined);
    await pair.until(() => pair.shown() === `${S} ${A} | ${S} ${A}`, 200);
    expect(pair.secondary.running.commands.becomeStandby(2)).to.equal(undefined);
    await pair.until(() => pair.shown() === `${S} ${A} | ${A} ${S}`, 200);
    expect(pair.primary.running.commands.becomeActive(1)).to.equal(undefined);
    await pair.until(() => pair.shown() === both, 200);
  });

  it('reset a failed group from where it is active', async () => {
    const pair = await new FakePair().bootTogether();
    pair.unplug('primary', 'a1');
    await pair.until(() => pair.shown() === `failed ${A} | ${S} ${A}`);
    pair.cut.add('b1');
    pair.plug('primary', 'a1');
    pair.secondary.running.commands.reset(1);
    await pair.until(() => pair.shown() === `${S} ${A} | ${S} ${A}`, 100);
  });

  it('keep the groups where they are when failover is turned off', async () => {
    const pair = await new FakePair().bootTogether();
    pair.primary.configure({ on: false });
    pair.secondary.configure({ on: false });
    await pair.clock.advance(10_000);
    expect([1, 2].map((id) => pair.primary.roles.get(id as 1 | 2))).to.deep.equal(['active', 'standby']);
    expect([1, 2].map((id) => pair.secondary.roles.get(id as 1 | 2))).to.deep.equal(['standby', 'active']);
  });

  it('write the whole configuration to the mate from where group 1 is active, and no active group there moves', async () => {
    const pair = await new FakePair().bootTogether();
    expect(pair.secondary.running.commands.writeStandby()).to.equal(
      'failover group 1 is not active on this unit',
    );
    expect(pair.primary.running.commands.writeStandby()).to.equal(undefined);
    await pair.until(() => pair.shown() === `${A} sync-config | ${S} ${A}`, 2000);
    await pair.until(() => pair.shown() === split, 5000);
  });

  it('write one context from where it is active', async () => {
    const pair = await new FakePair().bootTogether();
    expect(pair.primary.running.commands.writeStandby('b', 2)).to.equal(
      'failover group 2 is not active on this unit',
    );
    expect(pair.secondary.running.commands.writeStandby('b', 2)).to.equal(undefined);
    await pair.clock.advance(50);
    expect(pair.primary.announced).to.include('took context b');
    expect(pair.shown()).to.equal(split);
  });

  it('boot the standby unit again only if both groups stand by there', async () => {
    const pair = await new FakePair().bootTogether();
    expect(pair.primary.running.commands.reloadStandby()).to.equal(
      'failover group 2 is not active on this unit',
    );
    pair.primary.running.commands.becomeActive();
    await pair.until(() => pair.shown() === both);
    expect(pair.primary.running.commands.reloadStandby()).to.equal(undefined);
    await pair.until(() => pair.secondary.restarts === 1, 100);
  });

  it('name no group where there is none', () => {
    const pair = new FakePair([]);
    pair.primary.boot();
    expect(pair.primary.running.commands.becomeActive(1)).to.equal('failover group 1 is not configured');
  });
});

describe('faults on top of faults', () => {
  it('one group failed on each unit, and then each unit alone', async () => {
    const pair = await new FakePair().bootTogether();
    pair.unplug('primary', 'a1');
    pair.unplug('secondary', 'b1');
    await pair.until(() => pair.shown() === `failed ${A} | ${A} failed`);
    await pair.clock.advance(20_000);
    expect(pair.shown()).to.equal(`failed ${A} | ${A} failed`);
    pair.secondary.off();
    await pair.until(() => pair.shown() === `${A} off | ${A} off`, 3300);
  });

  it('the mate dies while a group is handed over to it', async () => {
    const pair = await new FakePair().bootTogether();
    pair.unplug('primary', 'a1');
    await pair.until(() => pair.primary.running.group(1).takeover.handingOver, 2000);
    pair.secondary.off();
    await pair.clock.advance(10_000);
    expect(pair.shown()).to.equal(`${A} off | ${A} off`);
  });

  it('an interface that heals before anybody looked moves nothing', async () => {
    const pair = await new FakePair().bootTogether();
    pair.cut.add('a1');
    await pair.clock.advance(1500);
    pair.cut.clear();
    await pair.clock.advance(20_000);
    expect(pair.shown()).to.equal(split);
  });

  it('a failover link that heals within the hold time is never called failed', async () => {
    const pair = await new FakePair().bootTogether();
    pair.cut.add('folink');
    await pair.clock.advance(900);
    pair.cut.clear();
    await pair.clock.advance(20_000);
    expect(pair.shown()).to.equal(split);
    expect(pair.primary.logged.filter((line) => line.includes('Failover interface failed'))).to.deep.equal(
      [],
    );
  });

  it('a unit that boots faster than its mate can miss it finds its groups taken over', async () => {
    const pair = await new FakePair().bootTogether();
    pair.secondary.boot();
    await pair.settled();
    expect(pair.shown()).to.equal(both);
  });

  it('a unit that dies while it joins starts from the beginning', async () => {
    const pair = new FakePair();
    pair.primary.boot();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.until(() => pair.secondary.running.group(1).state === 'sync-config');
    pair.secondary.boot();
    await pair.settled();
    expect(pair.shown()).to.equal(both);
  });

  it('the unit with the configuration dies while the other joins: half a configuration is not run', async () => {
    const pair = new FakePair();
    pair.primary.boot();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.until(() => pair.secondary.running.group(1).state === 'sync-config');
    pair.primary.off();
    await pair.until(() => pair.shown() === `off ${A} | off ${A}`);
    expect(pair.secondary.restarts).to.be.at.least(1);
  });

  it('a group that failed on the mate is not without an active unit when the other group joins', async () => {
    const pair = await new FakePair().bootTogether();
    pair.primary.running.commands.becomeActive();
    await pair.until(() => pair.shown() === both);
    pair.unplug('secondary', 'b1');
    await pair.until(() => pair.shown() === `${A} ${S} | ${A} failed`);
    pair.primary.boot();
    await pair.until(() => pair.shown() === `${S} ${A} | ${A} failed`, 5000);
  });

  it('a unit that carries a group keeps it when the mate dies in the middle of write standby', async () => {
    const pair = await new FakePair().bootTogether();
    pair.primary.running.commands.writeStandby();
    await pair.until(() => pair.shown() === `${A} sync-config | ${S} ${A}`, 2000);
    pair.primary.off();
    await pair.until(() => {
      expect(pair.shown()).to.match(/ active$/);
      return pair.shown() === `off ${A} | off ${A}`;
    }, 3500);
    expect(pair.secondary.restarts).to.equal(0);
  });

  it('both units die, and come back one after the other', async () => {
    const pair = await new FakePair(preempting(0)).bootTogether();
    for (const unit of ['primary', 'secondary'] as const) pair[unit].off();
    await pair.clock.advance(5000);
    pair.secondary.boot();
    await pair.clock.advance(10_000);
    expect(pair.shown()).to.equal(`off ${A} | off ${A}`);
    pair.primary.boot();
    await pair.until(() => pair.shown() === split);
  });

  it('groups that were taken over on different units while the link was away settle one by one', async () => {
    const pair = await new FakePair().bootTogether();
    for (const wire of ['folink', 'a1', 'a2', 'b1', 'b2'] as const) pair.cut.add(wire);
    await pair.until(() => pair.shown() === `${A} ${A} | ${A} ${A}`);
    pair.cut.clear();
    await pair.settled();
    // Each unit took the other's group last: the later takeover stays.
    expect(pair.shown()).to.equal(`${S} ${A} | ${A} ${S}`);
  });
});

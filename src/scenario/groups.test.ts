import { expect } from 'chai';
import { bringUp } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { judgeScenario } from '../judge/index.ts';
import { beginOf } from './begin.ts';
import { quietMs, slowestOf } from './bounds.ts';
import { foreseenCourse } from './foreseen.ts';
import { play } from './play.ts';
import { procedureOf } from './procedure.ts';
import { refuseMistaken } from './refuse-mistaken.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;
const two: Scenario = {
  name: 'two',
  title: 'group 2 is told to leave',
  requirements: [],
  begin: { 1: 'primary', 2: 'secondary' },
  fault: 'told-standby',
  group: 2,
  target: 'active',
  watch: 'failover',
};
const outside: Scenario = { ...two, name: 'outside', fault: 'interface-down', interface: 'two/outside-two' };

describe('a scenario of failover groups', () => {
  it('strikes where the group is active that it means, and foresees that this group alone moves', () => {
    const again = { fault: 'told-standby', group: 1, target: 'active', watch: 'failover' } as const;
    const back = { ...again, group: 2 } as const;
    const course = foreseenCourse({ ...two, next: [again, back] });
    expect(course.slice(0, 3).map(({ fault, target }) => fault.did(target))).to.deep.equal([
      'no failover active group 2 on secondary',
      'no failover active group 1 on primary',
      'no failover active group 2 on primary',
    ]);
  });

  it('foresees that all groups leave a unit without power, and with a command that names none', () => {
    const next = [{ fault: 'told-standby', target: 'active', watch: 'nothing' }] as const;
    for (const first of [{ fault: 'unit-power-loss' }, { fault: 'told-active', group: undefined }] as const) {
      const { group, ...rest } = { ...two, ...first, next };
      const course = foreseenCourse({
        ...rest,
        ...(group === undefined ? { target: 'standby' } : { group }),
      });
      expect(course[1]?.target.unit, first.fault).to.equal(group === undefined ? 'secondary' : 'primary');
    }
  });

  it('says in its procedure where the groups begin, and which is awaited', () => {
    const told = procedureOf(two)
      .map(({ does }) => does)
      .join('\n');
    expect(told).to.contain('group 1 on primary and group 2 on secondary');
    expect(told).to.contain('primary says that it is active for group 2');
  });

  it('is refused with a group that there is not, or with a beginning that names no unit', () => {
    expect(() => refuseMistaken(two)).to.not.throw();
    const wrong: readonly (readonly [object, RegExp])[] = [
      [{ group: 3 }, /group is 3/],
      [{ begin: { 1: 'primary' } }, /begin of group 2 is missing/],
      [{ begin: { 1: 'active', 2: 'primary' } }, /begin of group 1 is "active"/],
      [{ begin: null }, /begin is null/],
    ];
    for (const [change, why] of wrong)
      expect(() => refuseMistaken({ ...two, ...change } as Scenario)).to.throw(why);
    expect(beginOf('secondary', 2)).to.equal('secondary');
  });

  it('waits by the timers of the slowest group', () => {
    const whole = { unitPollMs: 500, unitHoldMs: 3000, interfacePollMs: 5000, interfacePolicy: { count: 1 } };
    const group = { group: 1, contexts: [] } as const;
    const quick = { ...group, settings: { interfacePollMs: 500, interfaceHoldMs: 5000 } };
    const slow = { ...group, settings: { interfacePollMs: 3000, interfaceHoldMs: 15_000 } };
    expect(slowestOf(whole, [])).to.deep.equal(whole);
    expect(slowestOf(whole, [quick])).to.include({ interfacePollMs: 500, interfaceHoldMs: 5000 });
    expect(slowestOf(whole, [quick, slow])).to.include({ interfacePollMs: 3000, interfaceHoldMs: 15_000 });
    const cut = {
      fault: 'interface-cut-off',
      target: 'active',
      interface: 'inside',
      watch: 'nothing',
    } as const;
    expect(quietMs(slowestOf(whole, [slow]), [cut])).to.be.above(15_000);
    expect(quietMs(slowestOf(whole, [slow]))).to.be.below(15_000);
    const patient = { ...whole, unitHoldMs: 45_000 };
    expect(quietMs(patient, [cut])).to.equal(quietMs(patient));
  });
});

describe('an Active/Active pair', function () {
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench([two.name, outside.name], [], undefined, 'simulated-active-active');
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  for (const scenario of [two, outside])
    it(`is asked about one group: ${scenario.name}`, async () => {
      const { bench, recorder, run } = opened;
      expect(await run(play(bench, scenario, never))).to.deep.equal({ played: true });
      const entries = recorder.entriesOf(scenario.name);
      const told = entries.flatMap((entry) =>
        entry.kind === 'observation' && entry.saw.sight === 'groups' ? entry.saw.groups : [],
      );
      expect(told.map(({ group, contexts }) => [group, contexts])).to.deep.equal([
        [1, ['admin', 'one']],
        [2, ['two']],
      ]);
      const { outcome, because } = judgeScenario(recorder.entries, scenario.name);
      expect(outcome, because).to.equal('pass');
    });

  it('is forced to where a scenario begins, group by group', () => {
    const did = opened.recorder
      .entriesOf(outside.name)
      .flatMap((entry) => (entry.kind === 'action' && entry.role === 'setup' ? [entry.did] : []));
    expect(did).to.deep.equal(['failover active group 2 on secondary, to begin with']);
  });
});

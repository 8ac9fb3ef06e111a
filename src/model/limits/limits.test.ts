import { expect } from 'chai';
import type { FailoverSettings } from '../../pair/index.ts';
import { requirements } from '../requirements.ts';
import { boundaries } from './boundaries.ts';
import { ranges } from './ranges.ts';
import { defaults, forbiddenBy, ratios } from './ratios.ts';
import { refusals } from './refusals.ts';

const timers: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id);

describe('what can be configured', () => {
  it('is tried from both sides of every limit', () => {
    for (const { name } of [...ranges, ...ratios]) {
      const of = boundaries.filter(({ limit }) => limit === name).map(({ expected }) => expected);
      expect(of, name).to.include('accepted');
      expect(of, name).to.include('refused');
    }
    expect(new Set(boundaries.map(({ command, limit }) => `${limit}: ${command}`)).size).to.equal(
      boundaries.length,
    );
    for (const { command } of boundaries) expect(command).to.not.contain('#');
  });

  it('changes at the limit, and only there', () => {
    const expected = (command: string): string | undefined =>
      boundaries.find((each) => each.command === command)?.expected;
    expect(expected('failover polltime unit 15 holdtime 45')).to.equal('accepted');
    expect(expected('failover polltime unit 16 holdtime 45')).to.equal('refused');
    expect(expected('failover polltime unit 2 holdtime 5')).to.equal('refused');
    expect(expected('failover polltime unit 2 holdtime 6')).to.equal('accepted');
    expect(expected('failover polltime interface 2 holdtime 9')).to.equal('refused');
    expect(expected('failover polltime unit msec 200 holdtime msec 991')).to.equal('open');
    expect(expected('failover key hex 0123456789abcdef0123456789abcdef')).to.equal('accepted');
    expect(expected('failover key hex 0123456789abcdef0123456789abcde')).to.equal('refused');
  });

  it('keeps every accepted boundary within the other limits', () => {
    for (const { command, expected } of boundaries) {
      const found = /polltime (?:unit|interface) (msec )?(\d+) holdtime (msec )?(\d+)$/.exec(command);
      if (!found || expected !== 'accepted') continue;
      const [, pollIn, poll = '', holdIn, hold = ''] = found;
      const pollMs = Number(poll) * (pollIn ? 1 : 1000);
      const holdMs = Number(hold) * (holdIn ? 1 : 1000);
      const set = command.includes('interface')
        ? { ...timers, interfacePollMs: pollMs, interfaceHoldMs: holdMs }
        : { ...timers, unitPollMs: pollMs, unitHoldMs: holdMs };
      expect(ids(forbiddenBy(set)), command).to.deep.equal([]);
    }
  });

  it('finds what a pair must not run with', () => {
    expect(forbiddenBy(timers)).to.deep.equal([]);
    expect(ids(forbiddenBy({ ...timers, unitPollMs: 6000 }))).to.deep.equal(['CFG-UNIT-HOLD-RATIO']);
    expect(ids(forbiddenBy({ ...timers, unitPollMs: 100 }))).to.deep.equal(['CFG-UNIT-POLL-RANGE']);
    expect(ids(forbiddenBy({ ...timers, unitHoldMs: 46_000 }))).to.deep.equal(['CFG-UNIT-HOLD-RANGE']);
    expect(ids(forbiddenBy({ ...timers, interfacePollMs: 16_000 }))).to.deep.equal([
      'CFG-INTERFACE-POLL-RANGE',
      'CFG-INTERFACE-HOLD-RATIO',
    ]);
    expect(ids(forbiddenBy({ ...timers, interfaceHoldMs: 76_000 }))).to.deep.equal([
      'CFG-INTERFACE-HOLD-RANGE',
    ]);
    expect(ids(forbiddenBy({ ...timers, interfacePolicy: { percent: 101 } }))).to.deep.equal([
      'CFG-POLICY-PERCENT-RANGE',
    ]);
    expect(ids(forbiddenBy({ ...timers, interfacePolicy: { count: 0 } }))).to.deep.equal([
      'CFG-POLICY-COUNT-RANGE',
    ]);
  });

  it('names requirements of the catalogue', () => {
    const known: readonly string[] = ids(requirements);
    const named = [
      ...boundaries.map(({ requirement }) => requirement),
      ...defaults.map(({ requirement }) => requirement),
      ...refusals.flatMap((refusal) => refusal.requirements),
    ];
    expect(known).to.include.members([...ids(named)]);
  });
});

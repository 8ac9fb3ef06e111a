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

  it('has the ranges of the guides', () => {
    const of = ranges.map(({ requirement, unit, least, most, openUpTo, in: where }) =>
      [
        requirement.id,
        where,
        unit,
        `${least}..${most}`,
        ...(openUpTo === undefined ? [] : [`open to ${openUpTo}`]),
      ].join(' '),
    );
    expect(of).to.deep.equal([
      'CFG-UNIT-POLL-RANGE global seconds 1..15',
      'CFG-UNIT-POLL-RANGE global milliseconds 200..999',
      'CFG-UNIT-HOLD-RANGE global seconds 1..45',
      'CFG-UNIT-HOLD-RANGE global milliseconds 800..990 open to 999',
      'CFG-INTERFACE-POLL-RANGE global seconds 1..15',
      'CFG-INTERFACE-POLL-RANGE global milliseconds 500..999',
      'CFG-INTERFACE-HOLD-RANGE global seconds 5..75',
      'CFG-INTERFACE-POLL-RANGE failover-group seconds 1..15',
      'CFG-INTERFACE-POLL-RANGE failover-group milliseconds 500..999',
      'CFG-INTERFACE-HOLD-RANGE failover-group seconds 5..75',
      'CFG-POLICY-COUNT-RANGE global number 1..250 open to 1025',
      'CFG-POLICY-PERCENT-RANGE global percent 1..100',
      'CFG-POLICY-COUNT-RANGE failover-group number 1..250 open to 1025',
      'CFG-POLICY-PERCENT-RANGE failover-group percent 1..100',
      'CFG-GROUP-MAX global number 1..2',
      'AA-ASR-RANGE interface number 1..32',
      'CFG-KEY-SECRET global characters 1..63',
      'CFG-KEY-HEX global characters 32..32',
    ]);
    expect(
      ratios.map(({ requirement, leastPolls, in: where }) => `${requirement.id} ${where} ${leastPolls}`),
    ).to.deep.equal([
      'CFG-UNIT-HOLD-RATIO global 3',
      'CFG-INTERFACE-HOLD-RATIO global 5',
      'CFG-INTERFACE-HOLD-RATIO failover-group 5',
    ]);
    expect(defaults.map(({ requirement, value }) => `${requirement.id} ${value}`)).to.deep.equal([
      'CFG-POLICY-DEFAULT 1',
      'CFG-INTERFACE-POLL-DEFAULT undefined',
    ]);
  });

  it('is tried at each limit, and one beyond it', () => {
    for (const range of ranges) {
      const { name, least, most, openUpTo = most, unit } = range;
      const tried = boundaries.filter(({ limit }) => limit === name);
      const values = tried.map(({ command }) => {
        const word = /#/.exec(range.command) ? command.slice(range.command.indexOf('#')) : '';
        const [said = ''] = /^[^ %]*/.exec(word) ?? [];
        return unit === 'characters' ? said.length : Number(said);
      });
      const isInSeconds = unit === 'milliseconds' && openUpTo === 999;
      const expected = [
        [least - 1, 'refused'],
        ...(least === most
          ? [[least, 'accepted']]
          : [
              [least, 'accepted'],
              [most, 'accepted'],
            ]),
        ...(openUpTo > most ? [[most + 1, 'open']] : []),
        [openUpTo + 1, isInSeconds ? 'open' : 'refused'],
      ];
      expect(
        values.map((value, at) => [value, tried[at]?.expected]),
        name,
      ).to.deep.equal(expected);
    }
  });

  it('has the restrictions of the guides', () => {
    const of = refusals.map(({ expected, requirements: serves }) => [expected, ...ids(serves)].join(' '));
    expect(of).to.deep.equal([
      'refused CFG-LINK-UNNAMED',
      'refused CFG-LINK-PORT-OR-SUBINTERFACE',
      'refused CFG-STANDBY-SUBNET',
      'refused CFG-STANDBY-SUBNET',
      'refused MAC-NOT-ON-LINKS',
      'refused MAC-FORMAT',
      'refused CFG-KEY-HEX',
      'refused CFG-GROUP-MAX',
      'refused SYS-ACTIVE-ACTIVE-MULTIPLE',
      'refused CFG-GROUP-ADMIN',
      'warned CFG-STATE-LINK-WARNING',
      'unsupported CFG-STATE-LINK-ON-DATA',
      'unsupported CFG-NO-DHCP',
      'unsupported CFG-NO-PPPOE',
      'unsupported CFG-NO-IPV6',
      'unsupported AA-ASR-ONE-PER-INTERFACE',
      'unsupported CFG-GROUP-POLLTIME',
      'unsupported STATE-VPN-ACTIVE-STANDBY-SINGLE',
    ]);
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

  it('finds nothing wrong at either end of a range, and something one beyond it', () => {
    const long: FailoverSettings = { ...timers, unitHoldMs: 45_000, interfaceHoldMs: 75_000 };
    const rows: readonly (readonly [Partial<FailoverSettings>, boolean])[] = [
      [{ unitPollMs: 15_000 }, true],
      [{ unitPollMs: 15_001 }, false],
      [{ unitPollMs: 200 }, true],
      [{ unitPollMs: 199 }, false],
      [{ unitPollMs: 200, unitHoldMs: 800 }, true],
      [{ unitPollMs: 200, unitHoldMs: 799 }, false],
      [{ unitHoldMs: 45_001 }, false],
      [{ interfacePollMs: 15_000 }, true],
      [{ interfacePollMs: 15_001, interfaceHoldMs: 75_000 }, false],
      [{ interfacePollMs: 500 }, true],
      [{ interfacePollMs: 499 }, false],
      [{ interfacePollMs: 1000, interfaceHoldMs: 5000 }, true],
      [{ interfacePollMs: 500, interfaceHoldMs: 4999 }, false],
      [{ interfaceHoldMs: 75_001 }, false],
      [{ interfacePolicy: { percent: 1 } }, true],
      [{ interfacePolicy: { percent: 0 } }, false],
      [{ interfacePolicy: { percent: 100 } }, true],
      [{ interfacePolicy: { count: 250 } }, true],
    ];
    for (const [changed, isLegal] of rows)
      expect(forbiddenBy({ ...long, ...changed }).length === 0, JSON.stringify(changed)).to.equal(isLegal);
    const { interfaceHoldMs: _unprinted, ...unprinted } = long;
    expect(forbiddenBy(unprinted)).to.deep.equal([]);
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

import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { remoteCommands } from '../requirement/remote-command.ts';
import { execAnswer, execAnswerSays, execUnit } from './exec-answer.ts';
import type { ExecSent } from './exec-answer.ts';
import { execCommands, execCustoms } from './exec-commands.ts';
import type { ExecTarget } from './exec-commands.ts';
import { execModeShown, execModesAfter, execModesSay, firstExecModes } from './exec-mode.ts';

const pair: GroupView = {
  units: { primary: 'standby-ready', secondary: 'active' },
  failoverLink: 'up',
  monitored: [],
  down: { primary: [], secondary: [] },
};
const sent = (line: string, more: Partial<ExecSent> = {}): ExecSent => ({
  to: 'mate',
  line,
  here: 'primary',
  session: 'exec',
  configures: false,
  isPrivileged: true,
  ...more,
});
const told = (view: GroupView, of: ExecSent): string => {
  const answer = execAnswer(view, of);
  const what = answer.expected === 'executed' ? `executed on ${answer.on}` : answer.expected;
  return `${what} ${answer.requirements.map(({ id }) => id).join(' ')}`.trim();
};

describe('failover exec', () => {
  it('means a unit by its state, or the other one, wherever it is typed', () => {
    const rows: readonly (readonly [ExecTarget, UnitName, UnitName])[] = [
      ['active', 'primary', 'secondary'],
      ['active', 'secondary', 'secondary'],
      ['standby', 'primary', 'primary'],
      ['standby', 'secondary', 'primary'],
      ['mate', 'primary', 'secondary'],
      ['mate', 'secondary', 'primary'],
    ];
    for (const [to, here, unit] of rows) expect(execUnit(pair, to, here), `${to} on ${here}`).to.equal(unit);
    const both: GroupView = { ...pair, units: { primary: 'active', secondary: 'active' } };
    expect(execUnit(both, 'active', 'primary')).to.equal(undefined);
    expect(execUnit(both, 'mate', 'primary')).to.equal('secondary');
    expect(told(both, sent('show version', { to: 'standby' }))).to.equal('open');
  });

  const rows: readonly (readonly [string, Partial<ExecSent>, string])[] = [
    ['show failover', {}, 'executed on secondary EXEC-MATE EXEC-OUTPUT'],
    ['show failover', { to: 'active' }, 'executed on secondary EXEC-ACTIVE-OR-STANDBY EXEC-OUTPUT'],
    ['show failover', { to: 'standby' }, 'executed on primary EXEC-ACTIVE-OR-STANDBY'],
    ['changeto context a', {}, 'refused EXEC-NO-CHANGETO'],
    [' Changeto system', { to: 'standby' }, 'refused EXEC-NO-CHANGETO'],
    ['debug fover', {}, 'refused EXEC-NO-DEBUG'],
    ['undebug all', {}, 'refused EXEC-NO-DEBUG'],
    ['no debug fover', {}, 'refused EXEC-NO-DEBUG'],
    ['show debug', {}, 'executed on secondary EXEC-MATE EXEC-OUTPUT'],
    ['failover exec mate show failover', {}, 'refused EXEC-NO-RECURSION'],
    ['failover active', {}, 'executed on secondary EXEC-MATE EXEC-OUTPUT'],
    ['hostname fw', { isPrivileged: false, configures: true }, 'refused EXEC-PRIVILEGE'],
    ['hostname fw', { configures: true }, 'refused EXEC-LOCAL-CONFIG-MODE'],
    [
      'hostname fw',
      { configures: true, session: 'configuration' },
      'executed on secondary EXEC-MATE EXEC-OUTPUT',
    ],
    ['hostname fw', { configures: true, to: 'standby' }, 'executed on primary EXEC-ACTIVE-OR-STANDBY'],
    ['show version', { mateLacksIt: true }, 'refused EXEC-BOTH-SUPPORT'],
  ];
  for (const [line, more, expected] of rows)
    it(`${line}, ${JSON.stringify(more)}: ${expected}`, () =>
      expect(told(pair, sent(line, more))).to.equal(expected));

  it('reaches no standby unit that is failed, but for its card, and no mate without a link', () => {
    const failed: GroupView = { ...pair, units: { primary: 'failed', secondary: 'active' } };
    const show = sent('show failover', { here: 'secondary' });
    expect(told(failed, show)).to.equal('refused EXEC-FAILED-STANDBY');
    expect(told(failed, { ...show, failedByCard: true })).to.contain('executed on primary');
    expect(told({ ...pair, failoverLink: 'down' }, show)).to.equal('refused EXEC-OVER-LINK');
    expect(told({ ...pair, units: { primary: 'off', secondary: 'active' } }, show)).to.equal(
      'refused EXEC-OVER-LINK',
    );
  });

  it('keeps a mode for each unit, which begins as global configuration mode', () => {
    expect(firstExecModes).to.deep.equal({ primary: 'config', secondary: 'config' });
    const one = execModesAfter(firstExecModes, 'secondary', 'interface GigabitEthernet0/1');
    expect(one).to.deep.equal({ primary: 'config', secondary: 'interface sub-command' });
    const same = execModesAfter(one, 'secondary', 'ip address 192.168.1.1 255.255.255.0');
    expect(same).to.deep.equal(one);
    expect(execModesAfter(one, 'secondary', 'show interface')).to.deep.equal(one);
    expect(execModesAfter(one, 'secondary', 'router ospf 100').secondary).to.equal('router sub-command');
    expect(execModesAfter(one, 'primary', 'failover group 1').primary).to.equal('failover group sub-command');
    expect(execModesAfter(one, 'primary', 'failover active')).to.deep.equal(one);
    for (const line of ['exit', 'end', 'Configure terminal'])
      expect(execModesAfter(one, 'secondary', line)).to.deep.equal(firstExecModes);
  });

  it('shows the mode as the guide does', () => {
    expect(execModeShown('active', 'interface sub-command')).to.equal(
      'Active unit Failover EXEC is at interface sub-command mode',
    );
    expect(execModeShown('standby', 'config')).to.equal('Standby unit Failover EXEC is at config mode');
  });

  it('answers each row of its table as the row says', () => {
    for (const { what, to, sent: line, from, expected, changes, requirements } of execCommands) {
      const answer = execAnswer(pair, {
        to,
        line,
        here: 'primary',
        session: from,
        configures: line.startsWith('access-list'),
        isPrivileged: true,
      });
      expect(answer.expected, what).to.equal(expected === 'accepted' ? 'executed' : 'refused');
      if (expected === 'refused') expect(requirements, what).to.include.members([...answer.requirements]);
      if (changes !== undefined) expect(changes, what).to.equal(to === 'active' ? 'both' : 'one');
    }
    const ids = [
      ...execCommands.flatMap(({ requirements }) => requirements),
      ...execCustoms.map(({ requirement }) => requirement),
      ...execModesSay,
      ...execAnswerSays,
    ].map(({ id }) => id as string);
    expect(ids).to.include.members(Object.values(remoteCommands).map(({ id }) => id));
  });
});

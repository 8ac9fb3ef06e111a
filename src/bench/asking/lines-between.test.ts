import { expect } from 'chai';
import { linesBetween } from './lines-between.ts';

describe('what to type to run with a configuration again', () => {
  const before = [
    'hostname fw',
    'interface GigabitEthernet0/0',
    ' nameif outside',
    ' security-level 0',
    'failover polltime unit msec 500 holdtime 3',
    'no monitor-interface dmz',
  ];
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['nothing, where all of it is there', before, []],
    [
      'a line that was added is negated',
      [...before, 'access-list x extended permit ip any any'],
      ['no access-list x extended permit ip any any'],
    ],
    ['a line that is gone is entered', before.filter((line) => line !== 'hostname fw'), ['hostname fw']],
    [
      'a line that was changed is negated, and entered as it was',
      before.map((line) => line.replace('hostname fw', 'hostname other')),
      ['no hostname other', 'hostname fw'],
    ],
    [
      'timers that were changed are set as they were, without their defaults in between',
      before.map((line) => line.replace('msec 500 holdtime 3', '1 holdtime 15')),
      ['failover polltime unit msec 500 holdtime 3'],
    ],
    [
      'timers that were not set are negated',
      [...before, 'failover polltime interface 3 holdtime 15'],
      ['no failover polltime interface 3 holdtime 15'],
    ],
    [
      'a negated line that was added loses its no',
      [...before, 'no monitor-interface inside'],
      ['monitor-interface inside'],
    ],
    [
      'within a mode, the mode is entered and left',
      before.map((line) => line.replace('security-level 0', 'security-level 50')),
      ['interface GigabitEthernet0/0', 'no security-level 50', 'security-level 0', 'exit'],
    ],
    [
      'a mode that is gone is entered with all that stands in it',
      before.filter((line) => !/interface G|nameif|security/.test(line)),
      ['interface GigabitEthernet0/0', 'nameif outside', 'security-level 0', 'exit'],
    ],
    [
      'a mode that was added goes as a whole',
      [...before, 'failover group 1', ' preempt 5'],
      ['no failover group 1'],
    ],
    [
      'what was added last goes first',
      [...before, 'object network a', 'access-list x extended permit ip object a any'],
      ['no access-list x extended permit ip object a any', 'no object network a'],
    ],
  ];
  for (const [what, now, typed] of cases)
    it(what, () => expect(linesBetween(now, before)).to.deep.equal(typed));
});

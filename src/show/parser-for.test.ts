import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { parserFor, parsers } from './index.ts';

describe('parserFor', () => {
  for (const { command } of parsers) {
    it(`finds ${command} by its own name`, () => expect(parserFor(command).command).to.equal(command));
  }

  const abbreviations: readonly (readonly [string, string])[] = [
    ['sh fail', 'show failover'],
    ['SHOW FAILOVER', 'show failover'],
    ['  show \t failover ', 'show failover'],
    ['sh fail st', 'show failover state'],
    ['sh failover hist details', 'show failover history'],
    ['sh fail int', 'show failover interface'],
    ['show failover group 2', 'show failover group'],
    ['sh mon', 'show monitor-interface'],
    ['show run failover', 'show running-config failover'],
    ['show running-config all failover', 'show running-config failover'],
    ['sh ver', 'show version'],
    ['sh int', 'show interface'],
    ['show interface GigabitEthernet0/1', 'show interface'],
    ['show interface ethernet 0 detail', 'show interface'],
    ['sh int ip brief', 'show interface ip brief'],
    ['show ip add', 'show ip address'],
    ['show ip address outside', 'show ip address'],
    ['show clock detail', 'show clock'],
    ['failover exec mate show failover', 'show failover'],
  ];
  for (const [typed, command] of abbreviations) {
    it(`reads ${JSON.stringify(typed)} as ${command}`, () =>
      expect(parserFor(typed).command).to.equal(command));
  }

  for (const typed of [
    '',
    'show',
    'failover',
    'show failver',
    'show failover exec mate',
    'show conn count',
  ]) {
    it(`refuses ${JSON.stringify(typed)}`, () =>
      expect(() => parserFor(typed)).to.throw(UsageError, 'no command'));
  }

  it('names the nearest', () => {
    expect(() => parserFor('show failver')).to.throw(UsageError, 'did you mean "show failover"');
    expect(() => parserFor('show interfaces')).to.throw(UsageError, 'did you mean "show interface"');
  });

  it('answers for a very long word', () => {
    expect(() => parserFor('x'.repeat(100_000))).to.throw(UsageError);
  });
});

import { expect } from 'chai';
import { CommandSet } from './command-set.ts';

const vocabulary = { hardware: ['GigabitEthernet0/1', 'GigabitEthernet0/11', 'Management0/0'] };

const set = new CommandSet<string[]>()
  .add('show version', () => undefined)
  .add(['show failover', 'show failover state|history'], () => undefined)
  .add('shutdown', () => undefined)
  .add('failover polltime <1-15>', () => undefined)
  .add('failover polltime msec <200-999>', () => undefined)
  .add('interface <hardware>', () => undefined)
  .add('description <line>', () => undefined);

function understood(line: string): string {
  const got = set.understand(line, vocabulary);
  if (got.kind === 'command') return `${got.call.line} [${got.call.values.join()}]`;
  return got.kind === 'invalid' ? `invalid at ${got.at}` : got.kind;
}

describe('a set of commands', () => {
  const table: readonly (readonly [string, string])[] = [
    ['show version', 'show version []'],
    ['sho ver', 'show version []'],
    ['SHOW Version', 'show version []'],
    ['sh', 'ambiguous'],
    ['show', 'incomplete'],
    ['show failover', 'show failover []'],
    ['show f h', 'show failover history []'],
    ['show failover nonsense', 'invalid at 14'],
    ['failover polltime 15', 'failover polltime 15 [15]'],
    ['failover polltime 16', 'invalid at 18'],
    ['fail poll m 0300', 'failover polltime msec 300 [300]'],
    ['interface g0/1', 'interface GigabitEthernet0/1 [GigabitEthernet0/1]'],
    ['interface gigabitethernet0/11.7', 'interface GigabitEthernet0/11.7 [GigabitEthernet0/11.7]'],
    ['interface ethernet0/1', 'invalid at 10'],
    ['description  to the  lab ', 'description to the  lab [to the  lab]'],
    ['nonsense', 'invalid at 0'],
    ['', 'incomplete'],
  ];
  for (const [line, wanted] of table) {
    it(`takes ${JSON.stringify(line)} for ${wanted}`, () => expect(understood(line)).to.equal(wanted));
  }

  it('knows what may follow', () => {
    expect(set.next('show ', vocabulary)).to.deep.equal(['version', 'failover']);
    expect(set.next('show failover ', vocabulary)).to.deep.equal(['state', 'history', '<cr>']);
    expect(set.next('failover polltime ', vocabulary)).to.deep.equal(['msec', '<1-15>']);
    expect(set.next('sh', vocabulary)).to.deep.equal(['show', 'shutdown']);
    expect(set.next('nonsense ', vocabulary)).to.deep.equal([]);
  });
});

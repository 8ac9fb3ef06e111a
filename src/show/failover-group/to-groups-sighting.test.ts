import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UnreadLineError } from '../../errors.ts';
import type { GroupId } from '../../pair/index.ts';
import { showFailoverGroup, showRunningConfigFailover, toGroupsSighting } from '../index.ts';

const textOf = (command: string, name: string): string =>
  readFileSync(join(import.meta.dirname, '../samples', command, `${name}.txt`), 'utf8');
const settings = showRunningConfigFailover.parse(textOf('show-running-config-failover', 'active-active'));
const group = (name: string) => showFailoverGroup.parse(textOf('show-failover-group', name));
const shown = new Map<GroupId, ReturnType<typeof group>>([
  [1, group('group-1-secondary-active')],
  [2, group('group-2-not-stateful')],
]);

describe('toGroupsSighting', () => {
  it('says how each group is set and which contexts are in it, and nothing that is not written', () => {
    expect(toGroupsSighting(settings, shown)).to.deep.equal({
      sight: 'groups',
      groups: [
        {
          group: 1,
          prefers: 'primary',
          preemptAfterMs: 60_000,
          contexts: ['admin'],
          settings: { interfacePollMs: 2000, interfaceHoldMs: 10_000, interfacePolicy: { count: 2 } },
        },
        {
          group: 2,
          prefers: 'secondary',
          preemptAfterMs: 0,
          contexts: ['ctx2'],
          settings: { interfacePolicy: { percent: 20 } },
        },
      ],
    });
    const [bare] = toGroupsSighting({ ...settings, groups: [{ group: 2, macs: [] }] }, new Map()).groups;
    expect(bare).to.deep.equal({ group: 2, contexts: [], settings: {} });
  });

  it('refuses a pair without groups, and a row that is of no context', () => {
    const none = { ...settings, groups: [] };
    expect(() => toGroupsSighting(none, shown)).to.throw(UnreadLineError, 'no failover group');
    const nameless = textOf('show-failover-group', 'group-1-secondary-active').replace(
      /admin (?=Interface)/,
      '',
    );
    const of = new Map([...shown, [1 as const, showFailoverGroup.parse(nameless)]]);
    expect(() => toGroupsSighting(settings, of)).to.throw(UnreadLineError, 'show failover group 1');
  });
});

import { UnreadLineError } from '../../errors.ts';
import type { GroupId, GroupSettings, GroupsSighting } from '../../pair/index.ts';
import type { FailoverSettingsFacts, GroupSettingsFacts } from '../running-config-failover/facts.ts';
import { showRunningConfigFailover } from '../running-config-failover/show-running-config-failover.ts';
import type { FailoverGroupFacts } from './show-failover-group.ts';

/**
 * How the failover groups are set: `show running-config failover` of the system execution space, and
 * `show failover group n` for each of them, which tells its contexts by their interfaces. Throws `UnreadLineError`
 * where no group is configured (Active/Standby), and where a row of an interface does not name its context.
 */
export function toGroupsSighting(
  { groups }: FailoverSettingsFacts,
  shown: ReadonlyMap<GroupId, FailoverGroupFacts>,
): GroupsSighting {
  if (groups.length === 0) {
    const { command } = showRunningConfigFailover;
    throw new UnreadLineError(command, 1, 'no failover group', 'expected `failover group 1`');
  }
  return {
    sight: 'groups',
    groups: groups
      .toSorted((a, b) => a.group - b.group)
      .map((one) => settingsOf(one, contextsOf(one.group, shown.get(one.group)))),
  };
}

function settingsOf(
  { group, prefers, preempt, interfacePoll, interfacePolicy }: GroupSettingsFacts,
  contexts: readonly string[],
): GroupSettings {
  return {
    group,
    ...(prefers && { prefers }),
    ...(preempt && { preemptAfterMs: preempt.delaySeconds * 1000 }),
    contexts,
    settings: {
      ...(interfacePoll && { interfacePollMs: interfacePoll.pollMs }),
      ...(interfacePoll?.holdMs !== undefined && { interfaceHoldMs: interfacePoll.holdMs }),
      ...(interfacePolicy && { interfacePolicy }),
    },
  };
}

function contextsOf(group: GroupId, facts: FailoverGroupFacts | undefined): readonly string[] {
  const rows = facts ? [...facts.thisHost.interfaces, ...facts.otherHost.interfaces] : [];
  const contexts = rows.map(({ context, nameif }) => {
    if (context !== undefined) return context;
    const command = `show failover group ${group}`;
    throw new UnreadLineError(command, 1, `Interface ${nameif}`, 'expected the context before `Interface`');
  });
  return [...new Set(contexts)];
}

import { guide, placedInterfaces } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { interfaceTimes, policyText } from './setting-steps.ts';

/** Steps 4 and 5 of the primary unit of an Active/Active pair: failover groups, and the contexts that join them. */
export function groupSteps(topology: Topology): readonly BootstrapStep[] {
  const { contexts } = topology.pair;
  return [
    ...(['1', '2'] as const).flatMap((id) => groupStep(topology, id)),
    {
      why: 'assign every context to its failover group',
      source: `${guide.activeActive}, step 5`,
      lines: contexts.flatMap(({ name, group }) => [
        line`context ${name}`,
        line`join-failover-group ${group}`,
        line`exit`,
      ]),
    },
  ];
}

function groupStep(topology: Topology, id: '1' | '2'): readonly BootstrapStep[] {
  const { groups, failover } = topology.pair;
  const group = groups?.[id];
  if (!group) return [];
  const { preempt } = group;
  const policy = group['interface-policy'] ?? failover['interface-policy'];
  return [
    {
      why: `configure failover group ${id}, preferred by the ${group.prefer} unit`,
      source: `${guide.activeActive}, step 4; ${guide.preemption}`,
      lines: [
        line`failover group ${id}`,
        line`${group.prefer}`,
        ...(preempt === false ? [] : [preempt === true ? line`preempt` : line`preempt ${preempt / 1000}`]),
        ...(group['replicate-http'] || failover['replicate-http'] ? [line`replication http`] : []),
        line`interface-policy ${policyText(policy)}`,
        line`polltime interface ${interfaceTimes(topology)}`,
        ...macLines(topology, id),
        line`exit`,
      ],
    },
  ];
}

function macLines(topology: Topology, id: '1' | '2'): readonly BootstrapLine[] {
  return placedInterfaces(topology).flatMap(({ data, group }) => {
    const active = data['active-mac'];
    const standby = data['standby-mac'];
    if (String(group) !== id || active === undefined || standby === undefined) return [];
    return [line`mac address ${data.interface} ${active} ${standby}`];
  });
}

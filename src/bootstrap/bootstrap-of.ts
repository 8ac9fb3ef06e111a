import type { UnitName } from '../pair/index.ts';
import { guide } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { contextSteps } from './context-steps.ts';
import { firewallSteps, managementSteps } from './firewall-steps.ts';
import { groupSteps } from './group-steps.ts';
import { identityStep } from './identity-step.ts';
import { interfaceSteps } from './interface-steps.ts';
import { keySteps, lanSteps, stateLinkSteps } from './link-steps.ts';
import { listenSteps } from './listen-steps.ts';
import { ownSteps } from './own-steps.ts';
import { settingSteps } from './setting-steps.ts';

/**
 * The last step of either unit. Enable the primary unit first, and the secondary only when the primary is active:
 * the one enabled second takes the configuration of the other.
 */
export const enableFailover: BootstrapStep = {
  why: 'enable failover',
  source: `${guide.primaryUnit}, step 5; ${guide.secondaryUnit}, step 3; ${guide.lanPrimary}, step 6`,
  lines: [line`failover`],
};

/**
 * Sent to the active unit once replication has ended; it is replicated, and both write their flash. With contexts
 * it has to say that all of them are meant (ASA 5580 guide, «Device Initialization and Configuration Synchronization»).
 */
export function saveCommand({ pair }: Topology): string {
  return pair.contexts.length > 0 ? 'write memory all' : 'write memory';
}

/**
 * The configuration of a blank pair, in the guides' order: all of it for the primary unit, and the few lines that
 * the secondary needs to hear the primary. Lines are entered in global configuration mode (with contexts, that of the
 * system execution space, with both units in multiple context mode already) and leave it as they found it.
 */
export function bootstrapOf(topology: Topology): Readonly<Record<UnitName, readonly BootstrapStep[]>> {
  const { mode, contexts } = topology.pair;
  return {
    primary: [
      ...firewallSteps(topology),
      ...(contexts.length > 0 ? contextSteps(topology) : singleSteps(topology)),
      ...lanSteps(topology, 'primary'),
      ...stateLinkSteps(topology),
      ...keySteps(topology),
      ...settingSteps(topology),
      ...(mode === 'active-active' ? groupSteps(topology) : []),
      ...listenSteps(topology),
      ...ownSteps(topology),
      enableFailover,
    ],
    secondary: [
      ...firewallSteps(topology),
      ...lanSteps(topology, 'secondary'),
      ...keySteps(topology),
      enableFailover,
    ],
  };
}

/** Step 1 of a primary unit in single context mode. */
function singleSteps(topology: Topology): readonly BootstrapStep[] {
  return [identityStep(topology), ...interfaceSteps(topology), ...managementSteps(topology)];
}

import { guide, isAtLeast, isForManagement } from '../topology/index.ts';
import type { Topology, TopologyInterface } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { addressLine } from './interface-lines.ts';

/**
 * The firewall mode, before all else and on both units: it must be the same on both, is not replicated, and the change
 * clears the configuration. Routed mode is what a blank unit is in.
 */
export function firewallSteps({ pair }: Topology): readonly BootstrapStep[] {
  if (pair.firewall === 'routed') return [];
  return [
    {
      why: 'bridge between the interfaces instead of routing',
      source: `${guide.software}; ${guide.primaryUnit}, prerequisites`,
      lines: [line`firewall transparent`],
    },
  ];
}

/** The address that a transparent pair is managed at: of the one bridge group, or before 8.4 of the unit. */
export function managementSteps({ pair }: Topology): readonly BootstrapStep[] {
  const addresses = pair['management-address'];
  if (!addresses) return [];
  const address = addressLine(addresses);
  return [
    {
      why: 'give the bridge the active and standby address that the pair is managed at',
      source: `${guide.primaryUnit}, step 1`,
      lines: hasBridgeGroups(pair) ? [line`interface BVI1`, address, line`exit`] : [address],
    },
  ];
}

/** Makes an interface a port of the bridge. Before 8.4 there is one bridge, and every interface is in it. */
export function bridgeLines(pair: Topology['pair'], data: TopologyInterface): readonly BootstrapLine[] {
  if (pair.firewall === 'routed' || isForManagement(data) || !hasBridgeGroups(pair)) return [];
  return [line`bridge-group 1`];
}

function hasBridgeGroups({ firmware }: Topology['pair']): boolean {
  return isAtLeast(firmware, 8, 4);
}

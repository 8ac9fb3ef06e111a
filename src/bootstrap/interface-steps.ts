import { guide } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { bridgeLines } from './firewall-steps.ts';
import { dataLines } from './interface-lines.ts';

/** Step 1 of the primary unit: active and standby addresses of every data interface, or its place in the bridge. */
export function interfaceSteps({ pair }: Topology): readonly BootstrapStep[] {
  return pair.interfaces.map((data) => ({
    why:
      data.active === undefined
        ? `make ${data.nameif} a port of the bridge`
        : `give ${data.nameif} its active and standby address`,
    source: `${guide.primaryUnit}, step 1`,
    lines: dataLines(data, bridgeLines(pair, data)),
  }));
}

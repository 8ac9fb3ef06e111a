import { guide } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { dataLines } from './interface-lines.ts';

/** Step 1 of the primary unit: active and standby addresses of every data interface. */
export function interfaceSteps({ pair }: Topology): readonly BootstrapStep[] {
  return pair.interfaces.map((data) => ({
    why: `give ${data.nameif} its active and standby address`,
    source: `${guide.primaryUnit}, step 1`,
    lines: dataLines(data),
  }));
}

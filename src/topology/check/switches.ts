import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import type { Topology } from '../schema.ts';

/** Each switch is reached in one way: by SNMP, or by its command line; a simulated one has no command line. */
export function checkSwitches({ switches, simulated }: Topology): readonly Objection[] {
  return Object.entries(switches).flatMap(([name, { snmp, cli }]) => {
    const path = ['switches', name];
    if (snmp && cli)
      return [
        objectTo(
          [...path, 'cli'],
          `${name} is reached in one way; keep snmp, or cli where SNMP may not write`,
        ),
      ];
    if (!snmp && !cli) return [objectTo(path, `nothing says how ${name} is reached; add snmp, or cli`)];
    if (cli && simulated)
      return [objectTo([...path, 'cli'], 'a simulated switch has no command line; write snmp')];
    return [];
  });
}

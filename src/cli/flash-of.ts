import { bootstrapOf, revealLine } from '../bootstrap/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';

/**
 * What a configured pair has in its flashes: the bootstrap of the primary unit as a unit stores it, on both units,
 * since the secondary saved what was replicated; `failover lan unit` is the one line in which they differ.
 */
export function flashOf(topology: Topology, secrets: Secrets): Readonly<Record<UnitName, readonly string[]>> {
  let inSection = false;
  const primary: string[] = [];
  for (const { lines } of bootstrapOf(topology).primary) {
    for (const line of lines) {
      const text = revealLine(line, secrets);
      if (text === 'exit') {
        inSection = false;
        continue;
      }
      const begins = text.startsWith('interface ');
      primary.push(inSection && !begins ? ` ${text}` : text);
      inSection ||= begins;
    }
  }
  const secondary = primary.map((line) =>
    line === 'failover lan unit primary' ? 'failover lan unit secondary' : line,
  );
  return { primary, secondary };
}

import { bootstrapOf, revealLine } from '../bootstrap/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { SimulatedBenchOptions } from '../simulator/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';

/** What begins a section of a stored configuration. */
const sections = /^(interface|context|failover group) /;

/**
 * What a configured pair has in its flashes: the bootstrap of the primary unit as a unit stores it, on both units,
 * since the secondary saved what was replicated; `failover lan unit` is the one line in which they differ. What was
 * entered within a context lies in the file of that context.
 */
export function flashOf(topology: Topology, secrets: Secrets): NonNullable<SimulatedBenchOptions['flash']> {
  const typed = bootstrapOf(topology).primary.flatMap(({ lines }) =>
    lines.map((line) => revealLine(line, secrets)),
  );
  const system: string[] = [];
  const contexts = new Map<string, string[]>();
  let into = system;
  let inSection = false;
  for (const text of typed) {
    const [, name] = /^changeto (?:context (\S+)|system)$/.exec(text) ?? [text];
    if (text.startsWith('changeto ')) {
      into = name === undefined ? system : (contexts.get(name) ?? []);
      if (name !== undefined) contexts.set(name, into);
    }
    if (text === 'exit' || text.startsWith('changeto ')) {
      inSection = false;
      continue;
    }
    const begins = sections.test(text);
    into.push(inSection && !begins ? ` ${text}` : text);
    inSection ||= begins;
  }
  const files = Object.fromEntries([...contexts].map(([name, lines]) => [`flash:/${name}.cfg`, lines]));
  const flash = (unit: UnitName) => ({
    startup: system.map((line) =>
      line === 'failover lan unit primary' ? `failover lan unit ${unit}` : line,
    ),
    files,
  });
  return { primary: flash('primary'), secondary: flash('secondary') };
}

import type { Path } from './objection.ts';
import type { Topology } from './schema.ts';
import { secretReferences } from './secret-references.ts';

/**
 * Each secret that a topology refers to, and to whom it is told. A topology may refer to any variable of the environment,
 * and name any machine: whoever was given one sees here what it would send where.
 */
export function secretsInWords(topology: Topology): readonly string[] {
  const told = new Map<string, Set<string>>();
  for (const { name, path } of secretReferences(topology))
    told.set(name, (told.get(name) ?? new Set<string>()).add(addressee(topology, path)));
  return [...told].map(([name, to]) => `Secret ${name}: told to ${[...to].join(', ')}`);
}

/** The machine that is named next above a reference; what stands beside none is typed on the units. */
function addressee(topology: Topology, path: Path): string {
  let within: unknown = topology;
  let found = 'the units';
  for (const step of path) {
    if (typeof within !== 'object' || within === null) break;
    if ('host' in within && typeof within.host === 'string') found = within.host;
    if ('url' in within && typeof within.url === 'string') found = within.url;
    within = new Map(Object.entries(within)).get(String(step));
  }
  return found;
}

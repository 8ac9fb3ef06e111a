import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import { suiteFile, suiteNames } from '../../suite/index.ts';
import type { RehearsalOrder } from './rehearsed.ts';

/** The topologies that come with fover: beside `src`, or beside `dist` once compiled. */
const topologyFolder = [`../../../topologies`, `../../../../topologies`]
  .map((path) => resolve(import.meta.dirname, path))
  .find((path) => existsSync(path));

/** Every topology of a simulated bench that comes with fover, by its name. */
export function simulatedTopologies(): ReadonlyMap<string, string> {
  if (topologyFolder === undefined) return new Map();
  const folder = topologyFolder;
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const simulated = files.filter((name) => /^simulated:/m.test(readFileSync(join(folder, name), 'utf8')));
  return new Map(simulated.toSorted().map((name) => [name.replace(/\.yaml$/, ''), join(folder, name)]));
}

/**
 * An order for each suite on each topology: all of them, where none is named. Throws `UsageError` for a suite or a
 * topology that is not there.
 */
export function ordersFor(
  suites: readonly string[],
  topologies: readonly string[],
  how: Omit<RehearsalOrder, 'suite' | 'topology'>,
): readonly RehearsalOrder[] {
  const known = simulatedTopologies();
  const fileOf = (name: string): string => {
    const path = known.get(name) ?? resolve(name);
    if (existsSync(path)) return path;
    const names = [...known.keys()];
    throw new UsageError(
      `no topology ${name}: give a path, or one of ${names.join(', ')}${suggestion(name, names)}`,
    );
  };
  const files = topologies.length > 0 ? topologies.map(fileOf) : [...known.values()];
  const named = suites.length > 0 ? suites : suiteNames();
  named.forEach(suiteFile);
  return named.flatMap((suite) => files.map((topology) => ({ ...how, suite, topology })));
}

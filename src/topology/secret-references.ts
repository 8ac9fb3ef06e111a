import type { Path } from './objection.ts';
import type { Topology } from './schema.ts';

/** A place of a topology that refers to a secret. */
export interface SecretReference {
  readonly name: string;
  readonly path: Path;
}

/** `${NAME}` within a line of configuration. */
export const referencePattern = /\$\{([A-Z][A-Z0-9_]*)\}/g;

/** Every reference to a secret, in the order of the topology; references within `extra` lines among them. */
export function secretReferences(topology: Topology): readonly SecretReference[] {
  return [
    ...below(topology, []),
    ...topology.pair.extra.flatMap((line, index) =>
      [...line.matchAll(referencePattern)].map(([, name = '']) => ({ name, path: ['pair', 'extra', index] })),
    ),
  ];
}

function below(value: unknown, path: Path): readonly SecretReference[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isReference(value)) return [{ name: value.secret, path }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => below(entry, [...path, index]));
  return Object.entries(value).flatMap(([key, entry]) => below(entry, [...path, key]));
}

function isReference(value: object): value is { secret: string } {
  return Object.keys(value).length === 1 && 'secret' in value && typeof value.secret === 'string';
}

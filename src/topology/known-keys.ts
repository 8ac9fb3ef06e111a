import type { Path } from './objection.ts';
import { topologyJsonSchema } from './topology-json-schema.ts';

/** The keys that the topology language knows at a path; of several alternatives, the keys of all. */
export function knownKeys(path: Path): readonly string[] {
  let schemas = alternatives(topologyJsonSchema());
  for (const step of path) schemas = schemas.flatMap((schema) => below(schema, String(step)));
  return [...new Set(schemas.flatMap((schema) => Object.keys(propertiesOf(schema))))];
}

function alternatives(schema: unknown): readonly object[] {
  if (!isObject(schema)) return [];
  const union = member(schema, 'anyOf') ?? member(schema, 'oneOf') ?? member(schema, 'allOf');
  return Array.isArray(union) ? [schema, ...union.flatMap(alternatives)] : [schema];
}

function below(schema: object, step: string): readonly object[] {
  const properties = propertiesOf(schema);
  if (Object.hasOwn(properties, step)) return alternatives(member(properties, step));
  return [...alternatives(member(schema, 'items')), ...alternatives(member(schema, 'additionalProperties'))];
}

function propertiesOf(schema: object): object {
  const properties = member(schema, 'properties');
  return isObject(properties) ? properties : {};
}

function member(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

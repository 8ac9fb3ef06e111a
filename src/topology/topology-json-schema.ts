import { z } from 'zod';
import { topologySchema } from './schema.ts';

/** A JSON Schema as plain values: `topologies/topology.schema.json`, which editors complete and check with. */
export type JsonSchema = Readonly<Record<string, unknown>>;

let made: JsonSchema | undefined;

/** The topology language as JSON Schema draft-07, what most editors read; from the same definition as the reader. */
export function topologyJsonSchema(): JsonSchema {
  made ??= z.toJSONSchema(topologySchema, { io: 'input', target: 'draft-7' });
  return made;
}

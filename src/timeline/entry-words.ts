import { z } from 'zod';
import { entryShape } from './entry-shape.ts';

/** The fixed words of entries: kinds, phases, states, sights. They are ours and public, so never a secret. */
export const entryWords: ReadonlySet<string> = new Set(wordsOf(z.toJSONSchema(entryShape, { io: 'input' })));

/** Every `const` and every member of an `enum` in a JSON Schema. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'const' && typeof value === 'string') return [value];
    if (key === 'enum' && Array.isArray(value)) return value.filter((word) => typeof word === 'string');
    return wordsOf(value);
  });
}

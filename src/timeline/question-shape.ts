import { z } from 'zod';
import { instant } from './number-shape.ts';
import { unit } from './sighting-shape.ts';

const text = z.string();
/** A regular expression. */
const pattern = text.refine(isPattern, 'expected a regular expression');
const number = z.number();
const range = z.tuple([number, number]);

const expectation = z.union([
  z.strictObject({ answer: z.enum(['accepted', 'refused']) }),
  z.strictObject({ says: pattern }),
  z.strictObject({ lacks: pattern }),
  z.strictObject({ count: pattern, is: range }),
  z.strictObject({
    take: pattern,
    is: z.enum(['same', 'different', 'more', 'less', 'at-least', 'at-most']),
    than: text,
  }),
  z.strictObject({ take: pattern, grows: range, than: text }),
  z.strictObject({ take: pattern, between: range }),
]);

/** What a question must look like in a file. */
export const questionShape = z.object({
  seq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  kind: z.literal('question'),
  askedMs: instant,
  answeredMs: instant,
  scenario: text.exactOptional(),
  as: text,
  witness: text,
  unit: unit.exactOptional(),
  context: text.exactOptional(),
  typed: z.array(text),
  means: text,
  expects: z.array(expectation),
  proves: z.array(text),
  answer: z.object({ outcome: z.enum(['accepted', 'refused']), text }).exactOptional(),
  unanswered: text.exactOptional(),
  isLast: z.boolean(),
});

function isPattern(written: string): boolean {
  try {
    return new RegExp(written, 'gm').global;
  } catch {
    return false;
  }
}

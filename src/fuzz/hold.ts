import { isDeepStrictEqual } from 'node:util';
import { Untrue } from './target.ts';

/** Throws `Untrue` unless it holds. */
export function hold(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Untrue(otherwise);
}

/** Throws `Untrue` unless both are the same through and through. */
export function holdSame(one: unknown, other: unknown, what: string): void {
  hold(isDeepStrictEqual(one, other), `${what}: ${brief(one)} and ${brief(other)}`);
}

const brief = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 200);

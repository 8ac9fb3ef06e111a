import { asError } from '../errors.ts';
import type { FuzzTarget } from './target.ts';

/** What came of one input. */
export interface Tried {
  /** A few words that are the same for what is alike. */
  readonly outcome: string;
  /** What went wrong, if the target broke its contract. */
  readonly broken?: string;
  readonly tookMs: number;
}

/** Nothing that is read may take longer, in milliseconds of the processor: a machine may be busy with something else. */
export const boundMs = 2000;

/** Reads an input once. Throws nothing: what the target throws is an outcome. */
export async function tryInput(target: FuzzTarget, input: Uint8Array): Promise<Tried> {
  const beganMs = cpuMs();
  const told = await (target.isCostly ? guardedOutcomeOf(target, input) : outcomeOf(target, input));
  const tookMs = cpuMs() - beganMs;
  const isSlow = tookMs > boundMs;
  return {
    ...told,
    tookMs,
    ...(isSlow && !told.broken ? { broken: `it took ${Math.round(tookMs)} ms` } : {}),
  };
}

/** What is thrown where nobody can catch it, in the callback of a socket, ends a process: it is held against the input. */
async function guardedOutcomeOf(target: FuzzTarget, input: Uint8Array): Promise<Omit<Tried, 'tookMs'>> {
  let fail: (error: Error) => void = ignore;
  const uncaught = new Promise<Omit<Tried, 'tookMs'>>((resolve) => {
    fail = (error) => resolve({ outcome: `uncaught ${error.name}`, broken: error.stack ?? error.message });
  });
  process.on('uncaughtException', fail);
  try {
    return await Promise.race([outcomeOf(target, input), uncaught]);
  } finally {
    process.off('uncaughtException', fail);
  }
}

const ignore = (): void => undefined;

async function outcomeOf(target: FuzzTarget, input: Uint8Array): Promise<Omit<Tried, 'tookMs'>> {
  try {
    return { outcome: `read: ${shapeOf(await target.read(input), 2)}`.slice(0, 120) };
  } catch (thrown) {
    const error = asError(thrown);
    const outcome = `${error.name}: ${kindOf(error.message)}`;
    if (thrown instanceof Error && target.allows(error)) return { outcome };
    return { outcome, broken: error.stack ?? `${error.name}: ${error.message}` };
  }
}

/** Which of its sentences an error says: without what is quoted, numbered or named in it. */
function kindOf(message: string): string {
  return message
    .slice(0, 300)
    .replaceAll(/"(?:[^"\\]|\\.)*"?/g, '…')
    .replaceAll(/\d+/g, '0')
    .slice(0, 80);
}

/** Which members a value has. */
function shapeOf(value: unknown, depth: number): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : typeof value;
  if (depth === 0 || value instanceof Uint8Array || value instanceof Map) return 'object';
  return `{${Object.entries(value)
    .map(([key, member]) => (typeof member === 'object' ? `${key}: ${shapeOf(member, depth - 1)}` : key))
    .join(', ')}}`;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

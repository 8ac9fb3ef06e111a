import { portOf } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { BenchError, UsageError } from '../errors.ts';
import type { Target } from './fault.ts';

/** The interface that the scenario named. Throws `UsageError` when it named none. */
export function requireNameif({ nameif }: Target): string {
  if (nameif === undefined)
    throw new UsageError('this fault strikes one interface: name it, as in interface: inside');
  return nameif;
}

/** Why the port of this interface cannot be shut on this bench. */
export function portMissing(bench: Bench, target: Target): string | undefined {
  try {
    portOf(bench, target.unit, requireNameif(target));
    return undefined;
  } catch (error) {
    if (error instanceof BenchError) return error.message;
    throw error;
  }
}

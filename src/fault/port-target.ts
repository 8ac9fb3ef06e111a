import { portPlace } from '../bench/index.ts';
import type { Place } from '../bench/index.ts';
import { BenchError, UsageError } from '../errors.ts';
import type { Cabled, Target } from './fault.ts';

/** One interface of a unit. */
export type PortTarget = Target & { readonly nameif: string };

/** The interface that the scenario named. Throws `UsageError` when it named none. */
export function requireNameif({ nameif }: Target): string {
  if (nameif === undefined)
    throw new UsageError('this fault strikes one interface: name it, as in interface: inside');
  return nameif;
}

/** Why the port of this interface cannot be shut on this bench: it has none, or one that is never to be touched. */
export function portMissing({ topology }: Cabled, { unit, nameif }: PortTarget): string | undefined {
  try {
    const { device, name, called } = portPlace(topology, unit, nameif);
    const kept = device === undefined ? undefined : topology.switches[device]?.protected;
    return kept?.some((each) => each === name) ? `${called} is protected` : undefined;
  } catch (error) {
    if (error instanceof BenchError) return error.message;
    throw error;
  }
}

/** The port of this interface. Throws `BenchError` when there is none. */
export const portTouched = ({ topology }: Cabled, { unit, nameif }: PortTarget): readonly Place[] => [
  portPlace(topology, unit, nameif),
];

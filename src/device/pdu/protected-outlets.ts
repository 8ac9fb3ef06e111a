import { BenchError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';

/** Throws `BenchError` for an outlet that is never switched. */
export function refuseProtected(device: string, kept: readonly string[], outlet: string): void {
  if (kept.includes(outlet))
    throw new BenchError(device, `outlet ${outlet} is protected in the topology and is never switched`);
}

/** Throws `BenchError` if a protected outlet is not there: a slip in its name would leave it unprotected. */
export function refuseLacking(device: string, kept: readonly string[], known: readonly string[]): void {
  for (const outlet of kept)
    if (!known.includes(outlet))
      throw new BenchError(
        device,
        `outlet ${outlet} is protected in the topology, but is not known to the device${suggestion(outlet, known)}`,
      );
}

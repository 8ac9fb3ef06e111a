import { BenchError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { Pdu } from './pdu.ts';

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

/** The same of a PDU that was just reached; one that is refused, or that does not answer, is closed again. */
export async function keptBy<Reached extends Pdu>(pdu: Reached, kept: readonly string[]): Promise<Reached> {
  try {
    refuseLacking(pdu.name, kept, await pdu.outlets());
    return pdu;
  } catch (error) {
    await pdu.close();
    throw error;
  }
}

import { suggestion } from '../../nearest.ts';
import type { Objection } from '../objection.ts';
import type { Topology } from '../schema.ts';

/** A simulated PDU that is another than its model says is one of the PDUs. */
export function checkSimulatedPdus({ simulated, pdus }: Topology): readonly Objection[] {
  return Object.keys(simulated?.pdus ?? {})
    .filter((name) => !Object.hasOwn(pdus, name))
    .map((name) => ({
      path: ['simulated', 'pdus', name],
      on: 'key',
      message: `there is no PDU ${JSON.stringify(name)}${suggestion(name, Object.keys(pdus))}`,
    }));
}

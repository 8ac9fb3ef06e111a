import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import { pduReaches, reachOf, simulatedAs, simulatedPduFamilies } from '../pdu-families.ts';
import type { TopologyPdu } from '../pdu-schema.ts';
import type { Topology } from '../schema.ts';

/** Each PDU is reached in the one way that its family wants; a simulated bench has what it can stand in for. */
export function checkPdus({ pdus, simulated }: Topology): readonly Objection[] {
  return Object.entries(pdus).flatMap(([name, pdu]) => [
    ...checkReach(name, pdu),
    ...(simulated ? checkSimulated(name, pdu, Object.hasOwn(simulated.pdus, name)) : []),
  ]);
}

function checkReach(name: string, pdu: TopologyPdu): readonly Objection[] {
  const wanted = reachOf(pdu.model);
  const others = pduReaches.filter((reach) => reach !== wanted && pdu[reach]);
  return [
    ...(pdu[wanted]
      ? []
      : [
          objectTo(
            ['pdus', name, 'model'],
            `a PDU of the family ${pdu.model} is reached by ${wanted}; add the key ${wanted}${others.length > 0 ? `, not ${others.join(', ')}` : ''}`,
          ),
        ]),
    ...(pdu[wanted]
      ? others.map((reach): Objection => ({
          path: ['pdus', name, reach],
          on: 'key',
          message: `a PDU of the family ${pdu.model} is reached by ${wanted}; take ${reach} away`,
        }))
      : []),
  ];
}

/** What is simulated listens at a port that the bench fills in; what is not is somebody's own, and says where. */
function checkSimulated(name: string, pdu: TopologyPdu, isSaid: boolean): readonly Objection[] {
  if (isSaid || simulatedAs(pdu.model)) return [];
  return [
    objectTo(
      ['pdus', name, 'model'],
      `a simulated bench cannot stand in for ${pdu.model}; say what it is there instead, under simulated: pdus: ` +
        `{ ${name}: … }, one of ${simulatedPduFamilies.join(', ')}`,
    ),
  ];
}

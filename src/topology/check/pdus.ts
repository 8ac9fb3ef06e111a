import { suggestion } from '../../nearest.ts';
import { unitNames } from '../../pair/index.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import { pduReaches, reachOf, simulatedAs, simulatedPduFamilies } from '../pdu-families.ts';
import type { TopologyPdu } from '../pdu-schema.ts';
import type { Topology } from '../schema.ts';

/** Each PDU is reached in the one way that its family wants; a simulated bench has what it can stand in for. */
export function checkPdus({ pdus, simulated, units }: Topology): readonly Objection[] {
  return Object.entries(pdus).flatMap(([name, pdu]) => [
    ...checkReach(name, pdu),
    ...checkShown(name, pdu, units),
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

/** A page shows the outlets that are written for it: those that feed a unit among them, and those that are protected. */
function checkShown(
  name: string,
  { web, protected: kept }: TopologyPdu,
  units: Topology['units'],
): readonly Objection[] {
  if (!web) return [];
  const feeds = unitNames.flatMap((unit) =>
    units[unit].power.map((feed, index) => ({ ...feed, path: ['units', unit, 'power', index, 'outlet'] })),
  );
  return [
    ...feeds.filter(({ pdu }) => pdu === name),
    ...kept.map((outlet, index) => ({ outlet, path: ['pdus', name, 'protected', index] })),
  ]
    .filter(({ outlet }) => !web.outlets.includes(outlet))
    .map(({ outlet, path }) =>
      objectTo(
        path,
        `outlet ${outlet} is not among the outlets of ${name}${suggestion(outlet, web.outlets)}`,
      ),
    );
}

/** What is simulated is of a family that can be, or said to be one, and listens for SNMP or HTTP. */
function checkSimulated(name: string, pdu: TopologyPdu, isSaid: boolean): readonly Objection[] {
  if ((pdu.snmp || pdu.http) && (isSaid || simulatedAs(pdu.model))) return [];
  return [
    objectTo(
      ['pdus', name, 'model'],
      `a simulated bench cannot stand in for ${pdu.model}; expected one of ${simulatedPduFamilies.join(', ')}`,
    ),
  ];
}

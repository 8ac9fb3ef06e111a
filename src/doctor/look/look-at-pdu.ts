import type { OutletReading, Pdu } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Missing, PduChart } from '../chart.ts';
import type { Examined } from '../examined.ts';
import type { Look } from '../row.ts';
import { usualPatience, Visit } from './visit.ts';

/** Looks at the outlets of a PDU that units are fed from. */
export async function lookAtPdu(
  { topology, doors, clock, patience = usualPatience }: Examined,
  name: string,
): Promise<PduChart> {
  const visit = new Visit(clock, patience);
  const opening = await visit.open(`open ${name}`, () => doors.pdu(name));
  if ('blind' in opening) return { opened: opening, outlets: new Map() };
  const of = opening.saw;
  try {
    const outlets = new Map<string, Look<OutletReading | Missing>>();
    for (const outlet of feeding(topology, name)) outlets.set(outlet, await lookAtOutlet(visit, of, outlet));
    return { opened: visit.lost ?? { saw: true }, outlets };
  } finally {
    await of.close();
  }
}

/** What cannot be read of a PDU that still lists its outlets is the outlet's own fault. */
async function lookAtOutlet(visit: Visit, of: Pdu, outlet: string): Promise<Look<OutletReading | Missing>> {
  const reading = await visit.ask(`outlet ${outlet}`, () => of.read(outlet));
  if (!('blind' in reading) || visit.lost) return reading;
  const alive = await visit.ask(`outlets of ${of.name}`, () => of.outlets());
  if ('blind' in alive) return visit.loseFor(reading.blind);
  return alive.saw.includes(outlet) ? reading : { saw: { missing: reading.blind } };
}

function feeding({ units }: Topology, name: string): ReadonlySet<string> {
  const feeds = unitNames.flatMap((unit) => units[unit].power);
  return new Set(feeds.filter(({ pdu }) => pdu === name).map(({ outlet }) => outlet));
}

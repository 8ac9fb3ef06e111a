import { pause } from '../../clock.ts';
import type { OutletReading, Pdu } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import { switchPower } from '../breaking/power.ts';
import type { ChangedOf } from '../journal/changed.ts';
import type { Back } from './back.ts';
import { onceSettled } from './once-settled.ts';
import type { Reach } from './reach.ts';
import type { Recovering } from './recovering.ts';

type Outlet = ChangedOf<'outlets'>['outlets'][number];
type Power = ChangedOf<'outlets'>;

/**
 * Switches on again what was on, if it is not, after the minimum off time from now: nobody knows when it went off. What
 * was off before is left as it is. Throws `BenchError` for an outlet that is not the one that was cut, by the topology or
 * by the name that its PDU gives it, and when it does not follow.
 */
export async function outletsBack(
  recovering: Recovering,
  reach: Reach,
  changed: Power,
  when: string,
): Promise<Back> {
  const { topology, clock, signal, progress } = recovering;
  const off: Outlet[] = [];
  const pdus = new Map(
    await Promise.all(pdusOf(changed).map(async (name) => [name, await reach.pdu(name)] as const)),
  );
  const notes: string[] = [];
  for (const outlet of changed.outlets) {
    refuseOther(recovering, changed, outlet);
    if (outlet.prior === 'off') notes.push(`${called(outlet)} was off before, and is left as it is`);
    else if (!(await isOn(recovering, await reach.pdu(outlet.pdu), outlet, when))) off.push(outlet);
  }
  const told = [...changed.outlets.filter(({ prior }) => prior === 'on').map(called), ...notes];
  if (off.length === 0) return { outcome: 'as-before', why: `${told.join(', ')}: read back` };
  const dwellMs = Math.max(...off.map(({ pdu }) => topology.pdus[pdu]?.dwell ?? 0));
  progress.say(`${off.map(called).join(' and ')} off, for the minimum off time: ${dwellMs / 1000} s`);
  await pause(clock, dwellMs, signal);
  const { witness } = await switchPower({ ...recovering, pdus }, changed.unit, 'on', off);
  return { outcome: 'put-back', why: [`${witness} read on`, ...notes].join(', ') };
}

/** Throws `BenchError` where the PDU calls it otherwise than when it was cut. */
async function isOn(recovering: Recovering, pdu: Pdu, outlet: Outlet, when: string): Promise<boolean> {
  const settleMs = recovering.topology.pdus[outlet.pdu]?.settle ?? 0;
  const reading = await onceSettled(recovering, { when, settleMs }, () => pdu.read(outlet.outlet), readsOn);
  refuseOtherName(outlet, reading);
  return readsOn(reading);
}

const readsOn = ({ power, pending }: OutletReading): boolean => power === 'on' && pending !== true;

const pdusOf = ({ outlets }: Power): readonly string[] => [...new Set(outlets.map(({ pdu }) => pdu))];

const called = ({ pdu, outlet }: Outlet): string => `outlet ${outlet} of ${pdu}`;

function refuseOther({ topology }: Recovering, { unit }: Power, outlet: Outlet): void {
  const isThere = topology.units[unit].power.some(
    ({ pdu, outlet: name }) => pdu === outlet.pdu && name === outlet.outlet,
  );
  if (!isThere)
    throw new BenchError(
      outlet.pdu,
      `outlet ${outlet.outlet} is not touched: it fed ${unit} when it was cut, and the topology does not say so any more`,
    );
}

/** A name that was there when it was cut has to be there still: else it may feed something else by now. */
function refuseOtherName({ pdu, outlet, label }: Outlet, { label: now }: OutletReading): void {
  if (label === undefined || label === now) return;
  const said = now === undefined ? 'now it has none' : `now it calls it ${JSON.stringify(now)}`;
  throw new BenchError(
    pdu,
    `outlet ${outlet} is not touched: its PDU called it ${JSON.stringify(label)} when it was cut, and ${said}`,
  );
}

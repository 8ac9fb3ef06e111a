import { unitNames } from '../../pair/index.ts';
import type { Chart, ClockSeen } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';
import type { Row } from '../row.ts';

/** A minute: people compare the logs of the units with each other and with a report. */
const mostApartMs = 60_000;
/** The zones of the world stand whole quarters of an hour apart, so that one of another name hides no more than that. */
const zoneStepMs = 15 * 60_000;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The clocks of the units, against this machine and against each other. Nothing is measured by them: they are for people. */
export const clocks: Examination = {
  name: 'clocks',
  examine: (chart) => [...unitNames.map((unit) => againstUs(chart, unit)), againstEachOther(chart)],
};

function againstUs({ units }: Chart, unit: 'primary' | 'secondary'): Row {
  const told = about(unit, 'clock against this machine');
  const { clock } = units[unit];
  if ('blind' in clock) return told.unknown(clock);
  const { facts, wallMs } = clock.saw;
  const apartMs = shownMs(clock.saw) - wallMs;
  const offMs = /^(?:UTC|GMT|Z)$/i.test(facts.zone) ? apartMs : besideZone(apartMs);
  if (Math.abs(offMs) <= mostApartMs) return told.ok(facts.at);
  return told.warning(
    `${facts.at}, ${apart(offMs)} this machine`,
    new Date(wallMs).toISOString(),
    'set the clock (clock set, ntp server), or mind the difference in logs; nothing is measured by it',
  );
}

function againstEachOther({ units }: Chart): Row {
  const told = about('pair', 'clocks of the units against each other');
  const { primary, secondary } = units;
  if ('blind' in primary.clock) return told.unknown(primary.clock);
  if ('blind' in secondary.clock) return told.unknown(secondary.clock);
  const [one, other] = [primary.clock.saw, secondary.clock.saw];
  // They were not asked at one instant; this machine saw how far apart that was.
  const offMs = shownMs(one) - one.wallMs - (shownMs(other) - other.wallMs);
  const said = `primary ${one.facts.zone}, secondary ${other.facts.zone}, ${Math.round(Math.abs(offMs) / 1000)} s apart`;
  if (one.facts.zone !== other.facts.zone)
    return told.warning(said, 'one time zone', 'set the same time zone on both (clock timezone)');
  if (Math.abs(offMs) <= mostApartMs) return told.ok(said);
  return told.warning(
    said,
    `no more than ${mostApartMs / 1000} s apart`,
    'set both clocks (clock set, ntp server)',
  );
}

/** What the clock shows, as if its zone were UTC. */
function shownMs({ facts: { time, month, day, year } }: ClockSeen): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return Date.UTC(year, months.indexOf(month), day, hours, minutes) + seconds * 1000;
}

function besideZone(apartMs: number): number {
  return Math.abs(apartMs) > 15 * 3_600_000
    ? apartMs
    : apartMs - Math.round(apartMs / zoneStepMs) * zoneStepMs;
}

function apart(ms: number): string {
  return `${Math.round(Math.abs(ms) / 1000)} s ${ms < 0 ? 'behind' : 'ahead of'}`;
}

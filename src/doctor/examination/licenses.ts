import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Chart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';
import type { Row } from '../row.ts';

/** Whether the units may fail over at all, and one of two PIX is unrestricted (document 77809, «License Requirements»). */
export const licenses: Examination = {
  name: 'licenses',
  examine: (chart) => [
    ...unitNames.map((unit) => failoverLicense(chart, unit)),
    ...(chart.topology.pair.platform === 'pix' ? [unrestricted(chart)] : []),
  ],
};

function failoverLicense({ topology: { pair }, units }: Chart, unit: UnitName): Row {
  const told = about(unit, 'failover licence');
  const { version } = units[unit];
  if ('blind' in version) return told.unknown(version);
  const { failoverLicense: said } = version.saw;
  if (said === undefined) return told.unknown({ blind: 'show version does not print it', because: 'unread' });
  const wanted = pair.mode === 'active-active' ? 'active-active' : 'any but disabled';
  const isEnough = pair.mode === 'active-active' ? said === 'active-active' : said !== 'disabled';
  return isEnough
    ? told.ok(said)
    : told.wrong(said, wanted, 'license failover on this unit (activation-key)');
}

function unrestricted({ units }: Chart): Row {
  const told = about('pair', 'unrestricted licence of one unit');
  const { primary, secondary } = units;
  for (const { version } of [primary, secondary]) if ('blind' in version) return told.unknown(version);
  const notes = unitNames.map((unit) => {
    const { version } = units[unit];
    const lines = 'saw' in version ? version.saw.licenseNotes : [];
    return lines.find((line) => /\blicense\b/i.test(line)) ?? 'none printed';
  });
  const said = notes.join(' / ');
  if (notes.some((note) => /unrestricted/i.test(note))) return told.ok(said);
  if (notes.every((note) => note === 'none printed'))
    return told.unknown({ blind: 'show version prints no licence', because: 'unread' });
  return told.wrong(
    said,
    'one unit with an Unrestricted (UR) license',
    'upgrade the licence of one unit to UR',
  );
}

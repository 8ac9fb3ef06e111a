import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { OutletReading } from '../../device/index.ts';
import type { Chart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { physicalUnit } from '../physical-unit.ts';
import { about, notAsked } from '../row.ts';
import type { Row } from '../row.ts';

/** The outlets that units are fed from: there, called as the topology says, and on. */
export const outlets: Examination = {
  name: 'outlets',
  examine: (chart) =>
    unitNames.flatMap((unit) => chart.topology.units[unit].power.flatMap((feed) => fed(chart, unit, feed))),
};

type Feed = Chart['topology']['units']['primary']['power'][number];

function fed(chart: Chart, unit: UnitName, feed: Feed): readonly Row[] {
  const { pdu, outlet } = feed;
  const told = about(pdu, `outlet ${outlet} (${unit})`);
  const of = chart.pdus.get(pdu);
  const look = of?.outlets.get(outlet);
  if (!look) return [told.unknown(of && 'blind' in of.opened ? of.opened : notAsked)];
  if ('blind' in look) return [told.unknown(look)];
  if ('missing' in look.saw)
    return [told.wrong(look.saw.missing, `outlet ${outlet}`, 'write the outlet as the PDU numbers it')];
  return [state(chart, unit, feed, look.saw), ...label(chart, unit, feed, look.saw)];
}

function state(chart: Chart, unit: UnitName, { pdu, outlet }: Feed, { power, pending }: OutletReading): Row {
  const told = about(pdu, `outlet ${outlet} (${unit}): state`);
  const { version } = physicalUnit(chart, unit);
  const answers = 'saw' in version;
  if (pending === true)
    return told.warning(`${power}, with a command waiting`, 'on', 'wait until it has settled');
  if (power === 'on') return told.ok('on');
  const { power: feeds } = chart.topology.units[unit];
  if (power === 'off' && answers && feeds.length === 1)
    return told.wrong(
      `off, while ${unit} answers on its console`,
      'on',
      `this outlet does not feed ${unit}: follow its power cord, and write the outlet that it ends in`,
    );
  if (power === 'off' && answers)
    return told.wrong(
      'off',
      'on',
      `turn it on; ${unit} lives on its other feed, or this outlet is not its own`,
    );
  return told.wrong(power, 'on', `turn it on: ${unit} has no power from here`);
}

function label(chart: Chart, unit: UnitName, feed: Feed, { label: said }: OutletReading): readonly Row[] {
  const { pdu, outlet, label: wanted } = feed;
  const told = about(pdu, `outlet ${outlet} (${unit}): label`);
  if (wanted === undefined)
    return said === undefined ? [] : [told.ok(`${JSON.stringify(said)}; the topology asks for none`)];
  if (said === wanted) return [told.ok(JSON.stringify(said))];
  const elsewhere = [...(chart.pdus.get(pdu)?.outlets ?? [])].find(
    ([, look]) => 'saw' in look && 'label' in look.saw && look.saw.label === wanted,
  )?.[0];
  const todo =
    elsewhere === undefined
      ? 'name it on the PDU, or write another outlet'
      : `that is what outlet ${elsewhere} is called: off by one?`;
  return [
    told.wrong(
      said === undefined ? 'the PDU gives it no name' : JSON.stringify(said),
      JSON.stringify(wanted),
      todo,
    ),
  ];
}

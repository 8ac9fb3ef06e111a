import { mateOf, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { WayChart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { openedOnceConfigured } from '../physical-unit.ts';
import { about } from '../row.ts';
import type { Look, Row } from '../row.ts';

/** Whether each way leads to the unit that the topology says, and whether that is made as it says. */
export const identity: Examination = {
  name: 'identity',
  examine: ({ topology, units }) =>
    unitNames.flatMap((unit) => {
      const { ways, version } = units[unit];
      return [
        ...ways.map((way) => whoIsAt(topology, unit, way, openedOnceConfigured(units[unit], way))),
        ...madeAs(topology, unit, version),
      ];
    }),
};

function whoIsAt(
  { units }: Topology,
  unit: UnitName,
  { kind, way, version }: WayChart,
  opened: Look<true>,
): Row {
  const told = about(unit, `serial number at the ${way}`);
  if ('blind' in version) return told.unknown('blind' in opened ? opened : version);
  const { serial = 'none' } = version.saw;
  const mate = mateOf(unit);
  const isMate = serial === units[mate].serial;
  // Which unit answers at an address goes with the roles.
  if (serial === units[unit].serial || (isMate && kind === 'management'))
    return told.ok(`${serial}, ${isMate ? mate : unit}`);
  const wanted = kind === 'console' ? units[unit].serial : `${units[unit].serial} or ${units[mate].serial}`;
  if (isMate)
    return told.wrong(
      `${serial}, that of ${mate}`,
      wanted,
      `the console of ${unit} leads to the serial number of ${mate}: swap them or the topology`,
    );
  return told.wrong(
    serial,
    wanted,
    `this is neither unit of the topology: look at the line, or write ${serial}`,
  );
}

function madeAs({ pair }: Topology, unit: UnitName, version: WayChart['version']): readonly Row[] {
  return (['model', 'firmware'] as const).map((what) => {
    const told = about(unit, what);
    if ('blind' in version) return told.unknown(version);
    const said = version.saw[what];
    if (said === pair[what]) return told.ok(said);
    return told.wrong(
      said,
      pair[what],
      `write it into the topology (pair, ${what}), or exchange it on the unit`,
    );
  });
}

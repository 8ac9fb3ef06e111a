import { UsageError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { UnitName } from '../../pair/index.ts';
import { activeActiveDefects } from './active-active/index.ts';
import { addressesDefects } from './addresses/index.ts';
import { benchDefects } from './bench/index.ts';
import { bootDefects } from './boot/index.ts';
import { controlDefects } from './control/index.ts';
import { type BenchDefect, type Defect, isFirmwareDefect } from './defect.ts';
import { displayDefects } from './display/index.ts';
import { interfaceHealthDefects } from './interface-health/index.ts';
import { logDefects } from './log/index.ts';
import { honestOutlet, honestPdu, type OutletTraits, type PduTraits } from '../fabric/power/pdu-traits.ts';
import { replicationDefects } from './replication/index.ts';
import { statefulDefects } from './stateful/index.ts';
import { switchoverDefects } from './switchover/index.ts';
import { trafficDefects } from './traffic/index.ts';
import { honestTraits, type UnitTraits } from './unit-traits.ts';
import { unitHealthDefects } from './unit-health/index.ts';

export { isFirmwareDefect } from './defect.ts';
export type { BenchDefect, Defect, FirmwareDefect } from './defect.ts';

/** Every defect that a simulated bench can be given: of the firmware by subject, then of the bench around it. */
export const defects: readonly Defect[] = [
  ...unitHealthDefects,
  ...interfaceHealthDefects,
  ...switchoverDefects,
  ...bootDefects,
  ...addressesDefects,
  ...replicationDefects,
  ...statefulDefects,
  ...trafficDefects,
  ...activeActiveDefects,
  ...controlDefects,
  ...displayDefects,
  ...logDefects,
  ...benchDefects,
];

/** A defect as it is asked for: of one unit and what belongs to it, or of both. */
export interface WantedDefect {
  readonly defect: string;
  readonly unit?: UnitName | undefined;
}

/** The defects of one unit, and of the outlets and ports that belong to it. */
export function defectsOf(unit: UnitName, wanted: readonly WantedDefect[]): readonly Defect[] {
  return wanted
    .filter((one) => one.unit === undefined || one.unit === unit)
    .map(({ defect }) => known(defect));
}

/** How a unit with these defects behaves. */
export function traitsWith(found: readonly Defect[]): UnitTraits {
  return found.filter(isFirmwareDefect).reduce((traits, { unit }) => unit(traits), honestTraits);
}

/** How an outlet behaves that feeds units with these defects. */
export function outletTraitsWith(found: readonly Defect[]): OutletTraits {
  return ofBench(found).reduce((traits, { outlet }) => (outlet ? outlet(traits) : traits), honestOutlet);
}

/** How a PDU behaves that feeds units with these defects. */
export function pduTraitsWith(found: readonly Defect[]): PduTraits {
  return ofBench(found).reduce((traits, { pdu }) => (pdu ? pdu(traits) : traits), honestPdu);
}

/** True if the ports of a unit with these defects say yes and do nothing. */
export function portsAreDeaf(found: readonly Defect[]): boolean {
  return ofBench(found).some(({ deaf }) => deaf === 'ports');
}

function ofBench(found: readonly Defect[]): readonly BenchDefect[] {
  return found.filter((one) => !isFirmwareDefect(one));
}

function known(name: string): Defect {
  const found = defects.find((one) => one.name === name);
  if (found) return found;
  const names = defects.map((one) => one.name);
  throw new UsageError(
    `there is no defect ${JSON.stringify(name)} for a simulated bench${suggestion(name, names)}`,
  );
}

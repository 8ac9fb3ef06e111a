import { UsageError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { UnitName } from '../../pair/index.ts';
import { bothActive } from './both-active.ts';
import { deadDataPath } from './dead-data-path.ts';
import type { Defect } from './defect.ts';
import { hangsOnCrash } from './hangs-on-crash.ts';
import { neverTakesOver } from './never-takes-over.ts';
import { outletAcknowledgesOnly } from './outlet-acknowledges-only.ts';
import { portAcknowledgesOnly } from './port-acknowledges-only.ts';
import { slowTakeover } from './slow-takeover.ts';
import { honestTraits, type UnitTraits } from './unit-traits.ts';

export type { Defect } from './defect.ts';

/** Every defect that a simulated bench can be given. */
export const defects: readonly Defect[] = [
  neverTakesOver,
  slowTakeover,
  bothActive,
  deadDataPath,
  hangsOnCrash,
  outletAcknowledgesOnly,
  portAcknowledgesOnly,
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
  return found.reduce((traits, { unit }) => (unit ? unit(traits) : traits), honestTraits);
}

function known(name: string): Defect {
  const found = defects.find((one) => one.name === name);
  if (found) return found;
  const names = defects.map((one) => one.name);
  throw new UsageError(
    `there is no defect ${JSON.stringify(name)} for a simulated bench${suggestion(name, names)}`,
  );
}

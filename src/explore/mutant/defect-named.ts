import { UsageError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import { defects } from '../../simulator/index.ts';
import type { Defect } from '../../simulator/index.ts';

/** The defect of the catalogue with this name; throws `UsageError` if there is none. */
export function defectNamed(name: string): Defect {
  const found = defects.find((defect) => defect.name === name);
  if (found) return found;
  const names = defects.map((defect) => defect.name);
  throw new UsageError(`there is no defect ${name}${suggestion(name, names)}`);
}

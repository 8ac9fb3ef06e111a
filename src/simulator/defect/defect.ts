import type { OutletTraits, PduTraits } from './pdu-traits.ts';
import type { UnitTraits } from './unit-traits.ts';

/** Something that a simulated bench gets wrong on purpose, to see whether it is found out. */
export interface Defect {
  readonly name: string;
  /** What is wrong, in one sentence, for `fover simulate --help`. */
  readonly sentence: string;
  /** How a unit with the defect behaves; absent if the unit is not what is broken. */
  readonly unit?: (traits: UnitTraits) => UnitTraits;
  /** How the outlets that feed a unit with the defect behave, and the PDUs that they are on. */
  readonly outlet?: (traits: OutletTraits) => OutletTraits;
  readonly pdu?: (traits: PduTraits) => PduTraits;
  /** What says yes and does nothing. */
  readonly deaf?: 'ports';
}

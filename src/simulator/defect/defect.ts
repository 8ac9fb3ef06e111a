import type { OutletTraits, PduTraits } from '../fabric/power/pdu-traits.ts';
import type { UnitTraits } from './unit-traits.ts';

/** How a defect is asked for, and what is wrong in one sentence. */
interface Named {
  readonly name: string;
  readonly sentence: string;
}

/** One behaviour that the firmware of a unit gets wrong on purpose, to see whether it is found out. */
export interface FirmwareDefect extends Named {
  /** The requirements of the guides that a pair with the defect does not meet. */
  readonly breaks: readonly [string, ...string[]];
  /** How a unit with the defect behaves. */
  readonly unit: (traits: UnitTraits) => UnitTraits;
}

/** Something wrong around the pair: it breaks no requirement of the pair, which must not be blamed for it. */
export interface BenchDefect extends Named {
  /** How the outlets that feed a unit with the defect behave, and the PDUs that they are on. */
  readonly outlet?: (traits: OutletTraits) => OutletTraits;
  readonly pdu?: (traits: PduTraits) => PduTraits;
  /** What says yes and does nothing. */
  readonly deaf?: 'ports';
}

/** What a simulated bench can be given to get wrong. */
export type Defect = FirmwareDefect | BenchDefect;

/** Whether it is the pair that is broken, and not the bench around it. */
export function isFirmwareDefect(defect: Defect): defect is FirmwareDefect {
  return 'breaks' in defect;
}

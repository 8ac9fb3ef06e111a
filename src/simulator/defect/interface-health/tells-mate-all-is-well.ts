import { sayingInHellos } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that does not complain. */
export const tellsMateAllIsWell: FirmwareDefect = {
  name: 'tells-mate-all-is-well',
  sentence: 'The unit tells its mate that all its interfaces are normal.',
  breaks: ['IH-LINK-STATUS-EXCHANGED'],
  unit: (traits) =>
    sayingInHellos(traits, (hello) => ({
      ...hello,
      interfaces: hello.interfaces.map((one) => ({ ...one, health: 'normal' })),
    })),
};

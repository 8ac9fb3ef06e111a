import { sayingInHellos } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that tells its mate the wrong state. */
export const deniesBeingActive: FirmwareDefect = {
  name: 'denies-being-active',
  sentence: 'The unit says in its hellos that it is standby ready when it is active.',
  breaks: ['UH-STATE-EXCHANGED', 'AS-ONE-ACTIVE'],
  unit: (traits) =>
    sayingInHellos(traits, (hello) => ({
      ...hello,
      groups: hello.groups.map((one) => (one.state === 'active' ? { ...one, state: 'standby-ready' } : one)),
    })),
};

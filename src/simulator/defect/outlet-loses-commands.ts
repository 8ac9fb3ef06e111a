import type { Defect } from './defect.ts';

/** A PDU that forgets. */
export const outletLosesCommands: Defect = {
  name: 'outlet-loses-commands',
  sentence: 'The PDU accepts every command and carries out every second one.',
  outlet: (traits) => ({ ...traits, heeds: 'every-second' }),
};

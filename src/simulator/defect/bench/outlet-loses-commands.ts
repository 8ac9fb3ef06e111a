import type { BenchDefect } from '../defect.ts';

/** A PDU that forgets. */
export const outletLosesCommands: BenchDefect = {
  name: 'outlet-loses-commands',
  sentence: 'The PDU accepts every command and carries out every second one.',
  outlet: (traits) => ({ ...traits, heeds: 'every-second' }),
};

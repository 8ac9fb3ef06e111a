import type { BenchDefect } from '../defect.ts';

/** A switch whose ports stay as they are. */
export const portAcknowledgesOnly: BenchDefect = {
  name: 'port-acknowledges-only',
  sentence: 'The switch accepts every command; the port reads as before and its link stays.',
  deaf: 'ports',
};

import type { FirmwareDefect } from '../defect.ts';

/** A unit that cannot be alone. */
export const searchesForEver: FirmwareDefect = {
  name: 'searches-for-ever',
  sentence: 'A unit that boots alone goes on looking for a mate and does not become active.',
  breaks: ['AS-BOOTS-ALONE'],
  unit: (traits) => ({ ...traits, searchFactor: 1000 }),
};

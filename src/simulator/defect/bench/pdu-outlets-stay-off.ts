import type { BenchDefect } from '../defect.ts';

/** A PDU set up for safety. */
export const pduOutletsStayOff: BenchDefect = {
  name: 'pdu-outlets-stay-off',
  sentence: 'After a loss of power of the PDU itself all its outlets stay off.',
  pdu: (traits) => ({ ...traits, afterPowerLoss: 'off' }),
};

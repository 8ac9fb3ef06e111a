import type { Defect } from './defect.ts';

/** A PDU whose relays are stuck. */
export const outletAcknowledgesOnly: Defect = {
  name: 'outlet-acknowledges-only',
  sentence: 'The PDU accepts every command and its relay does not move.',
  outlet: (traits) => ({ ...traits, heeds: 'none' }),
};

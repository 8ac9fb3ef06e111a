import type { PowermanModel } from '../pdu-model.ts';

/** The daemon of powerman, which switches PDUs of many kinds for others: its nodes are the outlets. */
export const powerman: PowermanModel = {
  reach: 'powerman',
  name: 'powerman',
  title: 'powermand, the daemon of powerman',
  source: 'powerman 2.3.27: its protocol, and what it answered',
  proof: 'captured',
};

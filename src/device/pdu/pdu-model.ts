import type { DescribedModel } from './described-model.ts';
import type { HttpModel } from './http-model.ts';
import type { SnmpModel } from './snmp-model.ts';

/** One family of PDUs: a page of numbers or of requests. Reading back and settling are shared. */
export type PduModel = SnmpModel | HttpModel | PowermanModel | WebModel;

/** Outlets behind a daemon that switches PDUs for others. */
export interface PowermanModel extends DescribedModel {
  readonly reach: 'powerman';
}

/** A PDU that nothing but a browser can switch; what its page looks like stands in the topology. */
export interface WebModel extends DescribedModel {
  readonly reach: 'web';
}

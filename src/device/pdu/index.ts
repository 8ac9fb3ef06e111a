/** PDUs: outlets told and asked. */
export type { HttpAccess, SnmpAgentAccess as AgentAccess, TlsTrust } from '../../transport/index.ts';
export type * from './pdu.ts';
export type { DescribedModel } from './described-model.ts';
export type { PduModel } from './pdu-model.ts';
export type { WebPage } from './web-page.ts';
export { pduModels } from './models.ts';
export { openPdu, pduModelNamed } from './open-pdu.ts';
export type { PduAccess, PduOptions } from './open-pdu.ts';

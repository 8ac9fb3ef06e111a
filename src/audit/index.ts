/** Proof of the cabling: each declared port and outlet is pulsed once, and exactly the declared one has to notice. */
export { audit } from './audit.ts';
export type { Audited } from './audit.ts';
export { auditExitCode } from './exit-code.ts';
export { meetPair, restOf } from './meet-pair.ts';
export { planAudit } from './plan-audit.ts';
export type { AuditPlan } from './plan-audit.ts';
export { Rest } from './readiness.ts';
export { feedText, pulsed } from './step.ts';
export type { AuditStep, Finding } from './step.ts';

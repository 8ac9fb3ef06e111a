/** Whose a bench is: one user at a time, fenced off at each act once it is another's. */
export { Fence } from './fence.ts';
export { holderText, livenessOf } from './holder.ts';
export type { Liveness } from './holder.ts';
export { leaseFolder } from './lease-folder.ts';
export type { Holder, Lease, LeaseClaim, LeaseEnd, LeaseSeen, LeaseStore } from './lease.ts';
export { releaseLease } from './release-lease.ts';
export type { Force } from './release-lease.ts';
export { takeLease } from './take-lease.ts';
export type { LeaseWish } from './take-lease.ts';
export { watchHolder } from './watch-holder.ts';
export type { Watched } from './watch-holder.ts';

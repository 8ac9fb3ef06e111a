import { toldAt } from './told.ts';

/** `no failover active`, entered on the active unit. Roles do not move back by themselves. */
export const toldStandby = toldAt('told-standby', 'no failover active', 'told-standby');

/** `failover active`, entered on the standby unit. */
export const toldActive = toldAt('told-active', 'failover active', 'told-active');

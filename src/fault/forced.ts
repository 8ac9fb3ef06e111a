import { toldGroupAt } from './told.ts';

/** `no failover active`, entered on the active unit. Roles do not move back by themselves. */
export const toldStandby = toldGroupAt('told-standby', 'no failover active', 'told-standby');

/** `failover active`, entered on the standby unit. */
export const toldActive = toldGroupAt('told-active', 'failover active', 'told-active');

/** `failover reset`, entered on the unit that failed. */
export const toldReset = toldGroupAt('told-reset', 'failover reset', 'told-reset');

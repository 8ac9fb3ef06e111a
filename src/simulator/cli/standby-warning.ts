import { isActive } from '../../pair/index.ts';
import type { Shell } from './shell.ts';

/** Configuration that is entered on the standby unit goes nowhere («Command Replication»). */
export function warnOnStandby(shell: Shell): void {
  const { state } = shell.space.standing;
  if (isActive(state) || state === 'disabled' || state === 'negotiation') return;
  shell.print('**** WARNING ****');
  shell.print('\tConfiguration Replication is NOT performed from Standby unit to Active unit.');
  shell.print('\tConfigurations are no longer synchronized.');
}

/** System messages about the hosts that are logged to by TCP, as the vendor's list of system messages words them. */
import type { LogTarget } from './log-settings.ts';
import type { SystemMessage } from './system-message.ts';

function named({ nameif, address, port }: LogTarget): string {
  return `TCP Syslog Server ${nameif}:${address}/${port}`;
}

/** A host that is logged to over TCP does not take the connection, or has ended it. */
export function notResponding(target: LogTarget, isPermitted: boolean): SystemMessage {
  const policy = `New connections are ${isPermitted ? 'permitted' : 'denied'} based on logging permit-hostdown policy.`;
  return { id: 414_003, severity: 3, text: `${named(target)} not responding. ${policy}` };
}

/** It takes the connection again. */
export function connectionRestored(target: LogTarget): SystemMessage {
  return { id: 414_004, severity: 6, text: `${named(target)} - Connection restored` };
}

export const disallowing: SystemMessage = {
  id: 201_008,
  severity: 3,
  text: 'Disallowing new connections.',
};

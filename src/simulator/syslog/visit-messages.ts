/** System messages about those who manage the unit over the network. */
import type { Door } from '../face/simulated-unit.ts';
import type { SystemMessage } from './system-message.ts';

/** One connection to the unit: by which service, from where, and to which of its addresses. */
export interface Call {
  readonly door: Door;
  readonly from: string;
  readonly fromPort: number;
  readonly nameif: string;
  readonly address: string;
}

function route({ door, from, fromPort, nameif, address }: Call): string {
  return `from ${from}/${fromPort} to ${nameif}:${address}/${door}`;
}

/** `Login permitted from 192.0.2.7/50123 to inside:192.0.2.1/ssh for user "lab"`. */
export function loginPermitted(call: Call, username: string): SystemMessage {
  return { id: 605_005, severity: 6, text: `Login permitted ${route(call)} for user "${username}"` };
}

/** The same of one who did not get in. */
export function loginDenied(call: Call, username: string): SystemMessage {
  return { id: 605_004, severity: 6, text: `Login denied ${route(call)} for user "${username}"` };
}

/** None of the lists of the service lets that address in. */
export function accessDenied(call: Call): SystemMessage {
  return { id: 710_003, severity: 3, text: `TCP access denied by ACL ${route(call)}` };
}

/** All places of the service are taken. */
export function connectionLimit(call: Call, limit: number): SystemMessage {
  const text = `TCP connection limit exceeded ${route(call)} (current connections/connection limit = ${limit}/${limit})`;
  return { id: 710_004, severity: 7, text };
}

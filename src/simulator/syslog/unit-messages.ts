/** System messages of a unit that are not about failover, though failover causes many of them. */
import { maskedLine } from '../config/masked-line.ts';
import type { SystemMessage } from './system-message.ts';

/** The link of an interface that is on came or went. */
export function lineProtocol(nameif: string, up: boolean): SystemMessage {
  const text = `Line protocol on Interface ${nameif}, changed state to ${up ? 'up' : 'down'}`;
  return { id: up ? 411_001 : 411_002, severity: 4, text };
}

/** An interface was turned on or off by its configuration. */
export function configurationStatus(nameif: string, up: boolean): SystemMessage {
  const text = `Configuration status on interface ${nameif} changed state to ${up ? 'up' : 'downup'}`;
  return { id: up ? 411_004 : 411_003, severity: 4, text };
}

/** `from` is how the session came in: `telnet (remote 192.0.2.7)`. */
export function reloadCommand(from: string): SystemMessage {
  return { id: 199_001, severity: 5, text: `PIX reload command executed from ${from}.` };
}

export const startupCompleted: SystemMessage = {
  id: 199_002,
  severity: 6,
  text: 'PIX startup completed. Beginning operation.',
};

export const startupBegins: SystemMessage = { id: 199_005, severity: 6, text: 'PIX Startup begin' };

/** Somebody typed a command; what is secret in it is starred. */
export function executed(username: string, line: string): SystemMessage {
  const shown = maskedLine(line, '*').replace(/\b(password|passwd) \S+/, '$1 *');
  return { id: 111_008, severity: 5, text: `User '${username}' executed the '${shown}' command.` };
}

/** Somebody else answers for an address of this unit, as the mate does where both are active. */
export function arpCollision(
  operation: 'request' | 'reply',
  mac: string,
  own: { readonly address: string; readonly mac: string },
  nameif: string,
): SystemMessage {
  const what = operation === 'request' ? 'request' : 'response';
  const text = `Received ARP ${what} collision from ${own.address}/${mac} on interface ${nameif} with existing ARP entry ${own.address}/${own.mac}`;
  return { id: 405_001, severity: 4, text };
}

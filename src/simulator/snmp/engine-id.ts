import { createHash } from 'node:crypto';

/** Cisco's enterprise number, and that what follows is the vendor's own affair (RFC 3411, `SnmpEngineID`). */
const vendor = '80000009fe';

/**
 * The engine ID of the agents of a pair, in hexadecimal digits. The units share it, as an appliance shares its
 * engine data with its mate: keys that are made for one of them are good for the other one after a switchover.
 */
export function engineIdOf(pair: string): string {
  return vendor + createHash('md5').update(pair).digest('hex').slice(0, 24);
}

import type { Varbind } from './net-snmp.ts';
import { netSnmp } from './net-snmp.ts';
import type { SnmpValue } from './value.ts';

/** The value of one object in an answer; `undefined` for noSuchObject, noSuchInstance and endOfMibView. */
export function toValue(varbind: Varbind): SnmpValue | undefined {
  if (netSnmp.isVarbindError(varbind)) return undefined;
  const { type, value } = varbind;
  if (type === netSnmp.ObjectType.Counter64 && value instanceof Uint8Array) return bigEndian(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  return value instanceof Uint8Array ? Uint8Array.from(value) : undefined;
}

/** True if `oid` comes after `other` in the order of the tree (RFC 3416: number by number). */
export function isAfter(oid: string, other: string): boolean {
  const [a, b] = [oid, other].map((text) => text.split('.').map(Number));
  for (const [index, number] of (a ?? []).entries()) {
    const against = b?.[index];
    if (against === undefined) return true;
    if (number !== against) return number > against;
  }
  return false;
}

function bigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

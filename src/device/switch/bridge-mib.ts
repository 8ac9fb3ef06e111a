/**
 * BRIDGE-MIB (RFC 4188), RSTP-MIB (RFC 4318) and Q-BRIDGE-MIB (RFC 4363): learned addresses, and the spanning tree by
 * port of the bridge.
 */
import type { SnmpAnswer } from '../../transport/index.ts';
import { snmpNumber } from '../../transport/index.ts';
import type { SpanningTreeState } from './switch.ts';

const bridge = '1.3.6.1.2.1.17';

export const dot1dStpPortState = `${bridge}.2.15.1.3`;
export const dot1dStpPortOperEdgePort = `${bridge}.2.19.1.3`;
/** Indexed by the six octets of an address. */
export const dot1dTpFdbPort = `${bridge}.4.3.1.2`;
export const dot1dTpFdbStatus = `${bridge}.4.3.1.3`;
/** Indexed by the number of a filtering database, and the six octets of an address. */
export const dot1qTpFdbPort = `${bridge}.7.1.2.2.1.2`;
export const dot1qTpFdbStatus = `${bridge}.7.1.2.2.1.3`;
/** Which filtering database a VLAN uses; indexed by a time mark and the VLAN. */
export const dot1qVlanFdbId = `${bridge}.7.1.4.2.1.3`;

const states: Readonly<Record<number, SpanningTreeState>> = {
  1: 'disabled',
  2: 'blocking',
  3: 'listening',
  4: 'learning',
  5: 'forwarding',
  6: 'broken',
};

/** `undefined` for a value that the MIB does not have. */
export function spanningTreeWord(value: number | undefined): SpanningTreeState | undefined {
  return value === undefined ? undefined : states[value];
}

/** Statuses of a filtering database that are no address behind a port: no longer valid (2), the switch itself (4). */
export const notBehindPort: readonly number[] = [2, 4];

/** An address as the appliance prints it, from the six numbers that end an index. */
export function macOf(index: readonly number[]): string {
  const digits = index
    .slice(-6)
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 12)].join('.');
}

/** The numbers of a column, by index: what follows the column in the OID. */
export function numbersBelow(column: string, answer: SnmpAnswer): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [oid, value] of answer.values) {
    const number = snmpNumber(value);
    if (number !== undefined) numbers.set(oid.slice(column.length + 1), number);
  }
  return numbers;
}

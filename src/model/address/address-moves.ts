import type { Requirement } from '../../pair/index.ts';
import { addresses } from '../requirement/address.ts';
import type { MacSetting } from './interface-addresses.ts';
import { virtualMac } from './virtual-mac.ts';

/** A kind of address, and whether it goes to the mate at a failover. */
export interface AddressMove {
  readonly of: string;
  readonly moves: boolean;
  readonly requirement: Requirement;
}

/** Every kind of address of which the guides say so. */
export const addressMoves: readonly AddressMove[] = [
  { of: 'a data interface', moves: true, requirement: addresses.pairingKept },
  { of: 'the management address in transparent mode', moves: true, requirement: addresses.transparent },
  { of: 'the failover link', moves: false, requirement: addresses.linkStays },
  { of: 'a dedicated state link', moves: false, requirement: addresses.stateLinkStays },
  { of: 'a state link on a data interface', moves: true, requirement: addresses.stateLinkOnData },
];

/**
 * The MAC addresses that interfaces of two Active/Active pairs on one network have in common, each once: the default ones
 * of the same port and group are the same (MAC-AA-DUPLICATES). Assigned addresses avoid it.
 */
export function sharedMacs(one: readonly MacSetting[], other: readonly MacSetting[]): readonly string[] {
  const theirs = new Set(other.flatMap(groupMacs));
  return [...new Set(one.flatMap(groupMacs))].filter((mac) => theirs.has(mac));
}

const groupMacs = (setting: MacSetting): readonly string[] =>
  ([1, 2] as const).flatMap((group) => {
    const macs = virtualMac(setting, group);
    return macs ? [macs.active, ...(macs.standby === undefined ? [] : [macs.standby])] : [];
  });

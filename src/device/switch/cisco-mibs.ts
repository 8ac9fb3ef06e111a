/** What Catalyst switches say of their ports beyond the standard MIBs. */
const cisco = '1.3.6.1.4.1.9.9';

/** CISCO-VTP-MIB, by ifIndex: what a port is told about trunking, whether it is one, the VLAN of untagged frames. */
export const vlanTrunkPortDynamicState = `${cisco}.46.1.6.1.1.13`;
export const vlanTrunkPortDynamicStatus = `${cisco}.46.1.6.1.1.14`;
export const vlanTrunkPortNativeVlan = `${cisco}.46.1.6.1.1.5`;

/** CISCO-STP-EXTENSIONS-MIB, by bridge port and not by ifIndex. */
export const stpxFastStartPortMode = `${cisco}.82.1.9.3.1.3`;
/** The same on older software, as a truth value. */
export const stpxFastStartPortEnable = `${cisco}.82.1.9.3.1.2`;
/** Whether it works, by VLAN and bridge port: enabled is 1. */
export const stpxFastStartOperMode = `${cisco}.82.1.9.5.1.3`;
/** What the port mode `default` stands for. */
export const stpxFastStartGlobalDefaultMode = `${cisco}.82.1.9.4.0`;

/** CISCO-PAGP-MIB, by ifIndex: whether PAgP runs, and the channel; the port itself, or 0, if it is in none. */
export const pagpEthcOperationMode = `${cisco}.98.1.1.1.1.1`;
export const pagpGroupIfIndex = `${cisco}.98.1.1.1.1.8`;
/** CISCO-LAG-MIB, by ifIndex. */
export const clagAggPortAdminStatus = `${cisco}.225.1.3.1.1.1`;
/** IEEE8023-LAG-MIB, by ifIndex: the channel, or 0. */
export const dot3adAggPortAttachedAggId = '1.2.840.10006.300.43.1.2.1.1.13';

/** CISCO-ERR-DISABLE-MIB, by ifIndex and VLAN (0 for the whole port); the row is there while the port is disabled. */
export const cErrDisableIfStatusCause = `${cisco}.548.1.3.1.1.2`;

const trunkStates: Readonly<Record<number, 'off' | 'negotiated' | 'on'>> = {
  1: 'on',
  2: 'off',
  3: 'negotiated',
  4: 'negotiated',
  5: 'on',
};

/** What is told of trunking by the state that was configured and the status that came of it. */
export function trunkWord(
  state: number | undefined,
  status: number | undefined,
): 'off' | 'negotiated' | 'on' | undefined {
  if (status === 1) return 'on';
  return state === undefined ? undefined : trunkStates[state];
}

/** Whether portfast is on by the mode of the port, the default of the switch, and whether the port is a trunk. */
export function fastStart(
  mode: number | undefined,
  globalMode: number | undefined,
  isTrunk: boolean,
): boolean | undefined {
  if (mode === 1) return !isTrunk;
  if (mode === 2 || mode === 5) return false;
  if (mode === 3) return true;
  if (mode === 4) return globalMode === undefined ? undefined : globalMode === 1 && !isTrunk;
  return undefined;
}

/** The objects that hold the VLAN of an access port. */

/** CISCO-VLAN-MEMBERSHIP-MIB, by ifIndex; not there for trunks and routed ports. */
export const vmVlan = '1.3.6.1.4.1.9.9.68.1.2.2.1.2';
/** BRIDGE-MIB (RFC 4188): which interface is behind a port of the bridge. */
export const dot1dBasePortIfIndex = '1.3.6.1.2.1.17.1.4.1.2';
/** Q-BRIDGE-MIB (RFC 4363), by port of the bridge. */
export const dot1qPvid = '1.3.6.1.2.1.17.7.1.4.5.1.1';
/**
 * Q-BRIDGE-MIB, by VLAN: the ports that a VLAN leaves the switch by, and those of them where it leaves untagged; one bit
 * a port, the first port in the highest bit.
 */
export const dot1qVlanStaticEgressPorts = '1.3.6.1.2.1.17.7.1.4.3.1.2';
export const dot1qVlanStaticUntaggedPorts = '1.3.6.1.2.1.17.7.1.4.3.1.4';
/** CISCO-VTP-MIB, by management domain and VLAN: operational is 1. */
export const vtpVlanState = '1.3.6.1.4.1.9.9.46.1.3.1.1.2';
/** CISCO-VLAN-MEMBERSHIP-MIB, by ifIndex: inactive (1) is a port whose VLAN does not exist. */
export const vmPortStatus = '1.3.6.1.4.1.9.9.68.1.2.2.1.3';

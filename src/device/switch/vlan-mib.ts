/** The objects that hold the VLAN of an access port. */

/** CISCO-VLAN-MEMBERSHIP-MIB, by ifIndex; not there for trunks and routed ports. */
export const vmVlan = '1.3.6.1.4.1.9.9.68.1.2.2.1.2';
/** BRIDGE-MIB (RFC 4188): which interface is behind a port of the bridge. */
export const dot1dBasePortIfIndex = '1.3.6.1.2.1.17.1.4.1.2';
/** Q-BRIDGE-MIB (RFC 4363), by port of the bridge. */
export const dot1qPvid = '1.3.6.1.2.1.17.7.1.4.5.1.1';

/** What every firmware counts over the state link. */
const always = ['sys cmd', 'up time', 'RPC services', 'TCP conn', 'UDP conn', 'ARP tbl', 'Xlate_Timeout'];

/** The guides' output of 7.2 has no row for SIP. */
export const countedBy72 = [
  ...always,
  'VPN IKE upd',
  'VPN IPSEC upd',
  'VPN CTCP upd',
  'VPN SDI upd',
  'VPN DHCP upd',
] as const;

export const countedBefore84 = [...countedBy72, 'SIP Session'] as const;

const from84 = [
  ...always,
  'IPv6 ND tbl',
  'VPN IKEv1 SA',
  'VPN IKEv1 P2',
  'VPN IKEv2 SA',
  'VPN IKEv2 P2',
  'VPN CTCP upd',
  'VPN SDI upd',
  'VPN DHCP upd',
  'SIP Session',
];

export const countedBy84 = [...from84, 'Route Session', 'User-Identity'] as const;

const from92 = [
  'Route Session',
  'Router ID',
  'User-Identity',
  'CTS SGTNAME',
  'CTS PAC',
  'TrustSec-SXP',
  'IPv6 Route',
  'STS Table',
];

export const countedBy92 = [...from84, ...from92] as const;

export const countedBy95 = [...from84, 'SIP Tx', 'SIP Pinhole', ...from92] as const;

export const countedBy912 = [...countedBy95, 'Umbrella Device-ID'] as const;

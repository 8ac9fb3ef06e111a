/** Every licensed feature by the name that it has in this program, and what a unit is licensed for at first. */
export const licensed: Readonly<Record<string, string>> = {
  'Maximum Physical Interfaces': 'Unlimited',
  'Maximum VLANs': '200',
  'Inside Hosts': 'Unlimited',
  Failover: 'Active/Active',
  'Encryption-DES': 'Enabled',
  'Encryption-3DES-AES': 'Enabled',
  'Security Contexts': '2',
  'GTP/GPRS': 'Disabled',
  'AnyConnect Premium Peers': '2',
  'AnyConnect Essentials': 'Disabled',
  'Other VPN Peers': '750',
  'Total VPN Peers': '750',
  'Shared License': 'Disabled',
  'AnyConnect for Mobile': 'Disabled',
  'AnyConnect for Cisco VPN Phone': 'Disabled',
  'Advanced Endpoint Assessment': 'Disabled',
  'Total UC Proxy Sessions': '2',
  'Botnet Traffic Filter': 'Disabled',
  'Intercompany Media Engine': 'Disabled',
  Cluster: 'Disabled',
  'Cut-through Proxy': 'Enabled',
  Guards: 'Enabled',
  'URL Filtering': 'Enabled',
};

/** The rows of a licence: names as they are printed, and the name in this program where it differs. */
export type FeatureRows = readonly (readonly [shown: string, feature: string])[];

function rows(...names: readonly (string | readonly [string, string])[]): FeatureRows {
  return names.map((name) => (typeof name === 'string' ? [name, name] : name));
}

const chassis = rows('Maximum Physical Interfaces', 'Maximum VLANs', 'Inside Hosts', 'Failover');
const oldCiphers = rows(['VPN-DES', 'Encryption-DES'], ['VPN-3DES-AES', 'Encryption-3DES-AES']);
const ciphers = rows('Encryption-DES', 'Encryption-3DES-AES');
const contexts = rows('Security Contexts', 'GTP/GPRS');
const peers = rows('AnyConnect Premium Peers', 'AnyConnect Essentials', 'Other VPN Peers', 'Total VPN Peers');
const phones = rows(
  'AnyConnect for Mobile',
  'AnyConnect for Cisco VPN Phone',
  'Advanced Endpoint Assessment',
);

/** What the licence of each train speaks of. */
export const features = {
  pix: [
    ...chassis,
    ...oldCiphers,
    ...rows('Cut-through Proxy', 'Guards', 'URL Filtering'),
    ...contexts,
    ...rows(['VPN Peers', 'Total VPN Peers']),
  ],
  '7.0': [...chassis, ...oldCiphers, ...contexts, ...rows(['VPN Peers', 'Total VPN Peers'])],
  '7.2': [
    ...chassis,
    ...oldCiphers,
    ...contexts,
    ...rows(['VPN Peers', 'Total VPN Peers'], ['WebVPN Peers', 'AnyConnect Premium Peers']),
  ],
  '8.0': [
    ...chassis,
    ...oldCiphers,
    ...contexts,
    ...rows(
      ['VPN Peers', 'Total VPN Peers'],
      ['WebVPN Peers', 'AnyConnect Premium Peers'],
      'Advanced Endpoint Assessment',
    ),
  ],
  '8.2': [
    ...chassis,
    ...oldCiphers,
    ...contexts,
    ...rows(
      ['SSL VPN Peers', 'AnyConnect Premium Peers'],
      'Total VPN Peers',
      'Shared License',
      'AnyConnect for Mobile',
      ['AnyConnect for Linksys phone', 'AnyConnect for Cisco VPN Phone'],
      'AnyConnect Essentials',
      'Advanced Endpoint Assessment',
      ['UC Phone Proxy Sessions', 'Total UC Proxy Sessions'],
      'Total UC Proxy Sessions',
      'Botnet Traffic Filter',
    ),
  ],
  '8.4': [
    ...chassis,
    ...oldCiphers,
    ...contexts,
    ...peers,
    ...rows('Shared License'),
    ...phones,
    ...rows(['UC Phone Proxy Sessions', 'Total UC Proxy Sessions'], 'Total UC Proxy Sessions'),
    ...rows('Botnet Traffic Filter', 'Intercompany Media Engine'),
  ],
  '8.6': [
    ...chassis,
    ...ciphers,
    ...contexts,
    ...peers,
    ...rows('Shared License'),
    ...phones,
    ...rows('Total UC Proxy Sessions', 'Botnet Traffic Filter', 'Intercompany Media Engine'),
  ],
  '9.1': [
    ...chassis,
    ...ciphers,
    ...contexts,
    ...peers,
    ...phones,
    ...rows('Shared License', 'Total UC Proxy Sessions', 'Botnet Traffic Filter'),
    ...rows('Intercompany Media Engine', 'Cluster'),
  ],
  '9.12': [
    ...chassis,
    ...ciphers,
    ...rows('Security Contexts', ['Carrier', 'GTP/GPRS']),
    ...peers,
    ...phones,
    ...rows('Shared License', ['Total TLS Proxy Sessions', 'Total UC Proxy Sessions']),
    ...rows('Botnet Traffic Filter', 'Cluster'),
  ],
} as const satisfies Readonly<Record<string, FeatureRows>>;

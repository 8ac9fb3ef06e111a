/** Why a virtual MAC address, or a pair of them, cannot be configured; undefined if it can. */
export function macRefusal(active: string, standby: string | undefined): string | undefined {
  const addresses = standby === undefined ? [active] : [active, standby];
  const group = addresses.find((mac) => (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1);
  if (group !== undefined) return `MAC address ${group} is a multicast or broadcast address`;
  if (addresses.includes('0000.0000.0000')) return 'MAC address 0000.0000.0000 is not valid';
  if (active === standby) return 'Active and standby MAC address must not be the same';
  return undefined;
}

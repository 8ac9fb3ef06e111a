/** A hardware address as the appliance prints it: `5897.1e12.3401`. */
export type Mac = string;

/** An IPv4 address as a number, or undefined if the text is none. */
export function ipNumber(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1).map(Number);
  if (parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

/** The dotted form of an IPv4 address. */
export function ipText(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** True for a netmask: ones, then zeros. */
export function isMask(text: string): boolean {
  const mask = ipNumber(text);
  return mask !== undefined && (((~mask >>> 0) + 1) & ~mask) >>> 0 === 0;
}

/** True if both addresses lie in one subnet of that mask; false if anything is no address. */
export function inSameSubnet(one: string, other: string, mask: string): boolean {
  const [a, b, bits] = [ipNumber(one), ipNumber(other), ipNumber(mask)];
  if (a === undefined || b === undefined || bits === undefined) return false;
  return (a & bits) === (b & bits);
}

/** The network that an address lies in; undefined if anything is no address. */
export function networkOf(address: string, mask: string): string | undefined {
  const [inside, bits] = [ipNumber(address), ipNumber(mask)];
  if (inside === undefined || bits === undefined) return undefined;
  return ipText((inside & bits) >>> 0);
}

/** The highest host address of the subnet that is not taken; undefined if there is none. */
export function freeAddress(inside: string, mask: string, taken: readonly string[]): string | undefined {
  const [address, bits] = [ipNumber(inside), ipNumber(mask)];
  if (address === undefined || bits === undefined) return undefined;
  const network = (address & bits) >>> 0;
  const broadcast = (network | ~bits) >>> 0;
  for (let host = broadcast - 1; host > network; host -= 1) {
    if (!taken.includes(ipText(host))) return ipText(host);
  }
  return undefined;
}

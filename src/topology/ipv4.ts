/** An IPv4 address as a number; the schema has seen to it that it is one. */
function toNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

/** The size of the subnet behind a mask, or undefined when the ones of the mask are not on its left. */
export function subnetSize(mask: string): number | undefined {
  const size = 2 ** 32 - toNumber(mask);
  return mask !== '0.0.0.0' && Number.isInteger(Math.log2(size)) ? size : undefined;
}

/** True if both addresses lie in one subnet of `size` addresses. */
export function inOneSubnet(a: string, b: string, size: number): boolean {
  return Math.floor(toNumber(a) / size) === Math.floor(toNumber(b) / size);
}

/** True for the first and the last address of a subnet, which no host can have; a subnet of two has neither. */
export function isNetworkOrBroadcast(address: string, size: number): boolean {
  const within = toNumber(address) % size;
  return size > 2 && (within === 0 || within === size - 1);
}

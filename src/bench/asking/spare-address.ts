import { subnetSize } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';

const address = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;

/**
 * The `nth` host address, from the lowest up and counted from 1, that the topology writes nowhere, in the subnet of
 * `beside`. Nothing if the subnet has none left. The networks of the data interfaces are the bench's own.
 */
export function spareAddress(
  topology: Topology,
  beside: string,
  mask: string,
  nth: number,
): string | undefined {
  const size = subnetSize(mask);
  if (size === undefined) return undefined;
  const written = new Set(JSON.stringify(topology).match(address));
  const beside32 = toNumber(beside);
  const network = beside32 - (beside32 % size);
  let left = nth;
  for (let host = 1; host < size - 1 && host <= written.size + nth; host += 1) {
    const candidate = toAddress(network + host);
    if (written.has(candidate)) continue;
    left -= 1;
    if (left === 0) return candidate;
  }
  return undefined;
}

const toNumber = (text: string): number =>
  text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
const toAddress = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

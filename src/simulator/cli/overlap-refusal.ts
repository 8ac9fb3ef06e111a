import { inSameSubnet } from '../ground/address.ts';
import type { Space } from '../system/space.ts';

/** Why a data interface cannot have an address: another is in that network. Undefined if none is. */
export function overlapRefusal(
  space: Space,
  name: string,
  address: string,
  mask: string,
): string | undefined {
  const other = space
    .interfaces()
    .find(
      (one) =>
        one.name !== name &&
        one.purpose === 'traffic' &&
        one.active !== undefined &&
        (inSameSubnet(one.active, address, mask) || inSameSubnet(one.active, address, one.mask ?? '')),
    );
  if (!other) return undefined;
  return [
    `Failed to apply IP address to interface ${name}, as the network overlaps with interface ${other.name}.`,
    'Two interfaces cannot be in the same subnet.',
  ].join(' ');
}

import type { PortCount } from '../../device/index.ts';

/** All frames of a direction, to whomever they are sent; nothing where a kind of them is not counted. */
export function framesOf({ unicast, multicast, broadcast }: PortCount): number | undefined {
  if (unicast === undefined || multicast === undefined || broadcast === undefined) return undefined;
  return unicast + multicast + broadcast;
}

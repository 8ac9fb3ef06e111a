import { broadcastMac, type Frame, frameBytes } from '../frame.ts';

/** What a port of a switch counts in one direction, as IF-MIB divides it. */
export interface PortCount {
  readonly octets: number;
  readonly unicast: number;
  readonly multicast: number;
  readonly broadcast: number;
  /** Good frames that went no further: the port does not forward, or not in that VLAN. */
  readonly discards: number;
}

/** The counters of one direction of a port. */
export class PortTally implements PortCount {
  octets = 0;
  unicast = 0;
  multicast = 0;
  broadcast = 0;
  discards = 0;

  count(frame: Frame): void {
    this.octets += frameBytes(frame);
    if (frame.destination === broadcastMac) this.broadcast += 1;
    else if (isMulticast(frame.destination)) this.multicast += 1;
    else this.unicast += 1;
  }
}

/** The lowest bit of the first byte says that a frame is for several. */
function isMulticast(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1;
}

import { broadcastMac, type Frame, frameBytes } from '../fabric/frame.ts';

/** What a network card counts. */
export class Counters {
  packetsIn = 0;
  bytesIn = 0;
  broadcastsIn = 0;
  packetsOut = 0;
  bytesOut = 0;

  received(frame: Frame): void {
    this.packetsIn += 1;
    this.bytesIn += frameBytes(frame);
    if (frame.destination === broadcastMac) this.broadcastsIn += 1;
  }

  sent(frame: Frame): void {
    this.packetsOut += 1;
    this.bytesOut += frameBytes(frame);
  }
}

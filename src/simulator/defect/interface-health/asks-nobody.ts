import { broadcastIp } from '../../fabric/frame.ts';
import { isGratuitous, sending } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that tests by waiting. */
export const asksNobody: FirmwareDefect = {
  name: 'asks-nobody',
  sentence: 'The unit sends neither ARP requests nor a broadcast ping when it tests an interface.',
  breaks: ['IH-TEST-ARP', 'IH-TEST-PING'],
  unit: (traits) =>
    sending(traits, (packet) => {
      const asks = packet.carries === 'arp' && packet.operation === 'request' && !isGratuitous(packet);
      return !asks && !(packet.carries === 'ping' && packet.to === broadcastIp);
    }),
};

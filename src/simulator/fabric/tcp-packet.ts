/** The control bits of a segment, as the appliance spells them in its messages. */
export type TcpFlags = 'SYN' | 'SYN ACK' | 'ACK' | 'PSH ACK' | 'FIN ACK' | 'RST' | 'RST ACK';

/** One segment of a TCP connection; SYN and FIN take a sequence number each, as every byte does. */
export interface TcpPacket {
  readonly carries: 'tcp';
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly flags: TcpFlags;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly bytes: Uint8Array;
}

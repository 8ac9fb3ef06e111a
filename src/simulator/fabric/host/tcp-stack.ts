import type { Cancel, Clock } from '../../../clock.ts';
import { Listeners } from '../../ground/listeners.ts';
import { hashOf } from '../../ground/random.ts';
import { TcpEndpoint, type TcpFlow } from './tcp-endpoint.ts';
import type { TcpPacket } from '../tcp-packet.ts';

/** The first port that a host takes for a connection of its own. */
const firstOwnPort = 1025;
/** Ends that are over are kept no longer than there are so many. */
const mostEnds = 256;

/** How far the first sequence numbers of one host's connections are apart. */
const initialStep = 64_000_003;

/** Something came in order to one end of a connection, or how far it is has changed. */
interface TcpNews {
  readonly end: TcpEndpoint;
  readonly arrived?: Uint8Array;
}

/** TCP of one host: its ends of connections, and the ports that it answers on. */
export class TcpStack {
  readonly #clock: Clock;
  readonly #address: string;
  readonly #transmit: (packet: TcpPacket) => void;
  readonly #ends = new Map<string, TcpEndpoint>();
  readonly #listening = new Set<number>();
  readonly #news = new Listeners<TcpNews>();
  #nextPort = firstOwnPort;
  #lastInitial: number;

  constructor(clock: Clock, address: string, transmit: (packet: TcpPacket) => void) {
    this.#clock = clock;
    this.#address = address;
    this.#transmit = transmit;
    // By its first sequence number another host tells whose connection it is, whatever address was translated.
    this.#lastInitial = hashOf(address);
  }

  /** Calls `listener` with what happens to the connections of this host. */
  onNews(listener: (news: TcpNews) => void): Cancel {
    return this.#news.add(listener);
  }

  /** A port that no connection of this host has. */
  takePort(): number {
    const port = this.#nextPort;
    this.#nextPort = port === 65_535 ? firstOwnPort : port + 1;
    return port;
  }

  /** Answers on a port, and closes what the other end closes. */
  listen(port: number): void {
    this.#listening.add(port);
  }

  /** Opens a connection from a port of its own. */
  connect(to: string, toPort: number): TcpEndpoint {
    const end = this.#end({ from: this.#address, fromPort: this.takePort(), to, toPort });
    end.open();
    return end;
  }

  /** The end of this host of the connection that another host opened with that sequence number. */
  accepted(initial: number): TcpEndpoint | undefined {
    for (const end of this.#ends.values()) if (end.peerInitial === initial) return end;
    return undefined;
  }

  take(packet: TcpPacket): void {
    const flow = { from: packet.to, fromPort: packet.toPort, to: packet.from, toPort: packet.fromPort };
    const end = this.#ends.get(keyOf(flow));
    const isSyn = packet.flags === 'SYN';
    const isOver = end !== undefined && ['closed', 'reset', 'timed-out'].includes(end.state);
    if (end && !(isSyn && isOver)) return end.take(packet);
    if (isSyn && this.#listening.has(packet.toPort)) this.#end(flow).accept(packet);
    else if (!packet.flags.startsWith('RST')) this.#refuse(flow, packet);
  }

  /** A host resets what it knows nothing of. */
  #refuse(flow: TcpFlow, { acknowledged, sequence }: TcpPacket): void {
    const bytes = new Uint8Array(0);
    this.#transmit({
      carries: 'tcp',
      ...flow,
      flags: 'RST ACK',
      sequence: acknowledged,
      acknowledged: sequence + 1,
      bytes,
    });
  }

  #end(flow: TcpFlow): TcpEndpoint {
    this.#lastInitial = (this.#lastInitial + initialStep) % 2 ** 32;
    const end: TcpEndpoint = new TcpEndpoint(this.#clock, flow, this.#lastInitial, {
      transmit: (packet) => this.#transmit(packet),
      arrived: (arrived) => this.#news.tell({ end, arrived }),
      changed: (state) => {
        if (state === 'closing') end.close();
        this.#news.tell({ end });
      },
    });
    const [oldest] = this.#ends.keys();
    if (this.#ends.size >= mostEnds && oldest !== undefined) this.#ends.delete(oldest);
    this.#ends.set(keyOf(flow), end);
    return end;
  }
}

function keyOf({ fromPort, to, toPort }: TcpFlow): string {
  return `${fromPort} ${to} ${toPort}`;
}

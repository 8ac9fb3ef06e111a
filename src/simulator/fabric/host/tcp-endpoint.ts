import type { Cancel, Clock } from '../../../clock.ts';
import type { TcpFlags, TcpPacket } from '../tcp-packet.ts';

/** How long an end waits for an acknowledgement before it sends again; twice as long each time. */
const firstWaitMs = 1000;
const longestWaitMs = 60_000;
/** So many tries for a SYN, and for anything later, before the connection is given up. */
const triesToOpen = 6;
const triesToSend = 10;
const largestSegment = 1460;
/** How many segments may be on their way without an acknowledgement. */
const window = 8;

/** How far a connection is, as one end sees it. */
export type TcpState = 'opening' | 'open' | 'closing' | 'closed' | 'reset' | 'timed-out';

/** Where a connection runs, from this end. */
export interface TcpFlow {
  readonly from: string;
  readonly fromPort: number;
  readonly to: string;
  readonly toPort: number;
}

/** What an end of a connection tells whoever uses it. */
export interface TcpUser {
  transmit(packet: TcpPacket): void;
  /** What came in order. */
  arrived?(bytes: Uint8Array): void;
  changed(state: TcpState): void;
}

interface Segment {
  readonly flags: TcpFlags;
  readonly sequence: number;
  readonly bytes: Uint8Array;
}

const nothing = new Uint8Array(0);

/** One end of a TCP connection: in order, acknowledged, sent again with ever longer waits, closed from both sides. */
export class TcpEndpoint {
  readonly flow: TcpFlow;
  readonly #clock: Clock;
  readonly #user: TcpUser;
  /** The first sequence number of this end, by which the other end can tell whose connection it is. */
  readonly initial: number;
  #state: TcpState = 'opening';
  #next: number;
  #expected = 0;
  #peerInitial: number | undefined;
  #unacknowledged: readonly Segment[] = [];
  #waiting: readonly Segment[] = [];
  #finSent = false;
  #finHeard = false;
  #tries = 0;
  #again: Cancel = () => undefined;
  #received = 0;

  constructor(clock: Clock, flow: TcpFlow, initial: number, user: TcpUser) {
    this.#clock = clock;
    this.flow = flow;
    this.initial = initial;
    this.#next = initial;
    this.#user = user;
  }

  /** The first sequence number of the other end, once it was heard. */
  get peerInitial(): number | undefined {
    return this.#peerInitial;
  }

  get state(): TcpState {
    return this.#state;
  }

  /** How many bytes have come from the other end. */
  get received(): number {
    return this.#received;
  }

  /** Opens from this end. */
  open(): void {
    this.#queue('SYN', nothing);
  }

  /** Answers the SYN of the other end. */
  accept(syn: TcpPacket): void {
    this.#synchronize(syn);
    this.#queue('SYN ACK', nothing);
  }

  /** Sends in segments; what is sent before the connection is open waits for it. */
  send(bytes: Uint8Array): void {
    if (this.#finSent || this.#isOver) return;
    for (let at = 0; at < bytes.length; at += largestSegment) {
      this.#queue('PSH ACK', bytes.slice(at, at + largestSegment));
    }
  }

  /** Closes this direction once everything is sent. */
  close(): void {
    if (this.#finSent || this.#isOver) return;
    this.#finSent = true;
    this.#queue('FIN ACK', nothing);
    if (this.#state === 'open') this.#become('closing');
  }

  /** Ends the connection at once. */
  abort(): void {
    if (this.#isOver) return;
    this.#emit({ flags: 'RST', sequence: this.#next, bytes: nothing });
    this.#become('reset');
  }

  take(packet: TcpPacket): void {
    // The last acknowledgement may have been lost on its way.
    if (this.#state === 'closed' && packet.flags === 'FIN ACK') return this.#acknowledge();
    if (this.#isOver) return;
    if (packet.flags === 'RST' || packet.flags === 'RST ACK') return this.#become('reset');
    if (packet.flags === 'SYN ACK' && this.#peerInitial === undefined) this.#synchronize(packet);
    else if (packet.flags === 'SYN' || packet.flags === 'SYN ACK') this.#acknowledge();
    if (packet.flags !== 'SYN') this.#acknowledged(packet.acknowledged);
    if (packet.flags === 'SYN ACK' && this.#state === 'opening') this.#acknowledge();
    if (packet.bytes.length > 0 || packet.flags === 'FIN ACK') this.#takeInOrder(packet);
    if (this.#state === 'opening' && this.#peerInitial !== undefined && this.#unacknowledged.every(isNoSyn))
      this.#opened();
    this.#fill();
    this.#endIfDone();
  }

  get #isOver(): boolean {
    return this.#state === 'closed' || this.#state === 'reset' || this.#state === 'timed-out';
  }

  #synchronize({ sequence }: TcpPacket): void {
    this.#peerInitial = sequence;
    this.#expected = sequence + 1;
  }

  #opened(): void {
    this.#become(this.#finSent ? 'closing' : 'open');
  }

  /** Takes what comes next, and says what it has in any case: what came too early is sent again. */
  #takeInOrder({ sequence, bytes, flags }: TcpPacket): void {
    if (sequence === this.#expected) {
      this.#expected += bytes.length;
      this.#received += bytes.length;
      if (flags === 'FIN ACK') {
        this.#expected += 1;
        this.#finHeard = true;
        if (this.#state === 'open') this.#become('closing');
      }
      if (bytes.length > 0) this.#user.arrived?.(bytes);
    }
    this.#acknowledge();
  }

  #acknowledged(upTo: number): void {
    const left = this.#unacknowledged.filter((one) => one.sequence + length(one) > upTo);
    if (left.length === this.#unacknowledged.length) return;
    this.#unacknowledged = left;
    this.#tries = 0;
    this.#again();
    if (left.length > 0) this.#waitForAcknowledgement();
  }

  #queue(flags: TcpFlags, bytes: Uint8Array): void {
    const segment = { flags, bytes, sequence: this.#next };
    this.#next += length(segment);
    this.#waiting = [...this.#waiting, segment];
    this.#fill();
  }

  /** Sends what may be sent now: a SYN at once, everything else once the connection is open. */
  #fill(): void {
    if (this.#waiting.length === 0) return;
    const isFirst = this.#waiting[0]?.sequence === this.initial;
    const room = this.#state === 'opening' ? (isFirst ? 1 : 0) : window - this.#unacknowledged.length;
    const sent = this.#waiting.slice(0, Math.max(0, room));
    if (sent.length === 0) return;
    const wasIdle = this.#unacknowledged.length === 0;
    this.#waiting = this.#waiting.slice(sent.length);
    this.#unacknowledged = [...this.#unacknowledged, ...sent];
    for (const segment of sent) this.#emit(segment);
    if (wasIdle) this.#waitForAcknowledgement();
  }

  #waitForAcknowledgement(): void {
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#tries);
    this.#again = this.#clock.after(waitMs, () => {
      this.#tries += 1;
      const most = this.#state === 'opening' ? triesToOpen : triesToSend;
      if (this.#tries >= most) return this.#become('timed-out');
      for (const segment of this.#unacknowledged) this.#emit(segment);
      this.#waitForAcknowledgement();
    });
  }

  #acknowledge(): void {
    this.#emit({ flags: 'ACK', sequence: this.#next, bytes: nothing });
  }

  #emit({ flags, sequence, bytes }: Segment): void {
    const acknowledged = this.#expected;
    this.#user.transmit({ carries: 'tcp', ...this.flow, flags, sequence, acknowledged, bytes });
  }

  #endIfDone(): void {
    const allSent = this.#unacknowledged.length === 0 && this.#waiting.length === 0;
    if (this.#finSent && this.#finHeard && allSent) this.#become('closed');
  }

  #become(state: TcpState): void {
    if (this.#state === state) return;
    this.#state = state;
    if (this.#isOver) this.#again();
    this.#user.changed(state);
  }
}

function length({ flags, bytes }: Segment): number {
  return bytes.length + (flags === 'PSH ACK' || flags === 'ACK' ? 0 : 1);
}

function isNoSyn({ flags }: Segment): boolean {
  return flags !== 'SYN' && flags !== 'SYN ACK';
}

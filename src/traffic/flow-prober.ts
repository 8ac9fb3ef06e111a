import type { Socket } from 'node:dgram';
import { messageOf } from '../errors.ts';
import type { Clock } from '../clock.ts';
import { FlowLedger } from './flow-ledger.ts';
import type { Settled } from './flow-ledger.ts';
import { addressed, flowSocket } from './flow-socket.ts';
import { packetBytes, readPacket } from './packet.ts';
import type { HostPort, ProbeFlow } from './probe-flow.ts';
import { SendSchedule } from './send-schedule.ts';

const helloEveryMs = 1000;

/** A host that is greeted needs a moment before what arrives there is handed to us. */
const attachedAfterMs = 100;

/** One flow at work: its two sockets, its schedule, its account. */
export class FlowProber {
  readonly name: string;
  readonly #clock: Clock;
  readonly #number: number;
  readonly #startToken: Buffer;
  readonly #sender: Socket;
  readonly #receiver: Socket;
  readonly #to: HostPort;
  readonly #attachTo: HostPort | undefined;
  readonly #schedule: SendSchedule;
  readonly #hello: SendSchedule;
  readonly #ledger: FlowLedger;

  private constructor(
    flow: ProbeFlow,
    places: { sender: Socket; receiver: Socket; to: HostPort; attachTo: HostPort | undefined },
    number: number,
    startToken: Buffer,
    clock: Clock,
  ) {
    this.name = flow.name;
    this.#clock = clock;
    this.#number = number;
    this.#startToken = startToken;
    this.#sender = places.sender;
    this.#receiver = places.receiver;
    this.#to = places.to;
    this.#attachTo = places.attachTo;
    this.#ledger = new FlowLedger(flow.name, flow.everyMs);
    const nowMs = clock.nowMs();
    this.#hello = new SendSchedule(nowMs, helloEveryMs);
    this.#schedule = new SendSchedule(nowMs + (places.attachTo ? attachedAfterMs : 0), flow.everyMs);
    this.#receiver.on('message', (bytes) => this.#take(bytes));
    // An error of a socket shows in what is lost or refused; without a listener it would end the process.
    for (const socket of [places.sender, places.receiver]) socket.on('error', () => undefined);
  }

  /** Opens the sockets of a flow; its schedule begins at once. Rejects with the flow and the reason named. */
  static async open(flow: ProbeFlow, number: number, startToken: Buffer, clock: Clock): Promise<FlowProber> {
    const opened: Socket[] = [];
    try {
      const to = await addressed(flow.send.to);
      const attachTo = flow.receive.attachTo && (await addressed(flow.receive.attachTo));
      const sender = await flowSocket(flow.send.bind, to);
      opened.push(sender);
      const receiver = await flowSocket(flow.receive.bind, attachTo);
      return new FlowProber(flow, { sender, receiver, to, attachTo }, number, startToken, clock);
    } catch (cause) {
      for (const socket of opened) socket.close();
      const why = messageOf(cause);
      throw new Error(`flow ${flow.name}: ${why}`, { cause });
    }
  }

  /** When something of this flow is due next. */
  get nextMs(): number {
    return this.#attachTo ? Math.min(this.#schedule.nextMs, this.#hello.nextMs) : this.#schedule.nextMs;
  }

  /** When the oldest probe that is not settled was sent. */
  get openSinceMs(): number | undefined {
    return this.#ledger.openSinceMs;
  }

  /** Sends the probes that are due. `listenedMs` is how long this process has been listening. */
  send(listenedMs: number): void {
    for (const intendedMs of this.#schedule.due(this.#clock.nowMs())) {
      const sentMs = this.#clock.nowMs();
      const seq = this.#ledger.sent(sentMs, sentMs - intendedMs, listenedMs);
      const bytes = packetBytes(this.#startToken, { flow: this.#number, seq, sentMs });
      this.#sender.send(bytes, this.#to.port, this.#to.host, (error) => {
        if (error) this.#ledger.refused(seq, error.message);
      });
    }
  }

  /** Greets the host that hands over what arrives, when that is due. A greeting that fails is repeated anyway. */
  greet(): void {
    if (!this.#attachTo || this.#hello.due(this.#clock.nowMs()).length === 0) return;
    this.#receiver.send('fover hello', this.#attachTo.port, this.#attachTo.host, () => undefined);
  }

  /** See `FlowLedger.settle`. */
  settle(listenedMs: number, settleMs: number): Settled {
    return this.#ledger.settle(listenedMs, settleMs);
  }

  close(): void {
    this.#sender.close();
    this.#receiver.close();
  }

  #take(bytes: Buffer): void {
    const packet = readPacket(this.#startToken, bytes);
    if (packet?.flow === this.#number) this.#ledger.arrived(packet, this.#clock.nowMs());
  }
}

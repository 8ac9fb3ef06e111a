import type { Cancel, Clock } from '../../../clock.ts';
import type { UnitName } from '../../../pair/index.ts';
import { Listeners } from '../../ground/listeners.ts';

/** What a unit reads from its failover socket (ASA 5580 guide, table 13-8). */
export type CableStatus =
  | 'normal'
  | 'my-side-not-connected'
  | 'other-side-not-connected'
  | 'other-side-powered-off'
  | 'unknown';

/** The end of a cable that a socket has in it. */
export interface PluggedEnd<Message> {
  /** How the end is marked. */
  readonly mark: UnitName;
  /** The socket at the other end, if that end is plugged in. */
  readonly far: SerialSocket<Message> | undefined;
  /** Whether its wires carry what is sent, and what is sensed. */
  readonly carries: boolean;
  readonly senses: boolean;
}

/** The rate of the cable, and what a byte with its start and stop bits takes of it. */
const bitsPerSecond = 117_760;
const bitsPerByte = 10;

/** So much may wait to be sent, which takes a minute and a half; what comes then is lost. */
const waitingAtMost = 1 << 20;

interface Waiting<Message> {
  readonly message: Message;
  readonly bytes: number;
  readonly urgent: boolean;
}

/**
 * The socket for the failover cable in the back of a PIX: a slow serial line, and wires by which it senses whether
 * the other end is plugged in and whether there is power behind it.
 */
export class SerialSocket<Message> {
  readonly #clock: Clock;
  readonly #arrived = new Listeners<Message>();
  readonly #sensed = new Listeners<CableStatus>();
  #waiting: Waiting<Message>[] = [];
  #sending: Cancel | undefined;
  #powered = false;
  #told: CableStatus = 'my-side-not-connected';
  #end: PluggedEnd<Message> | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get powered(): boolean {
    return this.#powered;
  }

  /** How the end is marked that is plugged in; undefined without one. */
  get mark(): UnitName | undefined {
    return this.#end?.mark;
  }

  get status(): CableStatus {
    if (!this.#end) return 'my-side-not-connected';
    if (!this.#end.senses) return 'unknown';
    if (!this.#end.far) return 'other-side-not-connected';
    return this.#end.far.powered ? 'normal' : 'other-side-powered-off';
  }

  /** Whether anything that is sent arrives. */
  get connected(): boolean {
    return this.#end?.far?.powered === true;
  }

  /** Something waits that is not urgent. */
  get busy(): boolean {
    return this.#waiting.some(({ urgent }) => !urgent);
  }

  /** The other side senses it at once. What waits to be sent is gone with the power. */
  setPowered(powered: boolean): void {
    this.#powered = powered;
    if (!powered) this.#clear();
    this.#end?.far?.sense();
  }

  /** A unit that restarts lets the line drop for a moment, which to the other side is a loss of power. */
  reset(): void {
    this.setPowered(false);
    this.setPowered(true);
  }

  /** An end of a cable is plugged in, or pulled out. */
  take(end: PluggedEnd<Message> | undefined): void {
    this.#end = end;
  }

  /** Tells whoever listens what has changed, if anything has. */
  sense(): void {
    const { status } = this;
    if (status === this.#told) return;
    this.#told = status;
    this.#sensed.tell(status);
  }

  /** Takes as long as so many bytes take; what is urgent goes ahead of what is not. */
  send(message: Message, bytes: number, urgent: boolean): void {
    const waitingBytes = this.#waiting.reduce((sum, one) => sum + one.bytes, bytes);
    if (!this.#powered || waitingBytes > waitingAtMost) return;
    const behind = urgent ? this.#waiting.findIndex((one) => !one.urgent) : -1;
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, { message, bytes, urgent });
    if (!this.#sending) this.#sendNext();
  }

  /** Something has come over the cable. */
  arrive(message: Message): void {
    this.#arrived.tell(message);
  }

  onMessage(listener: (message: Message) => void): Cancel {
    return this.#arrived.add(listener);
  }

  onStatus(listener: (status: CableStatus) => void): Cancel {
    return this.#sensed.add(listener);
  }

  #sendNext(): void {
    const next = this.#waiting.shift();
    if (!next) return void (this.#sending = undefined);
    this.#sending = this.#clock.after((next.bytes * bitsPerByte * 1000) / bitsPerSecond, () => {
      if (this.connected && this.#end?.carries) this.#end.far?.arrive(next.message);
      this.#sendNext();
    });
  }

  #clear(): void {
    this.#waiting = [];
    this.#sending?.();
    this.#sending = undefined;
  }
}

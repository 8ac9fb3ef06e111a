import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { realClock, within } from '../../../clock.ts';
import type { Endpoint } from '../../../topology/index.ts';

/** A TCP client that keeps every byte, and waits for text with a bound. */
export class RawClient {
  readonly socket: Socket;
  received = Buffer.alloc(0);
  error: Error | undefined;
  readonly closed: Promise<void>;
  #look: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', (error) => (this.error = error));
    socket.on('data', (bytes) => {
      this.received = Buffer.concat([this.received, bytes]);
      this.#look();
    });
  }

  static async open({ host, port }: Endpoint): Promise<RawClient> {
    const socket = connect({ host, port });
    const client = new RawClient(socket);
    await once(socket, 'connect');
    return client;
  }

  /** Everything so far, without the telnet commands of three bytes. */
  get text(): string {
    return this.received.toString('latin1').replace(/\xff[\xfb-\xfe]./gs, '');
  }

  /** Waits until the text so far matches. */
  async until(pattern: RegExp, boundMs = 20_000): Promise<void> {
    await this.#untilTrue(() => pattern.test(this.text), boundMs, String(pattern));
  }

  /** Waits for so many bytes, telnet included. */
  async bytes(count: number): Promise<number[]> {
    await this.#untilTrue(() => this.received.length >= count, 20_000, `${count} bytes`);
    return [...this.received.subarray(0, count)];
  }

  write(bytes: Uint8Array | string): void {
    this.socket.write(bytes);
  }

  async #untilTrue(seen: () => boolean, boundMs: number, what: string): Promise<void> {
    const found = new Promise<void>((resolve) => {
      this.#look = () => seen() && resolve();
      this.#look();
    });
    await within(realClock, boundMs, found).catch((cause: unknown) => {
      throw new Error(`${what} did not come; so far ${JSON.stringify(this.received.toString('latin1'))}`, {
        cause,
      });
    });
  }
}

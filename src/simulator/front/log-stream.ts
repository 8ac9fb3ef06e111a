import { connect, type Socket } from 'node:net';
import type { LogCall } from '../face/index.ts';

/** System messages over TCP from one unit to one host. */
export class LogStream {
  readonly #host: string;
  readonly #port: number;
  readonly #source: string | undefined;
  #socket: Socket | undefined;
  #answer: LogCall['answer'] = () => undefined;

  constructor(host: string, port: number, source?: string) {
    this.#host = host;
    this.#port = port;
    this.#source = source;
  }

  /** The unit wants a connection, or asks after the one that it has. */
  open(answer: LogCall['answer']): void {
    this.#answer = answer;
    if (!this.#socket) this.#socket = this.#connect();
    else if (!this.#socket.connecting) answer('accepted');
  }

  /** Sends one message; the unit has no others for a host that does not take them. */
  send(text: string): void {
    if (this.#socket?.writable) this.#socket.write(text);
  }

  close(): void {
    this.#answer = () => undefined;
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #connect(): Socket {
    const from = this.#source === undefined ? {} : { localAddress: this.#source };
    const socket = connect({ host: this.#host, port: this.#port, ...from });
    socket.on('error', () => undefined);
    socket.once('connect', () => this.#answer('accepted'));
    socket.once('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#answer('closed');
    });
    socket.resume();
    return socket;
  }
}

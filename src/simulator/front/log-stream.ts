import { connect, type Socket } from 'node:net';

/** What waits for a connection at most; the rest is lost, as the queue of an appliance loses it. */
const waitingAtMost = 512;

/** System messages over TCP to one host: a connection that is made when there is something to say. */
export class LogStream {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | undefined;
  #waiting = 0;

  constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
  }

  send(text: string): void {
    const socket = (this.#socket ??= this.#open());
    if (this.#waiting >= waitingAtMost) return;
    this.#waiting += 1;
    socket.write(text, () => (this.#waiting -= 1));
  }

  close(): void {
    this.#socket?.destroy();
  }

  /** A connection that fails or ends is made anew for the next message. */
  #open(): Socket {
    const socket = connect({ host: this.#host, port: this.#port });
    this.#waiting = 0;
    socket.on('error', () => undefined);
    socket.once('close', () => {
      if (this.#socket === socket) this.#socket = undefined;
    });
    socket.resume();
    return socket;
  }
}

/** TCP sockets as carriers: connecting within a bound, and letting go. Shared by raw TCP and telnet. */
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Clock } from '../clock.ts';
import { DeadlinePassed, within } from '../clock.ts';
import { BenchError } from '../errors.ts';
import type { CarriedLine, Carrier } from './carried-line.ts';
import { errorCode } from './error-code.ts';

/** Where to connect to, and how long that may take. */
export interface SocketOptions {
  readonly host: string;
  readonly port: number;
  /** Ten seconds by default. */
  readonly withinMs?: number;
}

const defaultWithinMs = 10_000;
const lingerMs = 500;
/** Well below the two hours of the system, so that a console server that lost power is noticed during a run. */
const keepAliveMs = 10_000;

/** A connected socket, or `BenchError` that says what to look at; `name` is the line that is being opened. */
export async function connectSocket(name: string, options: SocketOptions, clock: Clock): Promise<Socket> {
  const { host, port, withinMs = defaultWithinMs } = options;
  const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  try {
    await within(clock, withinMs, connected);
    return socket;
  } catch (error) {
    // A late error of a socket that we gave up must find a listener.
    socket.on('error', () => undefined);
    socket.destroy();
    throw connectFailed(name, error);
  }
}

/** The carrier over a connected socket, which writes bytes as they are. */
export function socketCarrier(socket: Socket, clock: Clock): Carrier {
  return {
    send: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    end: () =>
      new Promise((resolve) => {
        if (socket.closed) return resolve();
        const cancel = clock.after(lingerMs, () => socket.destroy());
        socket.once('close', () => {
          cancel();
          resolve();
        });
        socket.end();
      }),
  };
}

/** Tells the line what the socket reports: every arrival through `read`, and the end with its reason, once. */
export function follow(socket: Socket, line: CarriedLine, read: (bytes: Uint8Array) => void): void {
  let cause: Error | undefined;
  socket.on('error', (error) => (cause ??= error));
  socket.on('data', (bytes: Buffer) => read(bytes));
  socket.once('close', () => {
    const why = cause ? `the connection broke (${errorCode(cause)})` : 'the far end closed the line';
    line.ended(new BenchError(line.name, why, { cause }));
  });
}

function connectFailed(name: string, cause: unknown): BenchError {
  const code = errorCode(cause);
  const said = cause instanceof DeadlinePassed ? cause.message : `the connection failed (${code})`;
  return new BenchError(name, `could not connect: ${said}. ${connectAdvice[code] ?? otherAdvice}`, { cause });
}

const otherAdvice = 'Is the host powered and reachable from here, and does a packet filter stand between?';

const connectAdvice: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Nothing listens on that port, or the line is busy: console servers refuse a line that somebody else holds. ' +
    'Check the port number, and clear the line',
  ENOTFOUND: 'The name is not known: check its spelling, or write the address',
  EAI_AGAIN: 'The name could not be looked up: check the name server of this machine, or write the address',
  ECONNRESET:
    'The far end hung up at once: all its sessions may be taken (an appliance has five of a kind: "show ssh sessions" ' +
    'and "who" on its console say who holds them), or it refuses this address',
};

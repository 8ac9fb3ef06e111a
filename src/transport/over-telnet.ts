import type { Clock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import type { Carrier } from './carried-line.ts';
import { CarriedLine } from './carried-line.ts';
import { Pulse } from './pulse.ts';
import type { SocketOptions } from './socket.ts';
import { connectSocket, follow, socketCarrier } from './socket.ts';
import type { ComPortState, Telnet } from './telnet.ts';
import { readTelnet, timingMarkWish, writeTelnet } from './telnet.ts';

/** A line over telnet, and what is below it. */
export interface OverTelnet {
  readonly line: CarriedLine;
  /** Writes bytes to the connection as they are. */
  readonly sendRaw: Carrier['send'];
}

/** What an option that reaches below the text has to do with a connection. */
export interface BelowText {
  /** Called for every chunk that was read. */
  heard(state: ComPortState, payloads: readonly Uint8Array[]): void;
  /** Resolves when text may be written. */
  ready(): Promise<void>;
}

/** Connects and begins to speak telnet as `start` says; throws `BenchError` if nothing answers within the bound. */
export async function overTelnet(
  name: string,
  options: SocketOptions,
  clock: Clock,
  start: Telnet,
  below?: BelowText,
): Promise<OverTelnet> {
  const socket = await connectSocket(name, options, clock);
  const carrier = socketCarrier(socket, clock);
  let telnet = start;
  const line: CarriedLine = new CarriedLine(name, clock, {
    async send(bytes) {
      await below?.ready();
      if (!line.open) throw new BenchError(name, 'the line was closed before it could be written to');
      await carrier.send(writeTelnet(telnet, bytes));
    },
    end: () => carrier.end(),
  });
  const pulse = new Pulse(clock, {
    ask() {
      // A port that has said nothing of telnet may be a raw one, where a question is typed into the console.
      if (telnet.speaks && socket.writable) socket.write(timingMarkWish);
    },
    dead(silentMs) {
      line.ended(
        new BenchError(name, `the console server does not answer for ${silentMs / 1000} s; does it hang?`),
      );
      socket.destroy();
    },
  });
  line.onClosed(() => pulse.stop());
  follow(socket, line, (bytes) => {
    const read = readTelnet(telnet, bytes);
    telnet = read.telnet;
    pulse.heard(read.marked);
    if (read.reply.length > 0 && socket.writable) socket.write(read.reply);
    below?.heard(read.telnet.comPort, read.comPort);
    line.arrived(read.text);
  });
  return { line, sendRaw: (bytes) => carrier.send(bytes) };
}

import type { Clock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { CarriedLine } from './carried-line.ts';
import type { Line } from './line.ts';
import type { SocketOptions } from './socket.ts';
import { connectSocket, follow, socketCarrier } from './socket.ts';
import { breakSignal, newTelnet, readTelnet, writeTelnet } from './telnet.ts';

/** A line over telnet, which can also send the BREAK of a serial line through its console server. */
export interface TelnetLine extends Line {
  /** IAC BREAK (RFC 854). On a booting appliance a break leads to ROMMON: never send it by accident. */
  sendBreak(): Promise<void>;
}

/**
 * Opens a line over telnet; throws `BenchError` if nothing answers within the bound. What arrives and what is
 * written are the bytes of the far end's console: negotiation and escapes stay below.
 */
export async function openTelnetLine(options: SocketOptions, clock: Clock): Promise<TelnetLine> {
  const name = `telnet ${options.host}:${options.port}`;
  const socket = await connectSocket(name, options, clock);
  const carrier = socketCarrier(socket, clock);
  let telnet = newTelnet;
  const line = new CarriedLine(name, clock, {
    send: (bytes) => carrier.send(writeTelnet(telnet, bytes)),
    end: () => carrier.end(),
  });
  follow(socket, line, (bytes) => {
    const read = readTelnet(telnet, bytes);
    telnet = read.telnet;
    if (read.reply.length > 0 && socket.writable) socket.write(read.reply);
    line.arrived(read.text);
  });
  return withBreak(line, () => carrier.send(breakSignal));
}

function withBreak(line: CarriedLine, signal: () => Promise<void>): TelnetLine {
  return {
    name: line.name,
    get open() {
      return line.open;
    },
    write: (bytes) => line.write(bytes),
    onBytes: (listener) => line.onBytes(listener),
    onClosed: (listener) => line.onClosed(listener),
    close: () => line.close(),
    sendBreak: async () => {
      if (!line.open) throw new BenchError(line.name, 'could not send a break: the line is closed');
      await signal();
    },
  };
}

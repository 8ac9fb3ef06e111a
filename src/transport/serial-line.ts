import type { SerialPort } from 'serialport';
import type { Clock } from '../clock.ts';
import { DeadlinePassed, pause, within } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import { CarriedLine } from './carried-line.ts';
import type { Line } from './line.ts';
import { noticeHangUp } from './serial-hang-up.ts';

/** Which device, at which speed. */
export interface SerialLineOptions {
  /** Such as /dev/ttyUSB0; /dev/serial/by-id/… stays the same when adapters are plugged in another order. */
  readonly device: string;
  /** 9600 by default, which is what PIX and ASA consoles ship with. */
  readonly baud?: number;
  /** For one attempt; two seconds by default. */
  readonly withinMs?: number;
}

/** An adapter that was just closed may stay locked for a moment (seen with FTDI), so opening is tried again. */
const attempts = 3;
const betweenAttemptsMs = 250;

/**
 * Opens a serial device: 8 data bits, no parity, 1 stop bit, no flow control, locked against other users.
 * Throws `BenchError` after three attempts.
 */
export async function openSerialLine(options: SerialLineOptions, clock: Clock): Promise<Line> {
  const { device, baud = 9600, withinMs = 2000 } = options;
  const name = `serial ${device} at ${baud} baud`;
  let cause: unknown;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return portLine(name, await openPort(device, baud, withinMs, clock), clock);
    } catch (error) {
      cause = error;
      if (attempt < attempts) await pause(clock, betweenAttemptsMs);
    }
  }
  const said = messageOf(cause);
  throw new BenchError(
    name,
    `could not open the device in ${attempts} attempts: ${said}. Is the adapter plugged in (ls /dev/serial/by-id), ` +
      `does nobody else hold it (fuser ${device}), and may you use it (group dialout)?`,
    { cause },
  );
}

async function openPort(device: string, baud: number, withinMs: number, clock: Clock): Promise<SerialPort> {
  // Loaded on first use: it brings compiled code, which whoever has no serial line need not be able to load.
  const { SerialPort: Port } = await import('serialport');
  const port = new Port({
    path: device,
    baudRate: baud,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    rtscts: false,
    xon: false,
    xoff: false,
    lock: true,
    autoOpen: false,
  });
  const opened = new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(error) : resolve()));
  });
  try {
    await within(clock, withinMs, opened);
    noticeHangUp(port);
    return port;
  } catch (error) {
    // A device that opens after we gave up must not stay locked.
    if (error instanceof DeadlinePassed)
      opened.then(
        () => port.close(),
        () => undefined,
      );
    throw error;
  }
}

function portLine(name: string, port: SerialPort, clock: Clock): Line {
  const line = new CarriedLine(name, clock, {
    send: (bytes) =>
      new Promise((resolve, reject) => {
        port.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
      }),
    end: () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve())),
  });
  let cause: Error | undefined;
  port.on('error', (error: Error) => (cause ??= error));
  port.on('close', (error: Error | null | undefined) => {
    cause ??= error ?? undefined;
    line.ended(new BenchError(name, 'the device went away: is the adapter still plugged in?', { cause }));
  });
  port.on('data', (bytes: Buffer) => line.arrived(bytes));
  return line;
}

import { existsSync } from 'node:fs';
import type { SerialPort } from 'serialport';
import type { Clock } from '../clock.ts';
import { DeadlinePassed, pause, within } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import type { BreakLine } from './break-line.ts';
import { breakMs, withBreak } from './break-line.ts';
import { CarriedLine } from './carried-line.ts';
import { holdersInWords, holdersOf, realPath } from './device-holders.ts';
import { noticeHangUp } from './serial-hang-up.ts';
import type { SerialSettings } from './serial-settings.ts';
import { completed, settingsInWords } from './serial-settings.ts';
import { lock } from './uucp-lock.ts';

/** Which device, and how it is set. */
export interface SerialLineOptions extends SerialSettings {
  /** Such as /dev/ttyUSB0; /dev/serial/by-id/… stays the same when adapters are plugged in another order. */
  readonly device: string;
  /** For one attempt; two seconds by default. */
  readonly withinMs?: number;
  /** Told who else uses the device, by process and program. */
  readonly warn?: (text: string) => void;
}

/** An adapter that was just closed may stay locked for a moment (seen with FTDI), so opening is tried again. */
const attempts = 3;
const betweenAttemptsMs = 250;

/**
 * Opens a serial device as PIX and ASA consoles ship, or as told. Others who use it are named to `warn`; one who
 * locked it keeps it. Throws `BenchError` after three attempts. Neither opening nor closing sends a break.
 */
export async function openSerialLine(options: SerialLineOptions, clock: Clock): Promise<BreakLine> {
  const { device, warn } = options;
  const name = `serial ${device} at ${settingsInWords(options)}`;
  const others = holdersOf(device);
  let cause: unknown;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const line = portLine(name, options, await openPort(options, clock), clock);
      if (others.length > 0)
        warn?.(
          `${name}: ${holdersInWords(others)} uses the device too, and takes bytes from us or types into it`,
        );
      return line;
    } catch (error) {
      cause = error;
      if (attempt < attempts) await pause(clock, betweenAttemptsMs);
    }
  }
  throw new BenchError(
    name,
    `could not open the device in ${attempts} attempts: ${messageOf(cause)}. ${advice(device)}`,
    { cause },
  );
}

function advice(device: string): string {
  if (!existsSync(device))
    return 'There is no such device: is the adapter plugged in? `fover ports` lists those that are';
  const holders = holdersOf(device);
  if (holders.length > 0)
    return `It is used by ${holdersInWords(holders)}: end that, or use another way to the console`;
  const fuser = `sudo fuser -v ${realPath(device)}`;
  return `May you use it (group dialout), and does another user hold it (${fuser})?`;
}

async function openPort(options: SerialLineOptions, clock: Clock): Promise<SerialPort> {
  // Loaded on first use: it brings compiled code, which whoever has no serial line need not be able to load.
  const { SerialPort: Port } = await import('serialport');
  const { baud, dataBits, parity, stopBits, flowControl } = completed(options);
  const port = new Port({
    path: options.device,
    baudRate: baud,
    dataBits,
    parity,
    stopBits,
    rtscts: flowControl === 'rts-cts',
    xon: flowControl === 'xon-xoff',
    xoff: flowControl === 'xon-xoff',
    // A modem line that falls when we leave may end a session of ours at the far end, or be taken for a signal.
    hupcl: false,
    lock: true,
    autoOpen: false,
  });
  const opened = new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(error) : resolve()));
  });
  try {
    await within(clock, options.withinMs ?? 2000, opened);
    noticeHangUp(port);
    if (options.dtr !== undefined || options.rts !== undefined) await signal(port, options, false);
    return port;
  } catch (error) {
    // A device that opens after we gave up, or cannot be set, must not stay locked.
    if (error instanceof DeadlinePassed || port.isOpen)
      opened.then(
        () => port.close(),
        () => undefined,
      );
    throw error;
  }
}

/** Sets all signals together, for those that it is not told of the package would raise. */
function signal(port: SerialPort, { dtr = true, rts = true }: SerialSettings, brk: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    port.set({ dtr, rts, brk }, (error) => (error ? reject(error) : resolve()));
  });
}

function portLine(name: string, options: SerialLineOptions, port: SerialPort, clock: Clock): BreakLine {
  const unlock = lock(realPath(options.device));
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
    unlock();
    cause ??= error ?? undefined;
    line.ended(new BenchError(name, 'the device went away: is the adapter still plugged in?', { cause }));
  });
  port.on('data', (bytes: Buffer) => line.arrived(bytes));
  return withBreak(line, () => sendBreak(name, options, port, clock));
}

async function sendBreak(
  name: string,
  settings: SerialSettings,
  port: SerialPort,
  clock: Clock,
): Promise<void> {
  try {
    await signal(port, settings, true);
    await pause(clock, breakMs);
  } catch (cause) {
    throw new BenchError(name, `could not send a break: ${messageOf(cause)}`, { cause });
  } finally {
    await signal(port, settings, false).catch(() => undefined);
  }
}

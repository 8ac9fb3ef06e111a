import type { Clock } from '../clock.ts';
import type { BreakLine } from './break-line.ts';
import { withBreak } from './break-line.ts';
import { overTelnet } from './over-telnet.ts';
import type { SocketOptions } from './socket.ts';
import { breakSignal, newTelnet } from './telnet.ts';

/**
 * Opens a line over telnet; throws `BenchError` if nothing answers within the bound. What arrives and what is
 * written are the bytes of the far end's console: negotiation and escapes stay below. A break is sent as IAC BREAK
 * (RFC 854).
 */
export async function openTelnetLine(options: SocketOptions, clock: Clock): Promise<BreakLine> {
  const name = `telnet ${options.host}:${options.port}`;
  const { line, sendRaw } = await overTelnet(name, options, clock, newTelnet);
  return withBreak(line, () => sendRaw(breakSignal));
}

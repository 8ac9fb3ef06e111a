import type { Clock } from '../../clock.ts';
import { pause } from '../../clock.ts';
import { BenchError, asError, messageOf } from '../../errors.ts';
import type { BreakLine, Line, SshHostKey } from '../../transport/index.ts';
import {
  openRfc2217Line,
  openSerialLine,
  openSshLine,
  openTcpLine,
  openTelnetLine,
  withBreak,
} from '../../transport/index.ts';
import { clearLine } from './clear-line.ts';
import type { ConsoleLogin, ConsoleWay, ServerAddress, SshTrust, SshWay, TelnetWay } from './console-way.ts';
import { isTaken } from './line-taken.ts';
import { openConserverLine } from './open-conserver.ts';
import { logInToServer } from './server-login.ts';
import { stillThere } from './still-there.ts';
import { doubling, translated } from './translated.ts';

/** What opening a console takes beside its ways. */
export interface ConsoleOpening {
  readonly clock: Clock;
  /** Told in a sentence what somebody should know: who else uses a line, which key was pinned. */
  readonly warn?: (text: string) => void;
  /** The file of host keys for console servers whose fingerprint is not written; none of them is taken without it. */
  readonly knownHosts?: string;
}

/** A console that is open, and how it is typed at. */
export interface OpenConsole {
  readonly line: Line;
  /** Pause between two characters, where the way has one of its own. */
  readonly paceMs?: number;
  /** Sends the BREAK of a serial line, where the way can: a unit that boots goes to ROMMON, and stays there. */
  readonly sendBreak?: () => Promise<void>;
}

/** A line that was cleared is free when the server has hung up on the other one, which takes it a moment. */
const attemptsAfterClearing = 4;
const betweenAttemptsMs = 500;

/**
 * Opens the console by the first way that leads to it. `name` says whose console it is. Throws `BenchError` with
 * what every way said. Nothing is typed into the console, and no break is sent.
 */
export async function openConsole(
  name: string,
  ways: readonly ConsoleWay[],
  opening: ConsoleOpening,
): Promise<OpenConsole> {
  const failures: Error[] = [];
  for (const way of ways) {
    try {
      const line = await open(way, opening);
      const { paceMs } = way;
      return {
        line,
        ...(paceMs === undefined ? {} : { paceMs }),
        ...(canBreak(line) ? { sendBreak: () => line.sendBreak() } : {}),
      };
    } catch (error) {
      failures.push(asError(error));
    }
  }
  const said = failures.map((failure) => `\n  - ${failure.message}`).join('');
  const count = `${ways.length} ${ways.length === 1 ? 'way' : 'ways'}`;
  const cause = failures.length === 1 ? failures[0] : new AggregateError(failures);
  throw new BenchError(name, `none of ${count} leads there:${said}`, { cause });
}

async function open(way: ConsoleWay, opening: ConsoleOpening): Promise<Line> {
  const { clock, warn = ignore } = opening;
  if ('serial' in way) return openSerialLine({ ...way.serial, warn }, clock);
  if ('tcp' in way) return stillThere(await openTcpLine(way.tcp, clock), clock, warn);
  if ('conserver' in way) return openConserverLine(way.conserver, clock);
  if ('telnet' in way) return overTelnet(way.telnet, opening);
  const line = await stillThere(await openServerShell(way.ssh, opening), clock, warn);
  return way.ssh.escape === undefined ? line : translated(line, doubling(way.ssh.escape));
}

const ignore = (): void => undefined;
const canBreak = (line: Line): line is BreakLine => 'sendBreak' in line;

/** Opens a line by telnet; where it is busy and the topology says so, it is cleared first. */
async function overTelnet(way: TelnetWay, opening: ConsoleOpening): Promise<Line> {
  try {
    return await telnetLine(way, opening);
  } catch (cause) {
    const { clearLine: clear, host } = way;
    // Whoever holds a line is thrown out where it is busy, and not where a password is wrong.
    if (!clear || !isTaken(cause)) throw cause;
    opening.warn?.(`line ${clear.line} of ${host} is busy, and is cleared now: ${messageOf(cause)}`);
    const shell = (): Promise<Line> => openServerShell({ ...clear, ...clear.login, host }, opening);
    const holder = await clearLine(host, clear, opening.clock, shell);
    opening.warn?.(
      `line ${clear.line} of ${host} was taken from ${holder ?? 'somebody whom it does not name'}`,
    );
    return afterClearing(way, opening);
  }
}

async function afterClearing(way: TelnetWay, opening: ConsoleOpening): Promise<Line> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await telnetLine(way, opening);
    } catch (error) {
      if (attempt >= attemptsAfterClearing) throw error;
      await pause(opening.clock, betweenAttemptsMs);
    }
  }
}

async function telnetLine(way: TelnetWay, { clock, warn = ignore }: ConsoleOpening): Promise<Line> {
  const { login, rfc2217, host, port } = way;
  const at = { host, port };
  if (!rfc2217) {
    const plain = await openTelnetLine(at, clock);
    return withBreak(await entered(plain, login, clock, warn), () => plain.sendBreak());
  }
  const settable = await openRfc2217Line({ ...at, warn }, clock);
  const line = withBreak(await entered(settable, login, clock, warn), () => settable.sendBreak());
  try {
    await settable.apply(rfc2217);
    return line;
  } catch (error) {
    await line.close();
    throw error;
  }
}

function entered(
  line: Line,
  login: ConsoleLogin | undefined,
  clock: Clock,
  warn: (text: string) => void,
): Promise<Line> {
  return login ? logInToServer(line, login, clock) : stillThere(line, clock, warn);
}

type Shell = ServerAddress & ConsoleLogin & SshTrust;

function openServerShell(shell: Shell | SshWay, opening: ConsoleOpening): Promise<Line> {
  const { username, password, host, port, legacy } = shell;
  const hostKey = trusted(shell, opening);
  const at = { host, port, ...(legacy === undefined ? {} : { legacy }) };
  return openSshLine({ ...at, login: { username, password }, hostKey }, opening.clock);
}

function trusted({ fingerprint }: SshTrust, { knownHosts, warn }: ConsoleOpening): SshHostKey {
  if (fingerprint !== undefined) return { fingerprint };
  if (knownHosts !== undefined) return { knownHosts: { file: knownHosts, ...(warn && { onPinned: warn }) } };
  // Refusing without a pinned key makes the line say which key it saw.
  return { accept: () => false };
}

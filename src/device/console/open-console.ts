import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { BenchError, asError } from '../../errors.ts';
import type { Line } from '../../transport/index.ts';
import { openSerialLine, openSshLine, openTcpLine, openTelnetLine } from '../../transport/index.ts';
import type { ConsoleWay } from './console-way.ts';
import { logInToServer } from './server-login.ts';

/** How long a busy console server may take to say so and hang up; it does both at once after it took the call. */
const hangUpWithinMs = 250;

/**
 * Opens the console by the first way that leads to it. `name` says whose console it is. Throws `BenchError` with
 * what every way said. Nothing is typed into the console.
 */
export async function openConsole(name: string, ways: readonly ConsoleWay[], clock: Clock): Promise<Line> {
  const failures: Error[] = [];
  for (const way of ways) {
    try {
      return await open(way, clock);
    } catch (error) {
      failures.push(asError(error));
    }
  }
  const said = failures.map((failure) => `\n  - ${failure.message}`).join('');
  const count = `${ways.length} ${ways.length === 1 ? 'way' : 'ways'}`;
  const cause = failures.length === 1 ? failures[0] : new AggregateError(failures);
  throw new BenchError(name, `none of ${count} leads to the console:${said}`, { cause });
}

async function open(way: ConsoleWay, clock: Clock): Promise<Line> {
  if ('serial' in way) return openSerialLine(way.serial, clock);
  if ('tcp' in way) return stillThere(await openTcpLine(way.tcp, clock), clock);
  if ('ssh' in way) return stillThere(await openServerShell(way.ssh, clock), clock);
  const { login, ...at } = way.telnet;
  const line = await openTelnetLine(at, clock);
  return login ? logInToServer(line, login, clock) : stillThere(line, clock);
}

function openServerShell(way: Extract<ConsoleWay, { ssh: unknown }>['ssh'], clock: Clock): Promise<Line> {
  const { username, password, fingerprint, ...rest } = way;
  // Refusing without a pinned key makes the line say which key it saw.
  const hostKey = fingerprint === undefined ? { accept: () => false } : { fingerprint };
  return openSshLine({ ...rest, login: { username, password }, hostKey }, clock);
}

/**
 * A console server whose line is taken accepts the call, says so in text, and hangs up. Told apart here, so that
 * another way is tried; the line is given on with all that it said.
 */
async function stillThere(line: Line, clock: Clock): Promise<Line> {
  const hungUp = new Promise<Error | undefined>((resolve) => {
    line.onClosed((why) => resolve(why));
  });
  try {
    const why = await within(clock, hangUpWithinMs, hungUp);
    throw new BenchError(
      line.name,
      `hung up at once, saying ${lastWords(line)}. Is the line taken by somebody else?`,
      {
        cause: why,
      },
    );
  } catch (error) {
    if (error instanceof DeadlinePassed) return line;
    await line.close();
    throw error;
  }
}

function lastWords(line: Line): string {
  let text = '';
  line.onBytes((bytes) => (text += Buffer.from(bytes).toString('latin1')))();
  return text.trim() === '' ? 'nothing' : JSON.stringify(text.trim());
}

import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Line } from '../../transport/index.ts';
import type { ConsoleLogin } from './console-way.ts';
import { giveBack } from './give-back.ts';

/** A console server that asks for nothing within this time is not going to. */
const askWithinMs = 10_000;
/** After the password, a refusal comes within this time; a server that agrees may say nothing at all. */
const refuseWithinMs = 2000;

/** The last thing on the line, with nothing after it: somebody waits for an answer. */
const asksForName = /(?:user ?name|login|user) ?:[ \t]*$/i;
const asksForPassword = /pass(?:word|code) ?:[ \t]*$/i;

interface Arrival {
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

/**
 * Answers a console server's own questions for a user name and a password (either may be left out). What comes
 * after the password belongs to the console behind it, and is kept for the next listener. Throws `BenchError`
 * if nothing is asked, or if it is asked again.
 */
export async function logInToServer(line: Line, login: ConsoleLogin, clock: Clock): Promise<Line> {
  const ear = new Ear(line);
  try {
    const first = await ear.hear([asksForName, asksForPassword], askWithinMs, clock);
    if (first === undefined)
      throw failed(line, ear, login, 'the console server asks for no login; leave it out of the topology');
    if (first === asksForName) {
      ear.forget();
      await line.write(Buffer.from(`${login.username}\r`));
      const next = await ear.hear([asksForPassword, asksForName], askWithinMs, clock);
      if (next !== asksForPassword) throw failed(line, ear, login, 'the console server asks for no password');
    }
    ear.forget();
    await line.write(Buffer.from(`${login.password}\r`));
    const again = await ear.hear([asksForName, asksForPassword], refuseWithinMs, clock);
    if (again !== undefined || !line.open)
      throw failed(
        line,
        ear,
        login,
        'the console server refuses the login; check the user name and the secret behind its reference',
      );
    return giveBack(line, ear.leave());
  } catch (error) {
    ear.leave();
    await line.close();
    throw error;
  }
}

/** Listens to what is said since it was last told to forget. */
class Ear {
  readonly #line: Line;
  #arrivals: Arrival[] = [];
  #heard: () => void = () => undefined;
  readonly #leave: () => void;

  constructor(line: Line) {
    this.#line = line;
    const leaveBytes = line.onBytes((bytes, atMs) => {
      this.#arrivals.push({ bytes, atMs });
      this.#heard();
    });
    const leaveClosed = line.onClosed(() => this.#heard());
    this.#leave = () => {
      leaveBytes();
      leaveClosed();
    };
  }

  get text(): string {
    return this.#arrivals.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('');
  }

  forget(): void {
    this.#arrivals = [];
  }

  /** The first of the patterns that what is said ends with; nothing if the time or the line ends before. */
  async hear(patterns: readonly RegExp[], withinMs: number, clock: Clock): Promise<RegExp | undefined> {
    const heard = new Promise<RegExp | undefined>((resolve) => {
      this.#heard = () => {
        const found = patterns.find((pattern) => pattern.test(this.text));
        if (found || !this.#line.open) resolve(found);
      };
      this.#heard();
    });
    return within(clock, withinMs, heard).catch((error: unknown) => {
      if (error instanceof DeadlinePassed) return undefined;
      throw error;
    });
  }

  /** Stops listening; what was said. */
  leave(): readonly Arrival[] {
    this.#leave();
    return this.#arrivals;
  }
}

function failed(line: Line, ear: Ear, login: ConsoleLogin, why: string): BenchError {
  // A server that echoes passwords must not get ours into a message.
  const said = login.password === '' ? ear.text : ear.text.replaceAll(login.password, '***');
  return new BenchError(line.name, `could not log in: ${why}. It said ${JSON.stringify(said.trim())}`);
}

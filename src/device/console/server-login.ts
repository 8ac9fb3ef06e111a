import type { Clock } from '../../clock.ts';
import type { Line } from '../../transport/index.ts';
import type { ConsoleLogin } from './console-way.ts';
import { giveBack } from './give-back.ts';
import { LineTaken } from './line-taken.ts';
import { quoted, ServerEar } from './server-ear.ts';

/** A console server that asks for nothing within this time is not going to. */
const askWithinMs = 10_000;
/** After the password, a refusal comes within this time; a server that agrees may say nothing at all. */
const refuseWithinMs = 2000;

/** The last thing on the line, with nothing after it: somebody waits for an answer. */
const asksForName = /(?:user ?name|login|user) ?:[ \t]*$/i;
const asksForPassword = /pass(?:word|code) ?:[ \t]*$/i;
/** What servers say of a login that they do not take; most of them ask again behind it. */
const refusing =
  /incorrect|invalid|denied|fail|bad |reject|refuse|not (?:authorized|allowed|permitted)|try again/i;

/**
 * Answers a console server's own questions for a user name and a password (either may be left out). What comes
 * after the password belongs to the console behind it, and is kept for the next listener, also where the unit asks
 * for a login of its own. Throws `BenchError` if nothing is asked, or if the server asks again.
 */
export async function logInToServer(line: Line, login: ConsoleLogin, clock: Clock): Promise<Line> {
  const ear = new ServerEar(line, clock);
  const asked: string[] = [];
  const failed = (why: string): Error => ear.failed(`could not log in: ${why}`, [login.password]);
  try {
    const first = await ear.hear([asksForName, asksForPassword], askWithinMs);
    if (first === undefined && !line.open)
      throw new LineTaken(
        line.name,
        `the console server asks for no login, and hangs up. It said ${quoted(ear.text, [login.password])}`,
      );
    if (first === undefined)
      throw failed('the console server asks for no login; leave it out of the topology');
    if (first === asksForName) {
      asked.push(lastRow(ear.text));
      await ear.say(`${login.username}\r`);
      const next = await ear.hear([asksForPassword, asksForName], askWithinMs);
      if (next !== asksForPassword) throw failed('the console server asks for no password');
    }
    asked.push(lastRow(ear.text));
    await ear.say(`${login.password}\r`);
    const again = await ear.hear([asksForName, asksForPassword], refuseWithinMs);
    if ((again !== undefined && isOfServer(ear.text, asked)) || !line.open)
      throw failed(
        'the console server refuses the login; check the user name and the secret behind its reference',
      );
    return giveBack(line, ear.leave());
  } catch (error) {
    ear.leave();
    await line.close();
    throw error;
  }
}

/** The server asks again in the words in which it asked before, or says first that it refuses; anything else is the unit. */
function isOfServer(said: string, asked: readonly string[]): boolean {
  return refusing.test(said) || asked.includes(lastRow(said));
}

function lastRow(said: string): string {
  return (
    said
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? ''
  );
}

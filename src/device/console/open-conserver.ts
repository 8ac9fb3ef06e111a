import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Line } from '../../transport/index.ts';
import { openTcpLine } from '../../transport/index.ts';
import { conserverWire } from './conserver-wire.ts';
import type { ConserverWay } from './console-way.ts';
import { giveBack } from './give-back.ts';
import { ServerEar } from './server-ear.ts';
import { translated } from './translated.ts';

/** For each answer of the server. */
const answerWithinMs = 5000;
/** The list of users comes at once, and has no end of its own. */
const whoWithinMs = 500;

const wholeLine = /\r?\n$/;
const asksForPassword = /(?:^|\n)passwd\?[^\n]*\n$/;
const agreed = /^ok\r?\n$/;
const whoIsThere = '\u0005cw';
const resume = '\u0005c;';

/**
 * Opens a console of conserver by its own protocol, in the clear: the master tells the port of the console's group, and
 * there it is called by name. Throws `BenchError` when it is refused, is down, or somebody else is attached, naming him.
 */
export async function openConserverLine(way: ConserverWay, clock: Clock): Promise<Line> {
  const port = await portOfConsole(way, clock);
  const line = await openTcpLine({ host: way.host, port }, clock);
  const ear = new ServerEar(line, clock);
  try {
    await logIn(ear, way);
    const attached = await ask(ear, way, `call ${way.console}\r\n`);
    if (!attached.startsWith('[attached]')) throw await notAttached(line, ear, way);
    await ear.say(resume);
    if ((await ear.hear([/\[connected\]\r?\n/], answerWithinMs)) === undefined)
      throw refused(ear, way, 'attached to the console, but does not connect');
    const behind = ear.text.slice(ear.text.indexOf('\n') + 1);
    ear.leave();
    const kept = [{ bytes: Uint8Array.from(Buffer.from(behind, 'latin1')), atMs: clock.nowMs() }];
    return translated(giveBack(line, behind === '' ? [] : kept), conserverWire());
  } catch (error) {
    ear.leave();
    await line.close();
    throw error;
  }
}

async function portOfConsole(way: ConserverWay, clock: Clock): Promise<number> {
  const master = await openTcpLine({ host: way.host, port: way.port }, clock);
  const ear = new ServerEar(master, clock);
  try {
    await logIn(ear, way);
    const told = (await ask(ear, way, `call ${way.console}\r\n`)).trim();
    if (/^\d+$/.test(told)) {
      const port = Number(told);
      if (port > 0 && port < 65_536) return port;
      throw refused(ear, way, `names port ${told}, which there is not`);
    }
    const elsewhere = /^@(\S+)/.exec(told);
    throw refused(
      ear,
      way,
      elsewhere
        ? `keeps the console on the host ${elsewhere[1]}: write that in the topology`
        : 'does not lead to that console',
    );
  } finally {
    ear.leave();
    await master.close();
  }
}

async function logIn(ear: ServerEar, way: ConserverWay): Promise<void> {
  if ((await ear.hear([agreed], answerWithinMs)) === undefined) throw refused(ear, way, 'does not greet');
  await ear.say(`login ${way.login.username}\r\n`);
  const first = await ear.hear([agreed, asksForPassword, wholeLine], answerWithinMs);
  if (first === asksForPassword) {
    await ear.say(`${way.login.password}\r\n`);
    await ear.hear([wholeLine], answerWithinMs);
  }
  if (agreed.test(ear.text)) return;
  const encrypted = /encryption required/.test(ear.text);
  throw refused(
    ear,
    way,
    encrypted
      ? 'wants to be spoken to by TLS, which fover does not: set `sslrequired no` in its configuration'
      : 'refuses the login; check the user name and the secret behind its reference',
  );
}

async function ask(ear: ServerEar, way: ConserverWay, command: string): Promise<string> {
  await ear.say(command);
  if ((await ear.hear([wholeLine], answerWithinMs)) === undefined) throw refused(ear, way, 'does not answer');
  return ear.text;
}

/** A second user may only look on: `[spy]`. Who holds the console is asked then, for people to settle it. */
async function notAttached(line: Line, ear: ServerEar, way: ConserverWay): Promise<BenchError> {
  const said = ear.text.trim();
  await ear.say(whoIsThere);
  await ear.hear([], whoWithinMs);
  const others = ear.text
    .split(/\r?\n/)
    .filter((row) => /^ [^\s@]+@\S+ /.test(row) && !row.includes(' * '))
    .map((row) => row.trim().replace(/\s+/g, ' '));
  const who = others.length > 0 ? ` It is held by ${others.join(' and ')}` : '';
  return new BenchError(
    line.name,
    `conserver does not attach us to the console ${way.console} for writing: ${said}.${who}`,
  );
}

function refused(ear: ServerEar, way: ConserverWay, why: string): BenchError {
  return ear.failed(`the console ${way.console} cannot be opened: conserver ${why}`, [way.login.password]);
}

import type { Clock } from '../../clock.ts';
import type { Line } from '../../transport/index.ts';
import { openTelnetLine } from '../../transport/index.ts';
import type { ClearLine } from './console-way.ts';
import { logInToServer } from './server-login.ts';
import { ServerEar } from './server-ear.ts';

/** For each answer of the terminal server. */
const answerWithinMs = 10_000;

const atPrompt = /(?:^|[\r\n])[\w.()/:-]+([>#]) ?$/;
const asksForPassword = /pass(?:word|code) ?:[ \t]*$/i;
const asksToConfirm = /\[confirm\] ?$/;

/** How a terminal server is logged in to by SSH; whoever opens consoles knows which host keys to trust. */
export type OpenShell = (clear: ClearLine) => Promise<Line>;

/**
 * Frees a line of a Cisco terminal server with `clear line`, as an operator would, and gives the row of `show users`
 * that tells who held it, if there is one. Throws `BenchError` with what was said if it does not come about.
 */
export async function clearLine(
  host: string,
  clear: ClearLine,
  clock: Clock,
  openShell: OpenShell,
): Promise<string | undefined> {
  const line =
    clear.by === 'ssh'
      ? await openShell(clear)
      : await logInToServer(await openTelnetLine({ host, port: clear.port }, clock), clear.login, clock);
  const talk = new Talk(new ServerEar(line, clock), clear);
  try {
    await talk.privileged();
    const holder = rowOf(clear.line, await talk.run('show users'));
    await talk.clear();
    await line.write(Buffer.from('exit\r'));
    return holder;
  } finally {
    talk.ear.leave();
    await line.close();
  }
}

class Talk {
  readonly ear: ServerEar;
  readonly #clear: ClearLine;

  constructor(ear: ServerEar, clear: ClearLine) {
    this.ear = ear;
    this.#clear = clear;
  }

  async privileged(): Promise<void> {
    await this.#hear([atPrompt], 'shows no prompt');
    if (atPrompt.exec(this.ear.text)?.[1] !== '#' && this.#clear.enable !== undefined) {
      await this.ear.say('enable\r');
      await this.#hear([asksForPassword], 'asks for no enable password');
      await this.ear.say(`${this.#clear.enable}\r`);
      await this.#hear([atPrompt], 'refuses the enable password');
    }
    await this.run('terminal length 0');
  }

  async run(command: string): Promise<string> {
    await this.ear.say(`${command}\r`);
    await this.#hear([atPrompt], `does not answer to ${command}`);
    return this.ear.text;
  }

  async clear(): Promise<void> {
    const command = `clear line ${this.#clear.line}`;
    await this.ear.say(`${command}\r`);
    const asked = await this.#hear([asksToConfirm, atPrompt], `does not answer to ${command}`);
    if (asked !== asksToConfirm) throw this.#failed(`refuses ${command}; does the login have the privilege?`);
    await this.ear.say('\r');
    await this.#hear([atPrompt], `does not answer to ${command}`);
    if (!/\[OK\]/.test(this.ear.text)) throw this.#failed(`does not say that ${command} was done`);
  }

  async #hear(patterns: readonly RegExp[], why: string): Promise<RegExp> {
    const heard = await this.ear.hear(patterns, answerWithinMs);
    if (heard === undefined) throw this.#failed(why);
    return heard;
  }

  #failed(why: string): Error {
    const { line, login, enable = '' } = this.#clear;
    return this.ear.failed(`line ${line} could not be cleared: the terminal server ${why}`, [
      login.password,
      enable,
    ]);
  }
}

/** `  33 tty 33    bob    incoming    00:01:22 10.1.1.7`: the first number is that of the line. */
function rowOf(line: number, users: string): string | undefined {
  const row = users
    .split(/\r?\n/)
    .find((text) => new RegExp(`^\\*?\\s*${line}\\s+(?:tty|aux)\\s`).test(text));
  return row?.trim().replace(/\s+/g, ' ');
}

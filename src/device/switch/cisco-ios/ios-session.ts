import type { Clock } from '../../../clock.ts';
import { BenchError } from '../../../errors.ts';
import type { Line, MayAct } from '../../../transport/index.ts';
import { Turns } from '../../../transport/index.ts';
import { ServerEar } from '../../console/server-ear.ts';
import type { Answered } from '../switch.ts';

/** How the command line of a switch is reached. */
export interface IosSessionOptions {
  readonly name: string;
  /** Opens a line behind which nobody asks for a login any more. Called again when the switch has hung up. */
  readonly openLine: () => Promise<Line>;
  /** Where the login leads to user EXEC. */
  readonly enable?: string;
  readonly clock: Clock;
  /** Asked before each line that is typed to configure. */
  readonly mayAct?: MayAct | undefined;
}

/** For each answer. The longest, the addresses of a large switch, take a few seconds. */
const answerWithinMs = 20_000;

const prompt = String.raw`[\w.-]+(?<mode>(?:\([\w./-]+\))?)(?<level>[>#]) ?$`;
const question = String.raw`pass(?:word|code) ?:[ \t]*$`;
const atPrompt = new RegExp(String.raw`(?:^|[\r\n])${prompt}`);
const asksForPassword = new RegExp(question, 'i');

/** A message that the switch prints whenever it likes, such as `*Mar  1 00:00:00.000: %LINK-5-CHANGED: …`. */
const unasked =
  /^(?:\d+: )?[*.]?[A-Z][a-z]{2} +\d+ (?:\d{4} )?[\d:.]+(?: [A-Z]{2,5})?: %[A-Z0-9_]+(?:-[A-Z0-9_]+)*-[0-7]-[A-Z0-9_]+: /;
/** Before what it did not do. */
const complaint = /^(?:%|Command rejected|Error)/;

/** The command line of a Cisco switch: one question at a time, each bounded, by a line that is opened when needed. */
export class IosSession {
  readonly #options: IosSessionOptions;
  readonly #turns = new Turns();
  #open: { readonly line: Line; readonly ear: ServerEar } | undefined;
  #isOver = false;

  constructor(options: IosSessionOptions) {
    this.#options = options;
  }

  /** What the switch answers to a command of privileged EXEC. Throws `BenchError` when it refuses, or says nothing. */
  ask(command: string): Promise<Answered> {
    return this.#turns.take(async () => {
      const ear = await this.#privileged();
      const answer = await this.#run(ear, command, '');
      const refusal = answer.raw.split('\n').find((line) => complaint.test(line));
      if (refusal !== undefined) throw this.#refused(command, answer.raw);
      return answer;
    });
  }

  /**
   * Configures one interface. Nothing is saved: what was running comes back with the next reload. Throws `BenchError`
   * when the switch says anything at all, for these commands are silent when they are done.
   */
  configure(name: string, command: string): Promise<Answered> {
    return this.#turns.take(async () => {
      const ear = await this.#privileged();
      await this.#options.mayAct?.();
      await this.#run(ear, 'configure terminal', '(config)');
      try {
        await this.#quietly(ear, `interface ${name}`);
        await this.#allowed();
        return await this.#quietly(ear, command);
      } finally {
        // A line that is gone takes its configuration mode with it.
        if (this.#open) await this.#run(ear, 'end', '');
      }
    });
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    this.#isOver = true;
    await this.#hangUp();
  }

  /** A session that may not go on is hung up: not even its configuration mode is left by typing. */
  async #allowed(): Promise<void> {
    try {
      await this.#options.mayAct?.();
    } catch (error) {
      await this.#hangUp();
      throw error;
    }
  }

  async #quietly(ear: ServerEar, command: string): Promise<Answered> {
    const answer = await this.#run(ear, command, '(config-if)');
    if (answer.raw !== '') throw this.#refused(command, answer.raw);
    return { ...answer, raw: command };
  }

  /** Opens the line where it is not, and leads it to privileged EXEC. */
  async #privileged(): Promise<ServerEar> {
    if (this.#isOver) throw this.#failed('we have closed this session');
    if (this.#open?.line.open === true) return this.#open.ear;
    await this.#hangUp();
    const line = await this.#options.openLine();
    if (this.#isOver) {
      await line.close();
      throw this.#failed('we have closed this session');
    }
    const ear = new ServerEar(line, this.#options.clock);
    this.#open = { line, ear };
    try {
      // A switch that has printed its prompt before we listened prints it again.
      await ear.say('\r');
      await this.#hear(ear, [atPrompt], 'shows no prompt after the login');
      if (atPrompt.exec(ear.text)?.groups?.['level'] === '>') await this.#enable(ear);
      for (const command of ['terminal length 0', 'terminal width 511']) await this.#run(ear, command, '');
      return ear;
    } catch (error) {
      await this.#hangUp();
      throw error;
    }
  }

  async #enable(ear: ServerEar): Promise<void> {
    const { enable } = this.#options;
    if (enable === undefined)
      throw this.#failed('the login leads to user EXEC, where nothing can be changed; add enable to cli');
    await ear.say('enable\r');
    await this.#hear(
      ear,
      [afterEcho('enable', question), afterEcho('enable', prompt)],
      'does not answer to enable',
    );
    if (asksForPassword.test(ear.text)) {
      await ear.say(`${enable}\r`);
      await this.#hear(ear, [atPrompt, asksForPassword], 'does not answer to the enable password');
    }
    if (atPrompt.exec(ear.text)?.groups?.['level'] !== '#')
      throw this.#failed('the switch refuses the enable password; check the secret behind enable');
  }

  async #run(ear: ServerEar, command: string, mode: '' | '(config)' | '(config-if)'): Promise<Answered> {
    const { clock } = this.#options;
    const askedMs = clock.nowMs();
    await ear.say(`${command}\r`);
    await this.#hear(ear, [afterEcho(command, prompt)], `does not answer to ${command}`);
    const { text } = ear;
    const raw = withoutFrame(text, command);
    if (atPrompt.exec(text)?.groups?.['mode'] !== mode) throw this.#refused(command, raw);
    return { raw, askedMs, answeredMs: clock.nowMs() };
  }

  async #hear(ear: ServerEar, patterns: readonly RegExp[], why: string): Promise<RegExp> {
    const heard = await ear.hear(patterns, answerWithinMs);
    if (heard) return heard;
    const error = ear.failed(`the switch ${why}`, this.#secrets());
    // What it says later must not pass for the answer to another question.
    await this.#hangUp();
    throw error;
  }

  async #hangUp(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    open?.ear.leave();
    await open?.line.close();
  }

  #secrets(): readonly string[] {
    return this.#options.enable === undefined ? [] : [this.#options.enable];
  }

  #failed(why: string): BenchError {
    return new BenchError(this.#options.name, why);
  }

  #refused(command: string, said: string): BenchError {
    return this.#failed(`the switch does not take ${command}: it says ${JSON.stringify(said)}`);
  }
}

/**
 * What comes after a command was typed: a prompt without its echo is of what was said before. Only the first echo
 * counts, or an answer that repeats it would cost its square.
 */
function afterEcho(command: string, then: string): RegExp {
  const escaped = command.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const echo = String.raw`${escaped}[ \t]*[\r\n]`;
  return new RegExp(String.raw`^(?:(?!${echo})[^])*${echo}(?:[^]*[\r\n])?${then}`, 'i');
}

/** The answer between the echo of its command and the next prompt, without what the switch said of itself. */
function withoutFrame(text: string, command: string): string {
  const said = text.slice(text.indexOf(command) + command.length);
  const lines = said.split(/\r*\n|\r(?!\n)/).slice(0, -1);
  return lines
    .filter((line) => !unasked.test(line))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

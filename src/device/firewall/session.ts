import type { Cancel, Clock } from '../../clock.ts';
import type { ConsoleMessage } from '../../pair/index.ts';
import type { Line } from '../../transport/index.ts';
import { approach } from './approach.ts';
import { ask } from './ask.ts';
import { configure, type ConfigLine, type Configured, type DeadlineOf } from './configure.ts';
import { Ear } from './ear.ts';
import type { DialogueEvent } from './event.ts';
import { fire, type Fired } from './fire.ts';
import type { HeardMessage } from './gather.ts';
import { inSpace } from './in-space.ts';
import type { Place } from './place.ts';
import type { Prompt } from './prompt.ts';
import type { AskOptions, SessionOptions } from './session-options.ts';
import { press, type Deadline, type Talk } from './talk.ts';

/** What a command was answered. The truth it tells lies between the two instants. */
export interface Answer {
  readonly command: string;
  /** The lines of output; without the echo, prompts, pages and messages. */
  readonly output: string;
  /** Just before the command was typed. */
  readonly askedMs: number;
  /** When the last byte of the prompt behind the output came. */
  readonly answeredMs: number;
  readonly prompt: Prompt;
  /** Messages that came in between. */
  readonly messages: readonly HeardMessage[];
}

const defaults = {
  boundMs: 10_000,
  settleMs: 20,
  doubtMs: 300,
  wakeMs: 1000,
  bootQuietMs: 30_000,
  shortenBoot: false,
  msPerCharacter: 0,
  mayAct: undefined,
} as const;

// Printed at every login, so that a login which nobody saw begin is known by it.
const greeting = /^Type help or '\?' for a list of available commands\.$/;
const shortening = /^Use SPACE to begin (?:flash )?boot immediately\.$/;

/**
 * The console of a firewall, or a login to it, that is asked one thing at a time. Whatever was left at the
 * prompt, every question first finds its way to the enabled prompt; every wait has a bound; and what did not
 * answer can be asked again. It closes the line with itself.
 */
export class FirewallSession {
  readonly name: string;
  readonly #talk: Talk;
  readonly #messages = new Set<(message: HeardMessage) => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #busy = false;
  #booting = false;

  constructor(line: Line, clock: Clock, options: SessionOptions) {
    const settings = { ...defaults, ...options };
    this.name = options.name;
    this.#talk = {
      line,
      clock,
      ear: new Ear(line, clock, settings),
      settings,
      hidden: new Set(),
      pager: 'on',
      isAway: false,
      home: undefined,
    };
    this.#talk.ear.onEvent((event, atMs) => this.#hear(event, atMs));
  }

  /** True when nothing more will come: the far end closed the line, or we did. */
  get closed(): boolean {
    return this.where.at === 'closed';
  }

  /** Where the console stands, as far as it has told. */
  get where(): Place {
    return this.#talk.ear.place;
  }

  /**
   * Runs a command at the enabled prompt. Throws `NoAnswer` when it is not answered in time, or cannot be (a
   * boot, a boot monitor, a closed line), and `BenchError` when a password is refused or a question comes that
   * no answer was given for. Rejects with the signal's reason.
   */
  run(command: string, options: AskOptions = {}): Promise<Answer> {
    const answered = async (): Promise<Answer> => {
      const deadline = this.#deadline(command, options);
      await approach(this.#talk, deadline);
      const what = { typed: command, shown: command };
      const { lines, askedMs, answeredMs, prompt, messages } = await ask(
        this.#talk,
        what,
        deadline,
        options.answers,
      );
      return { command, output: lines.join('\n'), askedMs, answeredMs, prompt, messages };
    };
    return this.#enqueue(() => this.#in(options, answered), options.signal);
  }

  /**
   * Types lines in configuration mode and leaves it; the bound is that of each line. Throws
   * `ConfigurationRefused`, naming the masked line and the answer, and what `run` throws.
   */
  configure(lines: readonly ConfigLine[], options: AskOptions = {}): Promise<Configured> {
    const deadline: DeadlineOf = (shown) => this.#deadline(shown, options);
    const typed = (): Promise<Configured> => configure(this.#talk, lines, deadline, options.answers ?? []);
    return this.#enqueue(() => this.#in(options, typed), options.signal);
  }

  /** Types a command that takes the console or the line with it, and waits only for its echo; see `fire`. */
  fire(command: string, options: AskOptions = {}): Promise<Fired> {
    return this.#enqueue(
      () => fire(this.#talk, command, this.#deadline(command, options), options.answers ?? []),
      options.signal,
    );
  }

  /** Messages that nobody asked for, as they come, and other lines that come while nothing was asked. */
  onMessage(listener: (message: HeardMessage) => void): Cancel {
    this.#messages.add(listener);
    return () => void this.#messages.delete(listener);
  }

  /** Every byte as it comes, with its instant; those that came before the first listener are kept for it. */
  onBytes(listener: (bytes: Uint8Array, atMs: number) => void): Cancel {
    return this.#talk.ear.onBytes(listener);
  }

  /** Closes the line; what is under way fails with `NoAnswer`. Safe to call twice. */
  async close(): Promise<void> {
    this.#talk.ear.close();
    await this.#talk.line.close();
  }

  #in<T>(options: AskOptions, work: () => Promise<T>): Promise<T> {
    return inSpace(this.#talk, options.context, (shown) => this.#deadline(shown, options), work);
  }

  #deadline(command: string, { boundMs, signal }: AskOptions): Deadline {
    const { clock, ear, settings } = this.#talk;
    const askedMs = clock.nowMs();
    const untilMs = askedMs + (boundMs ?? settings.boundMs);
    return { command, askedMs, untilMs, received: ear.received, signal };
  }

  #enqueue<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const mine = this.#queue.then(async () => {
      signal?.throwIfAborted();
      this.#busy = true;
      try {
        return await work();
      } finally {
        this.#busy = false;
      }
    });
    this.#queue = mine.catch(() => undefined);
    return mine;
  }

  #hear(event: DialogueEvent, atMs: number): void {
    // A page that should not be is a sign of a restart that nobody told of.
    if (event.event === 'more' && this.#talk.pager === 'off') this.#talk.pager = 'on';
    if (event.event === 'message') this.#tell(event.message, event.text, atMs);
    else if (event.event === 'line') this.#hearLine(event.text, atMs);
    else if (event.event === 'prompt' && event.settled && !isMonitor(event.prompt))
      this.#bootOver(event.prompt.text, atMs);
    else if (event.event === 'question' && event.settled) this.#bootOver(event.question.text, atMs);
  }

  #hearLine(text: string, atMs: number): void {
    if (text.trim() === '') return;
    if (greeting.test(text.trim())) this.#talk.pager = 'on';
    if (this.#booting) this.#shorten(text);
    else if (!this.#busy) this.#tell('other', text.trim(), atMs);
  }

  /** A console that wants a login does not greet; its first question is the end of the boot then. */
  #bootOver(text: string, atMs: number): void {
    if (this.#booting) this.#tell('boot-finished', text, atMs);
  }

  #tell(message: ConsoleMessage, text: string, atMs: number): void {
    if (message === 'rebooting') this.#talk.pager = 'on';
    if (message === 'rebooting') this.#booting = true;
    if (message === 'boot-finished') this.#booting = false;
    for (const listener of this.#messages) listener({ message, text, atMs });
  }

  #shorten(text: string): void {
    if (!this.#talk.settings.shortenBoot || !shortening.test(text.trim())) return;
    // A line that closed under the key has said so itself; the boot goes on by itself in any case.
    press(this.#talk, ' ', this.#deadline('SPACE', {})).catch(() => undefined);
  }
}

function isMonitor({ mode }: Prompt): boolean {
  return mode === 'rommon' || mode === 'monitor';
}

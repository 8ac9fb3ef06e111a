import type { Cancel } from '../../clock.ts';
import type { ConsoleMessage } from '../../pair/index.ts';
import type { Ear } from './ear.ts';
import type { DialogueEvent, EchoEvent, LineEvent, PromptEvent } from './event.ts';
import { isAlike, type Prompt } from './prompt.ts';

/** A message that came while a command was under way, or while none was. */
export interface HeardMessage {
  readonly message: ConsoleMessage;
  readonly text: string;
  readonly atMs: number;
}

/** How sure it is that the unit has read what was typed. */
export type EchoSeen = 'none' | 'weak' | 'whole';

interface Pending {
  /** The beginning of the row, if a message cut it in two there. */
  readonly before: string;
  text: string;
  readonly prompt?: Prompt;
}

/** More than any answer: what goes on and on is a console that babbles, and none of it is kept. */
export const mostCharacters = 32 * 1024 * 1024;

/** What a line takes beside its characters, in theirs: blank rows without end are an answer without end as well. */
const perLine = 64;

const reading = /^\s*(?:sh|more\b|dir\b|failover exec)/i;

/** Collects what belongs to one command: the lines behind its echo, without prompts, pages and messages. */
export class Gathering {
  readonly #ear: Ear;
  readonly #shown: string;
  readonly #lines: string[] = [];
  readonly #messages: HeardMessage[] = [];
  /** Prompts that passed by, and blank rows behind them: output only if more output follows. */
  #pending: Pending[] = [];
  #cut = '';
  #echo: EchoSeen = 'none';
  #mistaken = false;
  /** Whether any of the lines is not blank. */
  #hasWords = false;
  #characters = 0;
  #echoedMs: number | undefined;
  readonly stop: Cancel;

  /** `shown` is the command in the form that its echo is told in. */
  constructor(ear: Ear, shown: string) {
    this.#ear = ear;
    this.#shown = shown;
    this.stop = ear.onEvent((event, atMs) => this.#take(event, atMs));
  }

  get echo(): EchoSeen {
    return this.#echo;
  }

  /** When the echo came. */
  get echoedMs(): number | undefined {
    return this.#echoedMs;
  }

  /**
   * The next prompt may be a line of output: one already was, or there is no output yet and the command is one that
   * tells something.
   */
  get doubtful(): boolean {
    return this.#mistaken || (reading.test(this.#shown) && this.#empty);
  }

  /** So much was said that it is no answer; what came since is not kept. */
  get isFull(): boolean {
    return this.#characters > mostCharacters;
  }

  /** The longest pause in the output so far, in milliseconds. */
  get pausedMs(): number {
    return this.#empty ? 0 : this.#ear.pausedMs;
  }

  get messages(): readonly HeardMessage[] {
    return this.#messages;
  }

  /** The output, once the command has come back; prompts like `ours` at its end are none of it. */
  lines(ours: readonly Prompt[]): readonly string[] {
    const lines = this.#cut === '' ? [...this.#lines] : [...this.#lines, this.#cut];
    const foreign = this.#pending.findLastIndex(
      ({ prompt }) => prompt && !ours.some((one) => isAlike(one, prompt)),
    );
    const rows = this.#pending.map(({ before, text }, index) => (index <= foreign ? before + text : before));
    return [...lines, ...rows.filter((row, index) => index <= foreign || row !== '')];
  }

  get #empty(): boolean {
    return !this.#hasWords;
  }

  #take(event: DialogueEvent, atMs: number): void {
    if (this.isFull) return;
    this.#characters += perLine + ('text' in event ? event.text.length : 0);
    if (event.event === 'echo') return this.#takeEcho(event, atMs);
    if (event.event === 'message') this.#messages.push({ message: event.message, text: event.text, atMs });
    if (this.#echo === 'none') return;
    if (event.event === 'line') this.#takeLine(event);
    if (event.event === 'prompt') this.#takePrompt(event);
    if (event.event === 'question' && !event.settled) this.#takeText(event.question.text);
  }

  #takeEcho({ text, extent }: EchoEvent, atMs: number): void {
    // The answer to a question and the Enter that confirms a prompt come back too; the command came first.
    if (text !== this.#shown || this.#echo === 'whole') return;
    this.#echo = extent === 'whole' ? 'whole' : 'weak';
    this.#echoedMs = atMs;
    this.#lines.length = 0;
    this.#hasWords = false;
    this.#pending = [];
    this.#cut = '';
  }

  #takeLine({ text, cut, glued }: LineEvent): void {
    const prompt = glued ? this.#pending.at(-1) : undefined;
    if (prompt) {
      // What looked like a prompt goes on: it was the beginning of a line.
      if (text.trim() === '') return;
      prompt.text += ` ${text}`;
      this.#flush();
      return;
    }
    this.#cut += text;
    if (cut) return;
    const whole = this.#cut;
    this.#cut = '';
    this.#takeText(whole);
  }

  #takePrompt({ prompt, settled }: PromptEvent): void {
    if (settled || this.#cut === '') return this.#park(prompt.text, prompt);
    // The rest of a line that a message cut in two may well look like a prompt.
    this.#takeText(this.#cut + prompt.text);
    this.#cut = '';
  }

  #takeText(text: string): void {
    if (text.trim() === '' && this.#pending.length > 0) return this.#park(text);
    this.#flush();
    // How long a unit thinks before its first line says nothing of how it prints.
    if (this.#empty) this.#ear.forgetPauses();
    this.#lines.push(text);
    this.#hasWords ||= text.trim() !== '';
  }

  #park(text: string, prompt?: Prompt): void {
    this.#pending.push({
      before: this.#cut,
      text,
      ...(prompt && { prompt }),
    });
    this.#cut = '';
  }

  #flush(): void {
    this.#mistaken ||= this.#pending.some(({ prompt }) => prompt);
    for (const { before, text } of this.#pending) {
      this.#lines.push(before + text);
      this.#hasWords ||= (before + text).trim() !== '';
    }
    this.#pending = [];
  }
}

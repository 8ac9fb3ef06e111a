import type { GroupId } from '../../pair/index.ts';
import type { Announcement } from '../failover/host.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import type { Door } from '../face/simulated-unit.ts';
import { type ConsoleMessage, consoleMessage } from './announcements.ts';
import { execute, nextWords } from './execute.ts';
import { type EditorHost, LineEditor } from './line-editor.ts';
import { splitFilter } from './output-filter.ts';
import { Pager } from './pager.ts';
import { promptOf } from './prompt.ts';
import type { BoxControls, Mode, Question, Shell } from './shell.ts';

/** The escape sequence: Ctrl-^, and Ctrl-C. */
const escapes = ['\x1e', '\x03'];

/** Where a session is typed into and printed to. */
export interface SessionLine {
  readonly kind: 'console' | Door;
  readonly username: string;
  /** The address that somebody came from; nothing at the console. */
  readonly from?: string;
  /** What stands before the prompt of a console whenever nobody is logged in. */
  login?(shell: Shell): Question | undefined;
  write(text: string): void;
  /** Ends an SSH session. */
  end(): void;
}

/** One terminal session: keys in, text out, and the modes, questions and pages in between. */
export class Session implements Shell, EditorHost {
  readonly system: System;
  space: Space;
  readonly home: string | undefined;
  readonly box: BoxControls;
  mode: Mode = 'user';
  section: string | undefined;
  readonly execSections: Shell['execSections'] = { own: undefined, mate: undefined };
  pageLength: number;
  readonly #line: SessionLine;
  readonly #editor: LineEditor;
  readonly #pager: Pager;
  #printed: string[] = [];
  #question: Question | undefined;
  #busy = false;
  /** What the escape sequence does to the command that runs. */
  #escape: (() => void) | undefined;
  /** A command runs; the prompt comes when it is done, and once. */
  #executing = false;
  #ended = false;
  #waiting: string[] = [];

  constructor(system: System, space: Space, box: BoxControls, line: SessionLine) {
    this.system = system;
    this.space = space;
    this.home = space.name;
    this.box = box;
    this.#line = line;
    this.pageLength = space.pageLength;
    this.#editor = new LineEditor(this);
    this.#pager = new Pager(
      (text) => this.write(text),
      () => this.#settle(),
    );
  }

  get cameBy(): string {
    const { kind, from } = this.#line;
    return kind === 'console' ? kind : `${kind} (remote ${from ?? ''})`;
  }

  get username(): string {
    return this.mode === 'user' ? this.#line.username : 'enable_15';
  }

  /** The first prompt, or the question that stands before it. */
  open(first?: Question): void {
    this.#question = first ?? this.#line.login?.(this);
    this.#settle();
  }

  /** Nobody has typed for too long: a console is logged out. */
  expire(): void {
    this.#question = undefined;
    this.logout();
    this.#settle();
  }

  type(text: string): void {
    for (const char of text) {
      if (this.#escape && escapes.includes(char)) this.#escape();
      else if (this.#busy) this.#waiting.push(char);
      else this.#key(char);
    }
  }

  /** A message that nobody asked for; it goes to the console, wherever the cursor stands. */
  announce(what: Announcement, group?: GroupId): void {
    this.#interrupt(consoleMessage(what, group));
  }

  /** A text that is not one of those. */
  notify(text: string): void {
    this.#interrupt({ text, promptFollows: true });
  }

  #interrupt({ text, promptFollows }: ConsoleMessage): void {
    this.write(text);
    if (!promptFollows || this.#busy || this.#executing || this.#pager.paused) return;
    this.write(this.prompt());
    this.#editor.redraw();
  }

  /** A system message, printed where the cursor stands. */
  show(line: string): void {
    this.write(`${line}\r\n`);
  }

  /** The power went, or the system ends. */
  stop(): void {
    this.#ended = true;
  }

  write(text: string): void {
    if (!this.#ended) this.#line.write(text);
  }

  prompt(): string {
    if (this.#question) return this.#question.prompt;
    const prompt = promptOf(this, this.mode, this.section);
    return this.#line.kind === 'console' ? prompt : `\r${prompt}`;
  }

  width(): number {
    return Number(this.space.config.text('terminal width')?.split(' ')[2] ?? 80);
  }

  print(text: string): void {
    this.#printed.push(text);
  }

  ask(question: Question): void {
    this.#question = question;
  }

  after(ms: number, then: () => void): void {
    const goOn = this.hold();
    this.system.clock.after(ms, () => goOn(then));
  }

  hold(escape?: () => void): (then: () => void) => void {
    this.#busy = true;
    this.#escape = escape;
    this.#flushNow();
    return (then) => {
      this.#busy = false;
      this.#escape = undefined;
      then();
      if (this.#executing) return;
      this.#flush();
      this.#takeWaiting();
    };
  }

  logout(): void {
    this.mode = 'user';
    this.section = undefined;
    this.space = this.system.spaces.find(this.home) ?? this.system.spaces.system;
    this.write('\r\nLogoff\r\n\r\n');
    if (this.#line.kind === 'console') {
      this.#question = this.#line.login?.(this);
      return;
    }
    this.#ended = true;
    this.#line.end();
  }

  line(text: string): void {
    const question = this.#question;
    this.#question = undefined;
    if (question) question.answer(text);
    else if (text.trim() !== '') {
      const { command, filter } = splitFilter(text);
      this.#executing = true;
      execute(this, command, this.prompt().replace('\r', '').length);
      this.#executing = false;
      this.#printed = [...filter(this.system.box.traits.prints(this.#printed))];
    }
    this.#flush();
  }

  help(text: string): void {
    this.write('?\r\n');
    const words = nextWords(this, text);
    this.write(
      words.length > 0
        ? `${words.map((word) => `  ${word}`).join('\r\n')}\r\n`
        : '% Unrecognized command\r\n',
    );
    this.write(this.prompt());
    this.#editor.redraw();
  }

  complete(text: string): string {
    const open = /\S+$/.exec(text)?.[0] ?? '';
    const [only, ...more] = open === '' ? [] : nextWords(this, text);
    return only === undefined || more.length > 0 ? '' : `${only.slice(open.length)} `;
  }

  leave(key: 'interrupt' | 'end'): void {
    this.write(key === 'interrupt' ? '^C\r\n' : '^Z\r\n');
    if (this.#question?.insists) return this.#settle();
    this.#question = undefined;
    if (key === 'end' && this.mode === 'config') {
      this.mode = 'enable';
      this.section = undefined;
    }
    this.#showPrompt();
  }

  #key(char: string): void {
    if (this.#ended) return;
    if (this.#pager.paused) this.#pager.key(char, this.pageLength);
    else this.#editor.feed(char);
  }

  #takeWaiting(): void {
    while (!this.#busy && this.#waiting.length > 0) this.#key(this.#waiting.shift() ?? '');
  }

  /** What was printed so far, at once and unpaged: more is to come. */
  #flushNow(): void {
    for (const line of this.#printed.splice(0)) this.write(`${line}\r\n`);
  }

  #flush(): void {
    if (!this.#busy) this.#pager.print(this.#printed.splice(0), this.pageLength);
  }

  /** Everything is printed: the next question, or the prompt. */
  #settle(): void {
    if (this.#ended) return;
    if (!this.#question) return this.#showPrompt();
    this.write(this.#question.prompt);
    this.#editor.begin(this.#question.echo);
  }

  #showPrompt(): void {
    this.#editor.begin('plain');
    this.write(this.prompt());
  }
}

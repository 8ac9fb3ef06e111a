import type { MonitorReply } from '../dialect/boot-monitor.ts';
import type { Box } from '../box/box.ts';

/** The boot monitor at the console: it reads lines, asks, and counts its prompts. */
export class MonitorPrompt {
  readonly #box: Box;
  readonly #print: (text: string) => void;
  readonly #boot: () => void;
  #line = '';
  #count = 0;
  #question: MonitorReply['ask'];

  constructor(box: Box, print: (text: string) => void, boot: () => void) {
    this.#box = box;
    this.#print = print;
    this.#boot = boot;
    this.#prompt();
  }

  type(text: string): void {
    for (const char of text) {
      if (char === '\r') this.#enter();
      else if ((char === '\b' || char === '\x7f') && this.#line !== '') {
        this.#line = this.#line.slice(0, -1);
        this.#print('\b \b');
      } else if (char >= ' ' && char !== '\x7f') {
        this.#line += char;
        this.#print(char);
      }
    }
  }

  #enter(): void {
    const line = this.#line;
    const question = this.#question;
    this.#line = '';
    this.#question = undefined;
    this.#print('\r\n');
    if (question) return this.#reply(question.answer(line));
    if (line.trim() === '') return this.#prompt();
    const { dialect, nonvolatile } = this.#box;
    this.#reply(dialect.monitor.run(line, this.#box, nonvolatile));
  }

  #reply({ lines, ask, boots }: MonitorReply): void {
    for (const line of lines) this.#print(`${line}\r\n`);
    if (boots) return this.#boot();
    this.#question = ask;
    if (ask) this.#print(ask.prompt);
    else this.#prompt();
  }

  /** ROMMON counts its prompts, from the number that its first one has. */
  #prompt(): void {
    this.#print(this.#box.make.monitorPrompt.replace(/\d/, (first) => String(Number(first) + this.#count)));
    this.#count += 1;
  }
}

import type { Clock } from '../../clock.ts';
import type { Box } from '../box/box.ts';
import { bootScreens } from './boot-text.ts';
import { MonitorPrompt } from './monitor-prompt.ts';

/** What a boot needs of the unit. */
export interface BootHost {
  readonly box: Box;
  /** Ends with the power. */
  readonly clock: Clock;
  readonly bootMs: number;
  print(text: string): void;
  /** The software runs from here. */
  booted(): void;
}

/** ESC, and the NUL that a BREAK arrives as. */
const interrupts = ['\u{1b}', '\u{0}'];

/** A unit between power and software. Within its first third it can be interrupted, or hurried with a blank. */
export class Boot {
  readonly #host: BootHost;
  #stage: 'interruptible' | 'loading' | 'monitor' = 'loading';
  #attempt = 0;
  #monitor: MonitorPrompt | undefined;

  constructor(host: BootHost) {
    this.#host = host;
    this.#begin();
  }

  type(text: string): void {
    if (this.#stage === 'monitor') return this.#monitor?.type(text);
    if (this.#stage !== 'interruptible') return;
    if (interrupts.some((key) => text.includes(key))) return this.#interrupt();
    if (text.includes(' ')) this.#load();
  }

  #begin(): void {
    this.#stage = 'interruptible';
    const [first, second] = bootScreens(this.#host.box);
    // Whoever watches the console sees all of it: nothing is printed before the power has settled.
    this.#at(0, () => first && this.#show(first.lines));
    this.#at(second?.at ?? 1, () => this.#load());
  }

  /** What follows the cue; a register whose last four bits are none boots nothing but the monitor. */
  #load(): void {
    if ((this.#host.box.nonvolatile.register & 0xf) === 0) return this.#interrupt();
    this.#stage = 'loading';
    this.#attempt += 1;
    const [, ...screens] = bootScreens(this.#host.box);
    const begun = screens[0]?.at ?? 0;
    for (const { at, lines } of screens) this.#at(at - begun, () => this.#show(lines));
    this.#at(1 - begun, () => this.#host.booted());
  }

  #interrupt(): void {
    this.#stage = 'monitor';
    this.#attempt += 1;
    const { box } = this.#host;
    this.#show(box.dialect.boot.interrupted);
    this.#monitor = new MonitorPrompt(
      box,
      (text) => this.#host.print(text),
      () => this.#begin(),
    );
  }

  /** After a share of the boot's time, unless it has taken another turn by then. */
  #at(share: number, then: () => void): void {
    const attempt = this.#attempt;
    this.#host.clock.after(share * this.#host.bootMs, () => this.#attempt === attempt && then());
  }

  #show(lines: readonly string[]): void {
    this.#host.print(`${lines.join('\r\n')}\r\n`);
  }
}

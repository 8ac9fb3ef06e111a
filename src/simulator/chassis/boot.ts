import type { Clock } from '../../clock.ts';
import type { Box } from '../system/box.ts';
import { bootScreens } from './boot-text.ts';
import { Rommon } from './rommon.ts';

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

/** A unit between power and software. Within its first third it can be interrupted. */
export class Boot {
  readonly #host: BootHost;
  #stage: 'interruptible' | 'loading' | 'rommon' = 'loading';
  #attempt = 0;
  #rommon: Rommon | undefined;

  constructor(host: BootHost) {
    this.#host = host;
    this.#begin();
  }

  type(text: string): void {
    if (this.#stage === 'rommon') return this.#rommon?.type(text);
    if (this.#stage !== 'interruptible' || !interrupts.some((key) => text.includes(key))) return;
    this.#stage = 'rommon';
    this.#attempt += 1;
    const print = (shown: string): void => this.#host.print(shown);
    this.#rommon = new Rommon(this.#host.box.platform, print, () => this.#begin());
  }

  #begin(): void {
    this.#stage = 'interruptible';
    this.#attempt += 1;
    const attempt = this.#attempt;
    const { clock, bootMs } = this.#host;
    const at = (share: number, then: () => void): void => {
      clock.after(share * bootMs, () => this.#attempt === attempt && then());
    };
    for (const screen of bootScreens(this.#host.box)) {
      at(screen.at, () => {
        if (screen.at > 0) this.#stage = 'loading';
        this.#host.print(`${screen.lines.join('\r\n')}\r\n`);
      });
    }
    at(1, () => this.#host.booted());
  }
}

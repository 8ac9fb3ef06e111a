import { DeadlinePassed, within } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { isRefusal, NoAnswer } from '../../device/index.ts';
import type { AskOptions, FirewallSession } from '../../device/index.ts';
import { messageOf } from '../../errors.ts';
import type { ShowParser } from '../../show/index.ts';
import type { Blind, Look } from '../row.ts';

/** How long one question may take, and everything that one device is asked; in milliseconds. */
export interface Patience {
  readonly questionMs: number;
  readonly deviceMs: number;
}

/** A console at 9600 baud needs half a minute for `show interface` of many interfaces. */
export const usualPatience: Patience = { questionMs: 40_000, deviceMs: 240_000 };

/**
 * One device, asked one thing after the other. What it does not answer in time it is not asked again: everything
 * after that is blind for the same reason, so that a device that hangs costs one wait.
 */
export class Visit {
  readonly #clock: Clock;
  readonly #patience: Patience;
  readonly #untilMs: number;
  #lost: Blind | undefined;

  constructor(clock: Clock, patience: Patience) {
    this.#clock = clock;
    this.#patience = patience;
    this.#untilMs = clock.nowMs() + patience.deviceMs;
  }

  /** Why nothing more is asked, once that is so. */
  get lost(): Blind | undefined {
    return this.#lost;
  }

  /** Gives the device up. */
  loseFor(why: string): Blind {
    return (this.#lost = { blind: why, because: 'unreached' });
  }

  /** Puts one question. Whatever it throws is a reason to be blind; silence gives the device up. */
  async ask<T>(what: string, question: () => Promise<T>): Promise<Look<T>> {
    if (this.#lost) return this.#lost;
    const leftMs = Math.min(this.#patience.questionMs, this.#untilMs - this.#clock.nowMs());
    if (leftMs <= 0) return this.loseFor(`${what}: there was no time left for it`);
    try {
      return { saw: await within(this.#clock, leftMs, question()) };
    } catch (error) {
      if (error instanceof DeadlinePassed) return this.loseFor(`${what}: ${error.message}`);
      if (error instanceof NoAnswer) return this.loseFor(messageOf(error));
      return { blind: messageOf(error), because: 'unread' };
    }
  }

  /** Opens a device. When it opens too late it is closed again; when it does not, it is given up. */
  async open<T extends { close(): Promise<void> }>(
    what: string,
    opening: () => Promise<T>,
  ): Promise<Look<T>> {
    const isLate = { yes: false };
    const look = await this.ask(what, async () => {
      const opened = await opening();
      if (isLate.yes) await opened.close();
      return opened;
    });
    isLate.yes = true;
    return 'saw' in look ? look : this.loseFor(look.blind);
  }
}

/** Types a `show` on a session and reads what comes. */
export type Show = <Facts>(
  parser: Reader<Facts>,
  options?: AskOptions & { typed?: string },
) => Promise<Look<Facts>>;

type Reader<Facts> = Pick<ShowParser<Facts>, 'command' | 'parse'>;

/** The questions that a session can be put. A command that the unit does not know is blind, and no reason to stop. */
export function showsOn(visit: Visit, session: FirewallSession, questionMs: number): Show {
  return async (parser, { typed = parser.command, ...options } = {}) =>
    visit.ask(typed, async () => {
      // The session has more to say of silence than the visit, so it gives up first.
      const { output } = await session.run(typed, { boundMs: questionMs * 0.9, ...options });
      if (isRefusal(output)) throw new UnknownCommand(typed, output);
      return parser.parse(output);
    });
}

/** Not of every firmware, and so no fault. */
class UnknownCommand extends Error {
  constructor(typed: string, output: string) {
    const [, said = output] = /(ERROR[^\n]*|%[^\n]*|Type help[^\n]*)/i.exec(output) ?? [];
    super(`the unit does not take ${JSON.stringify(typed)}: ${said.trim()}`);
  }
}

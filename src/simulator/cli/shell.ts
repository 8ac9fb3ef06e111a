import type { Space } from '../system/space.ts';
import type { PendingReload } from './pending-reload.ts';
import type { Place } from './place.ts';
import type { Door, SshAlgorithms } from '../face/simulated-unit.ts';
import type { Echo } from './line-editor.ts';

/** Where in the command line a session is. */
export type Mode = 'user' | 'enable' | 'config';

/** A question that takes the next line for its answer. */
export interface Question {
  readonly prompt: string;
  readonly echo: Echo;
  /** It cannot be escaped from: who does not know the answer does not get in. */
  readonly insists?: boolean;
  answer(text: string): void;
}

/** Somebody who manages the unit over the network, by the number that the unit gives them. */
export interface Visitor {
  readonly number: number;
  readonly from: string;
  readonly username: string;
  readonly algorithms?: SshAlgorithms | undefined;
}

/** What a command may do to the box that it runs on. */
export interface BoxControls {
  /** Ends the running system and boots again; a crash says so in the status that it prints. */
  restart(why: 'reload' | 'crash'): void;
  /** The reload that was ordered for later; it ends with the system that runs. */
  readonly pendingReload: PendingReload;
  /** The configuration in flash; undefined while there is none. */
  startup(): readonly string[] | undefined;
  eraseStartup(): void;
  /** Puts lines into flash as the configuration of the next boot. */
  storeStartup(lines: readonly string[]): void;
  /** Those who are there by SSH, or by telnet. */
  visitors(door: Door): readonly Visitor[];
  /** Ends the session of one of them; false if there is nobody of that number. */
  sendAway(door: Door, number: number): boolean;
}

/** What a session is to the commands that are entered in it. */
export interface Shell extends Place {
  /** Where its commands work: in single mode the one space there is, else the system or a context. */
  space: Space;
  /** The context that the session began in; undefined for that of the system. */
  readonly home: string | undefined;
  readonly box: BoxControls;
  /** How the session came in, for the log: `console`, or `telnet (remote …)`. */
  readonly cameBy: string;
  /** The name shown as the one logged in; `enable_15` at a console without a login. */
  readonly username: string;
  mode: Mode;
  section: string | undefined;
  /** The sub-modes that `failover exec` has led to, on this unit and on its mate; each unit has its own. */
  readonly execSections: { own: string | undefined; mate: string | undefined };
  /** Lines per page; 0 pages nothing. */
  pageLength: number;
  print(text: string): void;
  ask(question: Question): void;
  /** Goes on with `then` after a while, keys waiting meanwhile. */
  after(ms: number, then: () => void): void;
  /**
   * As `after`, for something whose end is not known: keys wait until the returned function is called. Only the
   * escape sequence does not, if there is something that it ends.
   */
  hold(escape?: () => void): (then: () => void) => void;
  /** Ends the session: a console is back at its first prompt, an SSH session is closed. */
  logout(): void;
}

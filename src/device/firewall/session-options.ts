import type { MayAct } from '../../transport/index.ts';
import type { QuestionKind } from './question.ts';

/** A secret, or where to get it; it is asked for when it is typed, and kept nowhere. */
export type Secret = string | (() => string);

/** How a session gets in, and how it waits; all times in milliseconds. */
export interface SessionOptions {
  /** The device, for messages: `primary console`. */
  readonly name: string;
  readonly username: string;
  readonly password: Secret;
  readonly enable: Secret;
  /** How long a command may take, finding the prompt included; 10 s. */
  readonly boundMs?: number;
  /** A prompt is one when nothing came behind it for this long; 20 ms. */
  readonly settleMs?: number;
  /** How long a prompt of another name is doubted before it is asked to repeat itself; 300 ms. */
  readonly doubtMs?: number;
  /** A console that stands at no prompt is woken this often; 1 s. */
  readonly wakeMs?: number;
  /** A boot that says nothing for this long is taken to wait for an Enter; 30 s. */
  readonly bootQuietMs?: number;
  /** Press SPACE when the boot offers to skip its countdown; no. */
  readonly shortenBoot?: boolean;
  /** Pause between two characters; 0. PIX consoles lose characters that come faster than 20 to 50 ms. */
  readonly msPerCharacter?: number;
  /** Asked before each line is typed that does more than look, and before its Enter: whether it still may. */
  readonly mayAct?: MayAct | undefined;
}

/** What to type when a command asks back: at a question of that kind, or one that contains those words. */
export interface QuestionAnswer {
  readonly question: QuestionKind | { readonly contains: string };
  /** Without the Enter; '' takes what the unit offers. */
  readonly answer: string;
}

/** What may be said with each command. */
export interface AskOptions {
  /** How long it may take, in milliseconds; the session's bound if not given. */
  readonly boundMs?: number;
  readonly signal?: AbortSignal;
  /** A question that is not answered here is refused, and the command fails with `BenchError`. */
  readonly answers?: readonly QuestionAnswer[];
  /** The context in which it is typed, in multiple context mode; the system execution space if not given. */
  readonly context?: string | undefined;
}

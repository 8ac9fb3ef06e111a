import type { FailoverMessage } from './failover-message.ts';

/**
 * What is written on a message to the mate, so that none is lost, doubled or overtaken. A boot of a unit is known by
 * its instant; numbers count from it.
 */
export interface Postmark {
  /** The boot of the sender. */
  readonly boot: number;
  /** The boot of the mate that it is for; undefined while the sender has not heard of any. */
  readonly to: number | undefined;
  /** Everything before this number has come from the mate. */
  readonly has: number;
  /** Nothing before this number will come any more from the sender. */
  readonly oldest: number;
  /** Its own number; undefined for what may be lost. */
  readonly number?: number | undefined;
}

/** A message to the mate as it is on its way over the failover link or cable. */
export interface Letter {
  readonly message: FailoverMessage;
  readonly mark: Postmark;
}

/** A way to the mate. */
export interface Road {
  send(letter: Letter): void;
  /** Whether something still waits at its beginning; what waits there need not be sent again. */
  readonly busy: boolean;
}

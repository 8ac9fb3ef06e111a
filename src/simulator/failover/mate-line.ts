import type { FailoverMessage } from '../message/failover-message.ts';

/**
 * What the units of a pair speak over to each other: the failover link of LAN-based failover, or the cable of a PIX.
 * Only hellos of interfaces go another way.
 */
export interface MateLine {
  /** Whether anything that is said can arrive. */
  readonly up: boolean;
  /** Something that has to arrive is not known to have arrived: a cable is slow, and anything can be lost. */
  readonly busy: boolean;
  /** A hello may be lost. Everything else arrives once and in order, if the mate is heard within the hold time. */
  send(message: FailoverMessage): void;
  /** As `send`, secured as things stand now: for a command that may change the failover key. */
  sealed(): (message: FailoverMessage) => void;
}

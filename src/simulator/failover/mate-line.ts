import type { FailoverMessage } from './message.ts';

/**
 * What the units of a pair speak over to each other: the failover link of LAN-based failover, or the cable of a PIX.
 * Only hellos of interfaces go another way.
 */
export interface MateLine {
  /** Whether anything that is said can arrive. */
  readonly up: boolean;
  /** Something that is not a hello waits to be sent: a cable is slow. */
  readonly busy: boolean;
  /** Lost if the line is down, as everything on a wire may be. */
  send(message: FailoverMessage): void;
  /** As `send`, secured as things stand now: for a command that may change the failover key. */
  sealed(): (message: FailoverMessage) => void;
}

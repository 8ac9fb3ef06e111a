import type { Cancel, Clock } from '../../clock.ts';
import type { LogTarget } from './log-settings.ts';
import { connectionRestored, disallowing, notResponding } from './log-host-messages.ts';
import type { SystemMessage } from './system-message.ts';

/** What the connections need of the unit that logs. */
export interface LogConnectionsHost {
  readonly clock: Clock;
  /** The hosts that are logged to by TCP now: none while the unit does not speak. */
  targets(): readonly LogTarget[];
  /** `logging permit-hostdown`. */
  permitsHostDown(): boolean;
  send(target: LogTarget, step: 'open' | 'closed'): void;
  sendText(target: LogTarget, text: string): void;
  log(message: SystemMessage): void;
}

/** A host that says nothing for so long is down. The guides name no times; these are a patient TCP's. */
const answerMs = 5000;
/** How often it is looked after a host, whether it is up or down. */
const lookMs = 5000;
/** How long after a connection was ended by the host the next one is made. */
const againMs = 1000;
/** What waits for a host at most, as `logging queue` has it where nobody says otherwise; the newest are lost. */
const waitingAtMost = 512;

interface Line {
  readonly target: LogTarget;
  state: 'opening' | 'up' | 'down';
  readonly waiting: string[];
  next: Cancel;
}

/**
 * The TCP connections over which a unit logs. While one of its hosts is down, the unit lets no new connection
 * through, unless `logging permit-hostdown` says that it may.
 */
export class LogConnections {
  readonly #host: LogConnectionsHost;
  readonly #lines = new Map<string, Line>();

  constructor(host: LogConnectionsHost) {
    this.#host = host;
  }

  get deniesNew(): boolean {
    return [...this.#lines.values()].some(({ state }) => state === 'down') && !this.#host.permitsHostDown();
  }

  /** The configuration, or the role of the unit, may be another. */
  review(): void {
    const wanted = new Map(this.#host.targets().map((target) => [keyOf(target), target]));
    for (const [key, line] of this.#lines) {
      if (wanted.has(key)) continue;
      line.next();
      this.#lines.delete(key);
      this.#host.send(line.target, 'closed');
    }
    for (const [key, target] of wanted) {
      if (this.#lines.has(key)) continue;
      const line: Line = { target, state: 'opening', waiting: [], next: () => undefined };
      this.#lines.set(key, line);
      this.#call(line);
    }
  }

  /** Sends a message to a host, or keeps it until there is a connection. */
  send(target: LogTarget, text: string): void {
    // A unit that has just become active has something to say at once.
    if (!this.#lines.has(keyOf(target))) this.review();
    const line = this.#lines.get(keyOf(target));
    if (line?.state === 'up') this.#host.sendText(target, text);
    else if (line && line.waiting.length < waitingAtMost) line.waiting.push(text);
  }

  /** A host says something of the connection to it. */
  take(step: 'accepted' | 'closed', address: string, port: number): void {
    const line = [...this.#lines.values()].find(
      ({ target }) => target.address === address && target.port === port,
    );
    if (!line) return;
    line.next();
    if (step === 'accepted') this.#up(line);
    else if (line.state === 'up') {
      line.state = 'opening';
      line.next = this.#host.clock.after(againMs, () => this.#call(line));
    } else this.#down(line);
  }

  /** A connection that is up is asked after in the same way: who has gone without a word does not answer. */
  #call(line: Line): void {
    line.next = this.#host.clock.after(answerMs, () => this.#down(line));
    this.#host.send(line.target, 'open');
  }

  #callLater(line: Line): void {
    line.next = this.#host.clock.after(lookMs, () => this.#call(line));
  }

  #up(line: Line): void {
    const wasDown = line.state === 'down';
    line.state = 'up';
    this.#callLater(line);
    for (const text of line.waiting.splice(0)) this.#host.sendText(line.target, text);
    if (wasDown) this.#host.log(connectionRestored(line.target));
  }

  #down(line: Line): void {
    const isNews = line.state !== 'down';
    line.state = 'down';
    this.#callLater(line);
    if (!isNews) return;
    const isPermitted = this.#host.permitsHostDown();
    this.#host.log(notResponding(line.target, isPermitted));
    if (!isPermitted) this.#host.log(disallowing);
  }
}

function keyOf({ nameif, address, port }: LogTarget): string {
  return `${nameif} ${address} ${port}`;
}

import type { Cancel } from '../../clock.ts';
import type { GroupId } from '../../pair/index.ts';
import type { FailoverHost } from './host.ts';
import type { ConfigPiece, ConfigText, SyncMessage } from '../message/failover-message.ts';

/** Without progress for so long the joining unit boots again (system messages 105020 and 105022). */
const noProgressMs = 60_000;
/** How many lines travel in one message. */
const linesPerMessage = 25;

/** What a synchronization does to the unit that it runs on. */
export interface SyncSteps {
  send(message: SyncMessage): void;
  enter(state: 'sync-config' | 'sync-file-system' | 'bulk-sync' | 'standby-ready'): void;
}

/**
 * The configuration on its way from the active unit to the joining one. The joining unit asks, and asks again
 * until it is answered; the active unit sends everything it has; then file system and connections follow.
 */
export class Synchronization {
  readonly #host: FailoverHost;
  readonly #steps: SyncSteps;
  #sending: Cancel | undefined;
  #waiting: Cancel = () => undefined;
  #progress: Cancel = () => undefined;
  #pieces: ConfigText[] = [];
  #begun = false;
  #complete = false;
  #sent = false;

  constructor(host: FailoverHost, steps: SyncSteps) {
    this.#host = host;
    this.#steps = steps;
  }

  /** True while the configuration of this unit is half the old and half the new one. */
  get halfDone(): boolean {
    return this.#begun && !this.#complete;
  }

  /** True once this unit has taken a whole configuration from its mate. */
  get complete(): boolean {
    return this.#complete;
  }

  /** True once this unit has sent its whole configuration to its mate. */
  get sent(): boolean {
    return this.#sent;
  }

  /** True while this unit is sending its configuration. */
  get sending(): boolean {
    return this.#sending !== undefined;
  }

  /** The joining unit starts. */
  join(): void {
    this.stop();
    this.#begun = false;
    this.#complete = false;
    this.#progresses();
    this.#wait(() => this.#ask());
  }

  /** On the unit where a context is active: its configuration alone. */
  sendContext(context: string): void {
    this.#sendAlone(this.#host.configuration.forMate(context));
  }

  /** The configuration of these groups alone; that of the system belongs to the first. */
  sendGroups(groups: readonly GroupId[]): void {
    this.#sendAlone(this.#host.configuration.forMate().filter(({ group }) => groups.includes(group)));
  }

  stop(): void {
    this.#waiting();
    this.#progress();
    this.#sending?.();
    this.#sending = undefined;
  }

  take(message: SyncMessage): void {
    if (message.part === 'request') this.#answer();
    else if (message.part === 'begin') this.#begin();
    else if (message.part === 'lines') this.#take(message);
    else if (message.part === 'context') this.#host.configuration.replace([message]);
    else if (this.halfDone) this.#end(message.total);
  }

  /** As long as lines come, however slowly, the unit waits for more. */
  #take(message: SyncMessage): void {
    if (this.halfDone) this.#progresses();
    this.#pieces.push(message);
  }

  #progresses(): void {
    this.#progress();
    this.#progress = this.#host.clock.after(noProgressMs, () => this.#giveUp());
  }

  #giveUp(): void {
    this.#host.report((say) => say.slowReplication());
    this.#host.report((say) => say.replicationTimedOut());
    this.#host.restart();
  }

  /** Once more only if the mate has heard it, and does not answer. */
  #ask(): void {
    if (!this.#host.medium.line?.busy) this.#send('request');
    this.#waiting = this.#host.clock.after(1000, () => this.#ask());
  }

  /** On the active unit. A unit that asks again while it is being answered is answered once. */
  #answer(): void {
    if (this.#sending) return;
    this.#host.announce('replication-to-mate-begins');
    this.#host.report((say) => say.sendingBegins());
    this.#send('begin');
    const pieces = this.#host.configuration.forMate();
    const total = pieces.reduce((sum, { lines }) => sum + lines.length, 0);
    for (const piece of pieces) this.#sendPiece(piece);
    this.#finish(total);
  }

  /** It has all been sent when nothing waits for the line any more. */
  #finish(total: number): void {
    this.#sending = this.#host.clock.after(this.#stepMs(), () => {
      if (this.#host.medium.line?.busy) return this.#finish(total);
      this.#sending = undefined;
      this.#send('end', total);
      this.#sent = true;
      this.#host.announce('replication-to-mate-ends');
      this.#host.report((say) => say.sendingEnds());
    });
  }

  #begin(): void {
    this.#waiting();
    this.#begun = true;
    this.#complete = false;
    this.#pieces = [];
    this.#steps.enter('sync-config');
    this.#host.announce('replication-from-mate-begins');
    this.#host.report((say) => say.receivingBegins());
  }

  /** Lines that were lost on the way are not guessed: the configuration is asked for once more. */
  #end(total: number): void {
    const came = this.#pieces.reduce((sum, { lines }) => sum + lines.length, 0);
    if (came !== total) return this.#ask();
    this.#progress();
    this.#complete = true;
    this.#host.configuration.replace(joined(this.#pieces));
    this.#host.announce('replication-from-mate-ends');
    this.#host.report((say) => say.receivingEnds());
    this.#steps.enter('sync-file-system');
    this.#wait(() => {
      this.#steps.enter('bulk-sync');
      this.#wait(() => this.#steps.enter('standby-ready'));
    });
  }

  #sendAlone(pieces: readonly ConfigPiece[]): void {
    for (const { context, lines } of pieces)
      this.#steps.send({ kind: 'sync', part: 'context', context, lines, total: lines.length });
  }

  /** Not more than so many lines at once; a context without a line of its own is told of all the same. */
  #sendPiece({ context, lines }: ConfigText): void {
    for (let at = 0; at === 0 || at < lines.length; at += linesPerMessage) {
      const some = lines.slice(at, at + linesPerMessage);
      this.#steps.send({ kind: 'sync', part: 'lines', context, lines: some, total: 0 });
    }
  }

  #send(part: SyncMessage['part'], total = 0): void {
    this.#steps.send({ kind: 'sync', part, lines: [], total });
  }

  #wait(then: () => void): void {
    this.#waiting = this.#host.clock.after(this.#stepMs(), then);
  }

  #stepMs(): number {
    return this.#host.box.syncStepMs * this.#host.box.random.between(1, 1.1);
  }
}

/** What came in several messages, as one piece for each execution space; in the order in which they began. */
function joined(pieces: readonly ConfigText[]): readonly ConfigText[] {
  const contexts = [...new Set(pieces.map(({ context }) => context))];
  return contexts.map((context) => ({
    context,
    lines: pieces.filter((piece) => piece.context === context).flatMap(({ lines }) => lines),
  }));
}

import type { Cancel, Clock } from '../../clock.ts';
import type { GroupId } from '../../pair/index.ts';
import type {
  ExecuteMessage,
  ExecutedMessage,
  FailoverMessage,
  RunRequest,
  RunResult,
} from '../message/failover-message.ts';

/** Whose command line a command is sent to, by its state or seen from here. */
export type ExecuteOn = 'active' | 'standby' | 'mate';

/** What remote execution needs of its unit. */
export interface RemoteExecutionHost {
  readonly clock: Clock;
  /** Whether a group is active on this unit. */
  active(group: GroupId): boolean;
  /** Why the mate cannot be told to do anything now; undefined if it can. */
  mateRefuses(): string | undefined;
  tell(message: FailoverMessage): void;
  /** Runs a command here, and says what it printed once it is done. */
  run(request: RunRequest, done: (result: RunResult) => void): void;
}

/** What became of a command: what it printed, or why it was not carried out. */
export type Executed = RunResult | { readonly refused: string };

/** A mate that has not answered after so long will not. */
const longestAnswerMs = 20_000;

/**
 * `failover exec`: commands for one of the two units, over the failover link if it is the mate (ASA 5580 guide,
 * «Remote Command Execution»). The output comes back to where the command was typed.
 */
export class RemoteExecution {
  readonly #host: RemoteExecutionHost;
  readonly #open = new Map<number, { readonly done: (result: Executed) => void; readonly late: Cancel }>();
  #last = 0;

  constructor(host: RemoteExecutionHost) {
    this.#host = host;
  }

  /** Which of the two units is meant, by where the group of the session's context is active. */
  where(on: ExecuteOn, group: GroupId = 1): 'own' | 'mate' {
    if (on === 'mate') return 'mate';
    return (on === 'active') === this.#host.active(group) ? 'own' : 'mate';
  }

  execute(to: 'own' | 'mate', request: RunRequest, done: (result: Executed) => void): void {
    if (to === 'own') return this.#host.run(request, done);
    const refused = this.#host.mateRefuses();
    if (refused !== undefined) return done({ refused });
    this.#last += 1;
    const id = this.#last;
    const late = this.#host.clock.after(longestAnswerMs, () => {
      this.#open.delete(id);
      done({ refused: 'the mate did not answer' });
    });
    this.#open.set(id, { done, late });
    this.#host.tell({ kind: 'execute', id, request });
  }

  take(message: ExecuteMessage | ExecutedMessage): void {
    const { id } = message;
    if (message.kind === 'execute') {
      return this.#host.run(message.request, (result) => this.#host.tell({ kind: 'executed', id, result }));
    }
    const waiting = this.#open.get(id);
    this.#open.delete(id);
    waiting?.late();
    waiting?.done(message.result);
  }
}

import { type FailoverState, isActive, mateOf } from '../../pair/index.ts';
import { startupCompleted } from '../syslog/unit-messages.ts';
import type { FailoverHost } from './host.ts';
import type { Hello } from './message.ts';

/** Turns what happens to a unit and to its mate into system messages. */
export class Reporter {
  readonly #host: FailoverHost;
  #started = false;

  constructor(host: FailoverHost) {
    this.#host = host;
  }

  /** The unit changes its state. */
  entered(from: FailoverState, to: FailoverState, reason: string): void {
    const host = this.#host;
    if (to === 'disabled') host.report((say) => say.disabling());
    if (from === 'disabled' && reason === 'Set by the config command') host.report((say) => say.enabling());
    if (to === 'just-active') host.report((say) => say.toActive(reason));
    if (isActive(from) && !isActive(to) && to !== 'disabled')
      host.report((say) => say.toStandby(this.#whoAsked(reason)));
    if (to === 'failed') host.report((say) => say.toFailed());
    if (from === 'failed' && to === 'standby-ready') host.report((say) => say.toOk());
    if (this.#started || (to !== 'active' && to !== 'standby-ready')) return;
    this.#started = true;
    host.log(startupCompleted);
  }

  /** A hello of the mate, and the one before it. */
  heard(hello: Hello, before: Hello | undefined): void {
    if (hello.state === 'failed' && before?.state !== 'failed') {
      const why = hello.failedBy === 'service-card' ? 'SSM card failure' : undefined;
      this.#host.report((say) => say.mateReportsFailure(why));
    }
    hello.interfaces.forEach(({ nameif, health }, number) => {
      const was = before?.interfaces.find((one) => one.nameif === nameif)?.health;
      if (was === undefined || hasFailed(was) === hasFailed(health)) return;
      this.#host.report((say) => say.mateInterface(number, !hasFailed(health)));
    });
  }

  /** No hello on any interface for the hold time. */
  mateLost(linkUp: boolean): void {
    this.#host.report((say) => say.noResponse(linkUp ? 1 : 4));
  }

  /** A unit that gives way says who wanted it to, and why. */
  #whoAsked(reason: string): string {
    if (reason !== 'Other unit wants me Standby') return reason;
    const mate = mateOf(this.#host.failover().unit) === 'primary' ? 'Primary' : 'Secondary';
    return `${reason}. ${mate} unit switch reason: Set by the config command`;
  }
}

function hasFailed(health: string): boolean {
  return health === 'failed' || health === 'no-link';
}

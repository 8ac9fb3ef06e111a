import { type GroupId, isActive, mateOf } from '../../pair/index.ts';
import { startupCompleted } from '../syslog/unit-messages.ts';
import type { FailoverHost } from './host.ts';
import { readingOf } from './mate.ts';
import type { GroupReading, Hello } from '../message/failover-message.ts';
import type { Change } from './unit-state.ts';

/** Turns what happens to a unit, to its groups and to its mate into system messages. */
export class Reporter {
  readonly #host: FailoverHost;
  #started = false;

  constructor(host: FailoverHost) {
    this.#host = host;
  }

  /** A group changes its state. Failover is turned off and on for all of them at once, which is said once. */
  entered(id: GroupId, { from, to, reason, because }: Change): void {
    const host = this.#host;
    if (to === 'disabled' && id === 1) host.report((say) => say.disabling());
    if (from === 'disabled' && id === 1 && reason === 'Set by the config command')
      host.report((say) => say.enabling());
    if (to === 'just-active') host.report((say) => say.toActive(reason), id);
    if (isActive(from) && !isActive(to) && to !== 'disabled')
      host.report((say) => say.toStandby(this.#whoAsked(reason, because)), id);
    if (to === 'failed') host.report((say) => say.toFailed(), id);
    if (from === 'failed' && to === 'standby-ready') host.report((say) => say.toOk(), id);
    if (this.#started || (to !== 'active' && to !== 'standby-ready')) return;
    this.#started = true;
    host.log(startupCompleted);
  }

  /** A hello of the mate, and the one before it. */
  heard(hello: Hello, before: Hello | undefined): void {
    for (const group of hello.groups) this.#heardGroup(group, readingOf(before, group.id));
    hello.interfaces.forEach(({ context, nameif, health, group }, number) => {
      const was = before?.interfaces.find((one) => one.nameif === nameif && one.context === context)?.health;
      if (was === undefined || hasFailed(was) === hasFailed(health)) return;
      this.#host.report((say) => say.mateInterface(number, !hasFailed(health)), group);
    });
  }

  /** No hello on any interface for the hold time. */
  mateUnheard(linkUp: boolean): void {
    this.#host.report((say) => say.noResponse(linkUp ? 1 : 4));
  }

  #heardGroup({ id, state, failedBy, mateLost }: GroupReading, before: GroupReading | undefined): void {
    if (id === 1 && mateLost && before?.mateLost === false) this.#host.report((say) => say.calledFailed());
    if (state !== 'failed' || before?.state === 'failed') return;
    const why = failedBy === 'service-card' ? 'SSM card failure' : undefined;
    this.#host.report((say) => say.mateReportsFailure(why), id);
  }

  /** A unit that gives way says who wanted it to, and why. */
  #whoAsked(reason: string, because = 'Set by the config command'): string {
    if (reason !== 'Other unit wants me Standby') return reason;
    const mate = mateOf(this.#host.failover().unit) === 'primary' ? 'Primary' : 'Secondary';
    return `${reason}. ${mate} unit switch reason: ${because}`;
  }
}

function hasFailed(health: string): boolean {
  return health === 'failed' || health === 'no-link';
}

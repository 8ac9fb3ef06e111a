import type { Cancel } from '../../clock.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import { repeat } from '../ground/repeat.ts';
import type { FailoverHost } from './host.ts';
import { cardPollMs } from './self-check.ts';

/** No two units poll at quite the same time. */
const jitterAtMostMs = 5;

/** What comes round again and again for the whole unit while failover is on: at the poll time, and for the service card. */
export class Rounds {
  readonly #host: FailoverHost;
  readonly #each: { readonly poll: () => void; readonly card: () => void };
  #timers: Cancel[] = [];
  #times = '';

  constructor(host: FailoverHost, each: { readonly poll: () => void; readonly card: () => void }) {
    this.#host = host;
    this.#each = each;
  }

  begin(): void {
    this.stop();
    const host = this.#host;
    this.#times = timesOf(host.failover());
    const jitterMs = host.box.random.between(0, jitterAtMostMs);
    this.#timers = [
      repeat(host.clock, () => host.failover().unitPollMs + jitterMs, this.#each.poll),
      repeat(host.clock, () => cardPollMs, this.#each.card),
    ];
  }

  /** True if other times are configured than those that it began with: it has begun anew, and they count from now. */
  retime(): boolean {
    if (this.#timers.length === 0 || this.#times === timesOf(this.#host.failover())) return false;
    this.begin();
    return true;
  }

  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }
}

/** All poll and hold times of failover, to be compared. */
function timesOf({ unitPollMs, unitHoldMs, groups }: FailoverConfig): string {
  const ofGroups = groups.map(({ interfacePollMs, interfaceHoldMs }) => [interfacePollMs, interfaceHoldMs]);
  return [unitPollMs, unitHoldMs, ...ofGroups].join();
}

import type { Cancel } from '../../clock.ts';
import { isActive } from '../../pair/index.ts';
import type { GroupParts } from './group-parts.ts';
import { settingsOf } from './settings-of.ts';
import type { Change } from './unit-state.ts';

/**
 * When a group moves to the unit that it prefers without anybody's command (ASA 5580 guide, «Primary/Secondary
 * Status and Active/Standby Status» and «Configuring Failover Group Preemption»): after both units booted together,
 * and with `preempt` once the preferred unit has become available, for as long as its delay says. A unit becomes
 * available when its group becomes ready, which is after it has the mate's connections; a unit that gave the group
 * away in full health on a command was available all the time, and lets it go.
 */
export class Preemption {
  readonly #parts: GroupParts;
  #bootedTogether = false;
  #availableMs: number | undefined;
  #announced = false;
  #due: Cancel = () => undefined;

  constructor(parts: GroupParts) {
    this.#parts = parts;
  }

  /** The mate searches for a mate at the same time as this unit. */
  boots(together: boolean): void {
    this.#bootedTogether = together;
  }

  /** The group changed its state. */
  entered({ from, to }: Change): void {
    if (isActive(to)) this.#bootedTogether = false;
    this.stop();
    if (to !== 'standby-ready' || isActive(from)) return;
    const { clock } = this.#parts.host;
    this.#availableMs = clock.nowMs();
    const { preempt } = this.#settings;
    if (preempt) this.#due = clock.after(preempt.afterMs, () => this.weigh());
  }

  /** Asks the mate for the group, if it is time to. Called at every hello of the mate. */
  weigh(): void {
    const { id, host, own, mate, voice } = this.#parts;
    if (own.now !== 'standby-ready' || mate.group(id).state !== 'active' || !this.#parts.linkUsable()) return;
    if (!this.#isDue() || !host.box.traits.takesOver) return;
    if (!this.#announced) host.announce('preempting', id);
    this.#announced = true;
    voice.order(id, 'become-standby', 'Other unit wants me Standby', 'Group preempted');
  }

  stop(): void {
    this.#due();
    this.#availableMs = undefined;
    this.#announced = false;
  }

  #isDue(): boolean {
    const { host } = this.#parts;
    const { mode, unit } = host.failover();
    const preferred = this.#settings.prefers === unit;
    const right = mode === 'active-active' && preferred && this.#isTime();
    return host.box.traits.preempts(right, { mode, preferred, available: this.#availableMs !== undefined });
  }

  #isTime(): boolean {
    const { preempt } = this.#settings;
    if (this.#bootedTogether) return true;
    if (!preempt || this.#availableMs === undefined) return false;
    return this.#parts.host.clock.nowMs() - this.#availableMs >= preempt.afterMs;
  }

  get #settings() {
    return settingsOf(this.#parts.host, this.#parts.id);
  }
}

import type { FailoverGroup } from './failover-group.ts';
import type { FailoverHost } from './host.ts';
import type { Mate } from './mate.ts';
import type { FailoverMessage } from '../message/failover-message.ts';
import type { Synchronization } from './synchronization.ts';
import type { Voice } from './voice.ts';

/** What making amends touches of the unit. */
export interface AmendsParts {
  readonly host: FailoverHost;
  readonly mate: Mate;
  readonly voice: Voice;
  readonly sync: Synchronization;
  groups(): readonly FailoverGroup[];
}

/** What makes the configurations of the units differ, in memory or in flash, if the mate does not get it. */
const configuring: readonly FailoverMessage['kind'][] = [
  'command',
  'sync',
  'save',
  'file',
  'unit-order',
  'new-configuration',
];

/**
 * A mate that did not acknowledge what it was told takes the configuration anew once it is heard again («You can use
 * the write standby command to resynchronize configurations that have become out of sync»): here nobody has to.
 */
export class Amends {
  readonly #parts: AmendsParts;
  #due = false;

  constructor(parts: AmendsParts) {
    this.#parts = parts;
  }

  /** The mate has not acknowledged these for the hold time (system message 103001, reason code 3, over the cable). */
  undelivered(messages: readonly FailoverMessage[]): void {
    const { host, mate } = this.#parts;
    if (mate.alive && host.medium.cable !== undefined) host.report((say) => say.noResponse(3));
    this.#due ||= messages.some(({ kind }) => configuring.includes(kind));
  }

  /** At every hello of the mate. A mate that is about to take the whole configuration needs nothing else. */
  heard(): void {
    if (!this.#due) return;
    const ours = this.#parts.groups().filter(({ own }) => own.active);
    const states = ours.map(({ mate }) => mate.state);
    if (states.every((state) => state === 'cold-standby' || state === 'negotiation')) this.#due = false;
    else if (states.every((state) => state === 'standby-ready' || state === 'sync-config')) this.#make(ours);
  }

  /** Of two units that are active, each gives what is active on it, and the mate keeps what it carries. */
  #make(ours: readonly FailoverGroup[]): void {
    const { host, voice, sync } = this.#parts;
    this.#due = false;
    host.report((say) => say.slowReplication());
    if (ours.length === this.#parts.groups().length)
      voice.orderUnit('resynchronize', 'Configuration mismatch');
    else sync.sendGroups(ours.map(({ id }) => id));
  }
}

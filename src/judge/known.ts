import type { GroupId, GroupSettings, InterfaceReport } from '../pair/index.ts';
import type { Entry } from '../timeline/index.ts';

/** What is known of the pair that `show failover` does not say: said once in a run, and true in all of it. */
export class Known {
  readonly #firmware = new Set<string>();
  #groups: readonly GroupSettings[] = [];

  /** Every version of firmware that a unit said it runs. */
  get firmware(): readonly string[] {
    return [...this.#firmware];
  }

  /** A PIX of 6.x, whose published behaviour differs where the catalogue says so. */
  get release(): '6.x' | undefined {
    return this.firmware.length > 0 && this.firmware.every((each) => each.startsWith('6.'))
      ? '6.x'
      : undefined;
  }

  take(entry: Entry): void {
    if (entry.kind !== 'observation') return;
    if (entry.saw.sight === 'identity') this.#firmware.add(entry.saw.firmware);
    if (entry.saw.sight === 'groups') this.#groups = entry.saw.groups;
  }

  /** How a failover group was last said to be set; absent if nobody said. */
  group(group: GroupId): GroupSettings | undefined {
    return this.#groups.find((each) => each.group === group);
  }

  /** The group of an interface: that of its context, and group 1 for a context that joined none. */
  groupOf({ context }: InterfaceReport): GroupId {
    return this.#groups.find(({ contexts }) => contexts.some((name) => name === context))?.group ?? 1;
  }
}

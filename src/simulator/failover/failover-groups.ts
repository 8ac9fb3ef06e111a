import type { GroupId } from '../../pair/index.ts';
import { precedes } from './decide.ts';
import { FailoverGroup, type UnitParts } from './failover-group.ts';

/** What fails over, as configured: in Active/Standby the unit as one group, in Active/Active two. */
export class FailoverGroups {
  readonly first: FailoverGroup;
  readonly #unit: UnitParts;
  #second: FailoverGroup | undefined;

  constructor(unit: UnitParts) {
    this.#unit = unit;
    this.first = new FailoverGroup(1, unit);
  }

  get all(): readonly FailoverGroup[] {
    return this.#second ? [this.first, this.#second] : [this.first];
  }

  /** The group of that number; while there is one group only, that one. */
  of(id: GroupId): FailoverGroup {
    return (id === 2 ? this.#second : undefined) ?? this.first;
  }

  /** True if this unit goes before its mate. */
  get precedes(): boolean {
    return precedes(this.first.me, this.first.other);
  }

  /** Two groups from the moment that they are configured. */
  form(): void {
    const isActiveActive = this.#unit.host.failover().mode === 'active-active';
    if (isActiveActive === (this.#second !== undefined)) return;
    this.#second?.stop();
    this.#second = isActiveActive ? new FailoverGroup(2, this.#unit) : undefined;
    this.#second?.follow(this.first);
  }

  /** In Active/Active the console names every group that found its active mate. */
  announceJoining(): void {
    if (!this.#second) return;
    for (const { id, own } of this.all) if (own.joining) this.#unit.host.announce('detected-active-mate', id);
  }
}

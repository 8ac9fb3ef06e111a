import type { GroupId } from '../../pair/index.ts';
import type { FailoverGroup } from './failover-group.ts';
import type { Mate } from './mate.ts';
import type { Synchronization } from './synchronization.ts';
import type { Voice } from './voice.ts';

/** The parts of failover that its commands act upon. */
export interface CommandParts {
  readonly mate: Mate;
  readonly voice: Voice;
  readonly sync: Synchronization;
  groups(): readonly FailoverGroup[];
  /** True if the mate can be told over the failover link. */
  linkUsable(): boolean;
}

/** The failover commands that do something at once, for the unit with all its groups or for one of them. */
export class FailoverCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** Returns why not, if it is refused. */
  becomeActive(group?: GroupId): string | undefined {
    return this.#each(group, ({ commands }) => commands.becomeActive());
  }

  /** Returns why not, if it is refused. */
  becomeStandby(group?: GroupId): string | undefined {
    return this.#each(group, ({ commands }) => commands.becomeStandby());
  }

  /** Returns why not, if it is refused. */
  reset(group?: GroupId): string | undefined {
    return this.#each(group, ({ commands }) => {
      commands.reset();
      return undefined;
    });
  }

  /** Boots the standby unit again, without a question. Returns why not, if it is refused. */
  reloadStandby(): string | undefined {
    const refusal = this.#notSource();
    if (refusal !== undefined) return refusal;
    const split = this.#parts.groups().find(({ own }) => !own.active);
    if (split) return `failover group ${split.id} is not active on this unit`;
    this.#parts.voice.orderUnit('reload', 'Set by the config command');
    return undefined;
  }

  /**
   * `write standby`: the mate takes the configuration anew; that of one context is sent from where it is active.
   * Returns why not, if it is refused.
   */
  writeStandby(context?: string, group: GroupId = 1): string | undefined {
    const refusal = this.#notSource(group);
    if (refusal !== undefined) return refusal;
    if (context === undefined) this.#parts.voice.orderUnit('resynchronize', 'Configuration mismatch');
    else this.#parts.sync.sendContext(context);
    return undefined;
  }

  /** Carries it out for all that can; what kept the first of the others is the refusal. */
  #each(only: GroupId | undefined, act: (group: FailoverGroup) => string | undefined): string | undefined {
    const groups = this.#parts.groups();
    if (only !== undefined && groups.length === 1) return `failover group ${only} is not configured`;
    return groups
      .filter(({ id }) => only === undefined || id === only)
      .map(act)
      .find((refusal) => refusal !== undefined);
  }

  /** Why this unit cannot send its mate the configuration: it belongs to where its group is active. */
  #notSource(id: GroupId = 1): string | undefined {
    const groups = this.#parts.groups();
    const group = groups.find((one) => one.id === id);
    if (!group || group.own.now === 'disabled') return 'failover is off';
    if (!group.own.active) {
      return groups.length > 1
        ? `failover group ${id} is not active on this unit`
        : 'this unit is not the active one';
    }
    if (!this.#parts.linkUsable()) return 'failover link is down, the mate cannot be told';
    return this.#parts.mate.alive ? undefined : 'no mate was heard';
  }
}

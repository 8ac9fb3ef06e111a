import type { FailoverState, GroupId, UnitName } from '../../pair/index.ts';
import { mateOf } from '../../pair/index.ts';
import type { FailureCause, GroupReading, Hello, InterfaceReading } from '../message/failover-message.ts';

/** One failover group on the mate; in Active/Standby the mate itself. */
export interface MateGroup {
  readonly state: FailoverState;
  readonly term: number;
  readonly failedInterfaces: number;
  /** What a failed group failed of. */
  readonly failedBy: FailureCause | undefined;
  /** Its time in the active role, going on while it is active. */
  activeMs(nowMs: number): number;
}

/** What a unit knows of its mate, by its hellos and by their absence. */
export class Mate {
  #hello: Hello | undefined;
  #helloAtMs = 0;
  /** What the absence of hellos makes of it, whatever the latest one said. */
  #absent: 'not-detected' | 'failed' | undefined = 'not-detected';

  /** The latest hello, however long ago. */
  get hello(): Hello | undefined {
    return this.#hello;
  }

  /** True between the first hello and the verdict that the mate is lost. */
  get alive(): boolean {
    return this.#hello !== undefined && this.#absent === undefined;
  }

  /** True from the verdict that it is lost until it is heard again. */
  get lost(): boolean {
    return this.#absent === 'failed';
  }

  get serial(): string | undefined {
    return this.#hello?.serial;
  }

  get version(): string | undefined {
    return this.#hello?.version;
  }

  get interfaces(): readonly InterfaceReading[] {
    return this.#hello?.interfaces ?? [];
  }

  unit(own: UnitName): UnitName {
    return this.#hello?.unit ?? mateOf(own);
  }

  /** A mate that knows of no such group yet fails over as a whole: what it says of the first is true of both. */
  group(id: GroupId): MateGroup {
    const said = readingOf(this.#hello, id);
    const state = this.#absent ?? said?.state ?? 'not-detected';
    return {
      state,
      term: said?.term ?? 0,
      failedInterfaces: said?.failedInterfaces ?? 0,
      failedBy: said?.failedBy,
      activeMs: (nowMs) => (said?.activeMs ?? 0) + (state === 'active' ? nowMs - this.#helloAtMs : 0),
    };
  }

  interface(nameif: string, context?: string): InterfaceReading | undefined {
    return this.interfaces.find((one) => one.nameif === nameif && one.context === context);
  }

  take(hello: Hello, nowMs: number): void {
    this.#hello = hello;
    this.#helloAtMs = nowMs;
    this.#absent = undefined;
  }

  /** No hello on any interface: failed, with all its groups. Its version and serial number stay known. */
  lose(): void {
    this.#absent = 'failed';
  }

  /** Not yet heard since this unit began to negotiate. */
  forget(): void {
    this.#absent = 'not-detected';
  }
}

/** What a hello says of a group. */
export function readingOf(hello: Hello | undefined, id: GroupId): GroupReading | undefined {
  return hello?.groups.find((one) => one.id === id) ?? hello?.groups[0];
}

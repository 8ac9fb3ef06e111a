import type { FailoverState, UnitName } from '../../pair/index.ts';
import { mateOf } from '../../pair/index.ts';
import type { FailureCause, Hello, InterfaceReading } from './message.ts';

/** What a unit knows of its mate, by its hellos and by their absence. */
export class Mate {
  #hello: Hello | undefined;
  #state: FailoverState = 'not-detected';
  #helloAtMs = 0;
  #lost = false;

  /** The latest hello, however long ago. */
  get hello(): Hello | undefined {
    return this.#hello;
  }

  get state(): FailoverState {
    return this.#state;
  }

  /** True between the first hello and the verdict that the mate is lost. */
  get alive(): boolean {
    return this.#hello !== undefined && this.#state !== 'not-detected' && !this.#lost;
  }

  get term(): number {
    return this.#hello?.term ?? 0;
  }

  get serial(): string | undefined {
    return this.#hello?.serial;
  }

  get version(): string | undefined {
    return this.#hello?.version;
  }

  get failedInterfaces(): number {
    return this.#hello?.failedInterfaces ?? 0;
  }

  get failedBy(): FailureCause | undefined {
    return this.#hello?.failedBy;
  }

  get interfaces(): readonly InterfaceReading[] {
    return this.#hello?.interfaces ?? [];
  }

  unit(own: UnitName): UnitName {
    return this.#hello?.unit ?? mateOf(own);
  }

  /** The mate's time in the active role, going on while it is active. */
  activeMs(nowMs: number): number {
    if (!this.#hello) return 0;
    return this.#hello.activeMs + (this.alive && this.#state === 'active' ? nowMs - this.#helloAtMs : 0);
  }

  interface(nameif: string): InterfaceReading | undefined {
    return this.interfaces.find((one) => one.nameif === nameif);
  }

  take(hello: Hello, nowMs: number): void {
    this.#hello = hello;
    this.#helloAtMs = nowMs;
    this.#state = hello.state;
    this.#lost = false;
  }

  /** No hello on any interface: failed. Its version and serial number stay known. */
  lose(): void {
    this.#state = 'failed';
    this.#lost = true;
  }

  /** Not yet heard since this unit began to negotiate. */
  forget(): void {
    this.#state = 'not-detected';
    this.#lost = false;
  }
}

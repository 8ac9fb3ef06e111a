import type { GroupId } from '../../pair/index.ts';
import type { Announcement } from '../failover/host.ts';
import type { Space } from './space.ts';
import type { RunRequest, RunResult } from '../message/failover-message.ts';

/** What lies around a running system: the flash, the console, the power button, and the reader of commands. */
export interface Surroundings<System> {
  announce(what: Announcement, group?: GroupId): void;
  /** Prints a text of its own on the console. */
  notify(text: string): void;
  /** Prints a system message on the console. */
  show(line: string): void;
  /** The unit answers for other addresses from now on. */
  readdressed(): void;
  /** Stores the configuration in flash. */
  store(lines: readonly string[]): void;
  /** Boots again from flash; the system ends with this call. */
  restart(): void;
  /** Enters one configuration line; returns the section that the next indented line belongs to. */
  enter(
    system: System,
    space: Space,
    origin: 'stored' | 'replicated',
    section: string | undefined,
    line: string,
  ): string | undefined;
  /** Runs one command line as somebody at a terminal would, and says what it printed once it is done. */
  run(system: System, request: RunRequest, done: (result: RunResult) => void): void;
}

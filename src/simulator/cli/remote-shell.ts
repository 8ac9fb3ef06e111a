import type { RunRequest, RunResult } from '../message/failover-message.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import { execute } from './execute.ts';
import { splitFilter } from './output-filter.ts';
import type { BoxControls, Mode, Question, Shell } from './shell.ts';

/** So long after its answer has left does a unit go down that was told to. */
const beforeRestartMs = 20;

/** Runs one command line of `failover exec`, from wherever it was typed; `done` hears what it printed. */
export function runRemotely(
  system: System,
  box: BoxControls,
  request: RunRequest,
  done: (result: RunResult) => void,
): void {
  new RemoteShell(system, box, request, done).run(request.line);
}

/**
 * A shell without a terminal: it prints into an answer, and nobody is there to be asked («Commands that require
 * user input or confirmation must use the /nonconfirm option», ASA 5580 guide, 13-48).
 */
class RemoteShell implements Shell {
  readonly system: System;
  space: Space;
  readonly home: string | undefined;
  readonly box: BoxControls;
  readonly cameBy = 'failover exec';
  readonly username: string;
  readonly execSections = { own: undefined, mate: undefined };
  mode: Mode;
  section: string | undefined;
  pageLength = 0;
  readonly #before: string | undefined;
  readonly #done: (result: RunResult) => void;
  #printed: string[] = [];
  #waiting = 0;
  #restart: () => void = () => undefined;

  constructor(system: System, box: BoxControls, request: RunRequest, done: (result: RunResult) => void) {
    this.system = system;
    this.space = system.spaces.find(request.context) ?? system.spaces.system;
    this.home = this.space.name;
    this.username = request.username;
    this.mode = request.configuring ? 'config' : 'enable';
    this.section = request.configuring ? request.section : undefined;
    this.#before = request.section;
    this.#done = done;
    this.box = {
      startup: () => box.startup(),
      eraseStartup: () => box.eraseStartup(),
      pendingReload: box.pendingReload,
      storeStartup: (lines) => box.storeStartup(lines),
      visitors: (door) => box.visitors(door),
      sendAway: (door, number) => box.sendAway(door, number),
      restart: (why) => {
        this.#restart = () => system.clock.after(beforeRestartMs, () => box.restart(why));
      },
    };
  }

  run(line: string): void {
    const { command, filter } = splitFilter(line);
    execute(this, command, 0);
    this.#printed = [...filter(this.#printed)];
    this.#settle();
  }

  print(text: string): void {
    this.#printed.push(text);
  }

  ask(_question: Question): void {
    this.print('ERROR: Command requires user input, use its /noconfirm option');
  }

  after(ms: number, then: () => void): void {
    const goOn = this.hold();
    this.system.clock.after(ms, () => goOn(then));
  }

  hold(): (then: () => void) => void {
    this.#waiting += 1;
    return (then) => {
      this.#waiting -= 1;
      then();
      this.#settle();
    };
  }

  logout(): void {
    this.section = undefined;
  }

  /** A session in privileged mode configures nothing there, and leaves the sub-mode as it found it. */
  #settle(): void {
    if (this.#waiting > 0) return;
    const section = this.mode === 'config' ? this.section : this.#before;
    this.#done({ lines: this.#printed, section });
    this.#restart();
  }
}

import type { UnitName } from '../../pair/index.ts';
import type { SimulatedUnit } from '../../simulator/index.ts';

const keys = new TextEncoder();

/**
 * The console of a simulated unit, asked without waiting: a unit in order answers in the instant that it is asked in,
 * and one that does not is off, hung or booting.
 */
export class QuickConsole {
  readonly unit: UnitName;
  readonly #terminal: SimulatedUnit['console'];
  #printed: string[] = [];

  constructor({ name, console }: SimulatedUnit) {
    this.unit = name;
    this.#terminal = console;
    console.onBytes((bytes) => this.#printed.push(Buffer.from(bytes).toString('latin1')));
  }

  /** The lines of a command's answer at the enabled prompt, without echo and prompt; nothing from a unit that is silent. */
  ask(command: string): string | undefined {
    return this.#say(command) ?? (this.#enable() ? this.#say(command) : undefined);
  }

  /** Enters configuration commands, in a context or where the unit boots into; nothing on a unit that is silent. */
  configure(lines: readonly string[], context?: string): void {
    if (this.ask('') === undefined) return;
    if (context !== undefined) this.ask(`changeto context ${context}`);
    for (const line of ['configure terminal', ...lines, 'end']) this.ask(line);
    if (context !== undefined) this.ask('changeto system');
  }

  /** Types a line, and hears what comes back at once; nothing unless it ends at the enabled prompt. */
  #say(line: string): string | undefined {
    this.#printed = [];
    this.#terminal.type(keys.encode(`${line}\r`));
    const rows = this.#printed.join('').split('\r\n');
    if (!/^[\w/]+(?:\([\w-]+\))?# $/.test(rows.at(-1) ?? '')) return undefined;
    return rows.slice(1, -1).join('\n');
  }

  /** After every boot the session is a new one. The pair has no passwords. */
  #enable(): boolean {
    this.#say('enable');
    return this.#say('') !== undefined && this.#say('terminal pager 0') !== undefined;
  }
}

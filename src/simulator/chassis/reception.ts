import { unitAgent } from '../agent/unit-agent.ts';
import { isUser } from '../cli/commands/enable-commands.ts';
import type { BoxControls } from '../cli/shell.ts';
import type {
  Caller,
  Door,
  SimulatedAgent,
  SimulatedTerminal,
  SimulatedVisit,
  SimulatedWebFace,
} from '../face/simulated-unit.ts';
import { Terminal } from '../management/terminal.ts';
import { Visits } from '../management/visits.ts';
import { webFace } from '../management/web-face.ts';
import type { System } from '../system/system.ts';

/** Who comes to a unit over the network, and what they find there: nothing while no software answers. */
export class Reception {
  readonly visits: Visits;
  readonly #answering: () => System | undefined;

  constructor(controls: BoxControls, answering: () => System | undefined) {
    this.visits = new Visits(controls);
    this.#answering = answering;
  }

  /** True once there is a user who can log in. */
  get reachable(): boolean {
    const config = this.#answering()?.spaces.admin.config;
    return config?.nodes().some(({ key }) => key.startsWith('username ')) ?? false;
  }

  checkPassword(username: string, password: string): boolean {
    const system = this.#answering();
    return system !== undefined && isUser({ space: system.spaces.admin }, username, password);
  }

  openShell(username: string): SimulatedTerminal {
    const system = this.#answering();
    if (system) return this.visits.shell({ system, space: system.spaces.admin }, username);
    const terminal = new Terminal(true);
    terminal.end();
    return terminal;
  }

  answersFor(address: string): boolean {
    return this.#answering()?.reachedAt(address) !== undefined;
  }

  visit(door: Door, caller: Caller): SimulatedVisit | undefined {
    const system = this.#answering();
    const reached = system?.reachedAt(caller.address);
    if (!system || !reached || (door === 'ssh' && !this.reachable)) return undefined;
    return this.visits.let(door, { system, space: reached.space }, reached.at, caller);
  }

  agent(address: string): SimulatedAgent | undefined {
    const system = this.#answering();
    const reached = system?.reachedAt(address);
    return system && reached && unitAgent(system, reached.space, reached.at);
  }

  web(address: string): SimulatedWebFace | undefined {
    const system = this.#answering();
    const reached = system?.reachedAt(address);
    return system && reached && webFace(reached.space, reached.at, system.failover().on);
  }
}

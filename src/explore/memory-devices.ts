/** The devices of a simulated bench, driven in one process: no sockets, no agents, the same faces. */
import type { Cancel, Clock } from '../clock.ts';
import type { PortReading, Switch } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import type { SimulatedSwitch, SimulatedSwitchPort, SimulatedTerminal } from '../simulator/index.ts';
import type { Line } from '../transport/index.ts';
import { memoryTables } from './memory-switch-tables.ts';

const none: Cancel = () => undefined;
const nobody = (_bytes: Uint8Array, _atMs: number): void => undefined;

/**
 * The console of a simulated unit as a line. What the unit prints while it is typed to, echo and answer, arrives in
 * one piece: all of it is of one instant.
 */
export function terminalLine(terminal: SimulatedTerminal, name: string, clock: Clock): Line {
  let held: Uint8Array[] | undefined;
  let listener: (bytes: Uint8Array, atMs: number) => void = nobody;
  const deaf = terminal.onBytes((bytes) => (held ? held.push(bytes) : listener(bytes, clock.nowMs())));
  const write = async (bytes: Uint8Array): Promise<void> => {
    const pieces: Uint8Array[] = [];
    held = pieces;
    terminal.type(bytes);
    held = undefined;
    if (pieces.length > 0) listener(Buffer.concat(pieces), clock.nowMs());
  };
  return {
    name,
    open: true,
    write,
    onBytes: (to) => {
      listener = to;
      return () => (listener = nobody);
    },
    onClosed: () => none,
    close: () => Promise.resolve(deaf()),
  };
}

/** A simulated switch without its agent. */
export function memorySwitch(of: SimulatedSwitch, clock: Clock): Switch {
  const portOf = (name: string): SimulatedSwitchPort => {
    const port = of.ports.find((candidate) => candidate.name === name);
    if (!port) throw new BenchError(of.name, `there is no port ${name}`);
    return port;
  };
  return {
    name: of.name,
    ports: () => Promise.resolve(of.ports.map(({ name }) => name)),
    readPort: (name) => {
      const { admin, oper } = portOf(name);
      const reading: PortReading = { admin, oper, raw: `${admin}/${oper}`, ...instants(clock) };
      return Promise.resolve(reading);
    },
    setPort: (name, wish) => {
      of.setAdmin(portOf(name).index, wish);
      return Promise.resolve({ raw: wish, ...instants(clock) });
    },
    readVlan: (name) => {
      const { admin, oper, vlan } = portOf(name);
      const raw = `${admin}/${oper} VLAN ${vlan}`;
      return Promise.resolve({ admin, oper, vlan, raw, ...instants(clock) });
    },
    setVlan: (name, vlan) => {
      of.setVlan(portOf(name).index, vlan);
      return Promise.resolve({ raw: `VLAN ${vlan}`, ...instants(clock) });
    },
    ...memoryTables(of, portOf, clock),
    close: () => Promise.resolve(),
  };
}

function instants(clock: Clock): { readonly askedMs: number; readonly answeredMs: number } {
  const nowMs = clock.nowMs();
  return { askedMs: nowMs, answeredMs: nowMs };
}

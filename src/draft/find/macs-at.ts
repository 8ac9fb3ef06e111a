import { physicalOf } from '../../topology/index.ts';
import type { UnitSaid } from './ask-unit.ts';

/** The addresses that a unit uses now at each of its sockets, in the system execution space and in its contexts. */
export function macsAt(said: UnitSaid): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  const add = (socket: string, mac: string): void => {
    const known = all.get(physicalOf(socket)) ?? new Set();
    all.set(physicalOf(socket), known.add(mac));
  };
  for (const { port, mac } of said.macs) add(port, mac);
  for (const [name, { macs }] of said.contexts) {
    const mapped = said.config?.contexts.find((context) => context.name === name)?.mapped;
    for (const { port, mac } of macs) add(mapped?.get(port) ?? port, mac);
  }
  return all;
}

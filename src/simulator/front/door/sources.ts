import type { Endpoints, Topology } from '../../../topology/index.ts';
import { closeUdp, openUdpSocket } from './listening.ts';

/** The loopback address that each device sends from, by its name; without any, all send from the same one. */
export type Sources = NonNullable<Endpoints['sources']>;

/** Of units and of switches, in their order: the last byte of an address below 127.0.0.0/24. */
const firstUnit = 11;
const firstSwitch = 21;

/**
 * An address for every unit and every switch, so that whoever listens can tell by it who has sent what names no
 * sender; nothing on a machine that has the one address 127.0.0.1 only.
 */
export async function sourcesOf(topology: Topology): Promise<Sources | undefined> {
  const switches = Object.keys(topology.switches).map((name, at) => [name, own(firstSwitch + at)] as const);
  const units = { primary: own(firstUnit), secondary: own(firstUnit + 1) };
  for (const host of [...Object.values(units), ...switches.map(([, address]) => address)]) {
    const tried = await openUdpSocket('source', { host, port: 0 }).catch(() => undefined);
    if (!tried) return undefined;
    await closeUdp(tried.socket);
  }
  return { units, switches: Object.fromEntries(switches) };
}

function own(lastByte: number): string {
  return `127.0.0.${lastByte}`;
}

/** From where to send to a host: only what stays on this machine may go out of a loopback address. */
export function sourceFor(host: string, wanted: string | undefined): string | undefined {
  return host === 'localhost' || host.startsWith('127.') ? wanted : undefined;
}

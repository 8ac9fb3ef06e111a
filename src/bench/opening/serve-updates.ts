import type { Clock } from '../../clock.ts';
import { openUpdateServer, UpdateServer } from '../../listen/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { UpdatesServed } from '../parts.ts';
import { unitAddressesIn } from './hear-units.ts';

/** An update server that is reached over HTTP, and its port. */
export interface UpdatesOverHttp extends UpdatesServed {
  readonly port: number;
}

/**
 * Serves updates where the topology says; nothing where it does not say. Throws `BenchError` naming the port that
 * cannot be listened at.
 */
export async function serveUpdates(topology: Topology, clock: Clock): Promise<UpdatesOverHttp | undefined> {
  const place = topology.listen?.['update-server'];
  if (!place) return undefined;
  const rootAt = (port: number): string => `http://${place.address}:${port}`;
  const units = unitAddressesIn(topology);
  const isUnit = (address: string): boolean => topology.simulated !== undefined || units.has(address);
  const server = new UpdateServer(clock, rootAt(place.port), isUnit);
  const ear = await openUpdateServer({ host: place.bind, port: place.port }, server);
  server.movedTo(rootAt(ear.port));
  return { server, port: ear.port, close: () => ear.close() };
}

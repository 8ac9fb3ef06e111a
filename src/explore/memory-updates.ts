import type { BenchParts } from '../bench/index.ts';
import type { Clock } from '../clock.ts';
import { UpdateServer } from '../listen/index.ts';
import type { SimulatedBenchOptions } from '../simulator/index.ts';
import type { Topology } from '../topology/index.ts';

type Web = NonNullable<SimulatedBenchOptions['web']>;

/** How long a request is on its way, there and back, in milliseconds. */
const onTheWayMs = 20;

/** An update server in one process, and the web in which the simulated units find it. */
export interface MemoryUpdates {
  readonly updates: NonNullable<BenchParts['updates']>;
  readonly web: Web;
}

/** The update server of a topology as simulated units reach it without sockets; nothing where it has none. */
export function memoryUpdates({ listen }: Topology, clock: Clock): MemoryUpdates | undefined {
  const place = listen?.['update-server'];
  if (!place) return undefined;
  const root = new URL(`http://${place.address}:${place.port}`);
  const server = new UpdateServer(clock, root.origin);
  const web: Web = ({ method, url, body }, done) =>
    clock.after(onTheWayMs, () => {
      const asked = URL.parse(url);
      if (asked?.host !== root.host) return done({ failed: 'nobody listens there' });
      const request = { method, path: asked.pathname, ...(body === undefined ? {} : { body }) };
      return done(server.answer(request, 'a unit in memory'));
    });
  return { updates: { server, close: () => Promise.resolve() }, web };
}

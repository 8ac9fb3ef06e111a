import type { Clock } from '../clock.ts';
import type { Endpoint, Endpoints, Secrets, Topology } from '../topology/index.ts';
import { createSimulatedBench } from './bench.ts';
import type { SimulatedBench, SimulatedBenchOptions } from './bench.ts';
import type { Front } from './front/door/front.ts';
import { loopbackWeb } from './front/web/loopback-web.ts';
import { serveFronts } from './front/serve-fronts.ts';
import { serveTroubleDoor } from './front/trouble-door.ts';
import { ScaledClock } from './ground/scaled-clock.ts';
import { troubleCommand } from './trouble/trouble-command.ts';

/** A simulated bench that listens, until it is closed. */
export interface ServedBench {
  readonly endpoints: Endpoints;
  /** Where troubles are taken, one a line; absent unless it was asked for. */
  readonly troubles?: Endpoint;
  readonly bench: SimulatedBench;
  /** Ends every connection, stops the pair and frees every port; nothing keeps the process alive then. Safe twice. */
  close(): Promise<void>;
}

type Defect = NonNullable<SimulatedBenchOptions['defects']>[number];

/** As for the simulated bench itself; a defect may also be given by its name alone. */
export type ServeOptions = Omit<SimulatedBenchOptions, 'defects'> & {
  readonly defects?: readonly (string | Defect)[];
  /**
   * How many times as fast time passes on the bench: hellos, hold times, tests, boots and relays alike. What clients
   * measure is then not what the configuration says. 1 if left out.
   */
  readonly speed?: number | undefined;
  /** Takes troubles at this TCP port of this machine; 0 for any free one. */
  readonly troublePort?: number | undefined;
};

/**
 * Starts the simulated bench that a topology describes, behind real sockets. Throws `BenchError` if a front cannot
 * listen, `UsageError` if a secret is not set or a defect is not known; either way nothing is left open.
 */
export async function serveSimulatedBench(
  topology: Topology,
  secrets: Secrets,
  clock: Clock,
  { defects = [], speed = 1, troublePort, ...options }: ServeOptions = {},
): Promise<ServedBench> {
  const paced = speed === 1 ? clock : new ScaledClock(clock, speed);
  const named = defects.map((defect) => (typeof defect === 'string' ? { defect } : defect));
  const bench = createSimulatedBench(topology, secrets, paced, {
    web: loopbackWeb(paced),
    ...options,
    defects: named,
  });
  try {
    const fronts = await serveFronts(bench, secrets, paced);
    const door = await openDoor(troublePort, (line) => troubleCommand(bench, line)).catch(async (error) => {
      await fronts.close();
      throw error;
    });
    const closeAll = async (): Promise<void> => void (await Promise.all([fronts.close(), door?.close()]));
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= closeAll().finally(() => bench.close()));
    return { endpoints: fronts.endpoint, ...(door ? { troubles: door.endpoint } : {}), bench, close };
  } catch (error) {
    bench.close();
    throw error;
  }
}

async function openDoor(
  port: number | undefined,
  answer: (line: string) => string,
): Promise<Front | undefined> {
  return port === undefined ? undefined : serveTroubleDoor(port, answer);
}

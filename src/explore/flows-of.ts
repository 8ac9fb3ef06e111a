import { contextOf } from './journey.ts';
import type { JourneyPair } from './journey.ts';

const nowhere = { host: '127.0.0.1', port: 0 };

/** Probes from one data interface to another, in the topology language. */
interface Flow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly every: string;
  readonly send: object;
  readonly receive: object;
}

/** There and back between neighbouring interfaces of the pair, or of each of its contexts: a host is at each of them. */
export function flowsOf(pair: JourneyPair): readonly Flow[] {
  const { interfaces } = pair;
  return interfaces.flatMap(({ nameif: inside }, at) => {
    const outside = interfaces[at - 1]?.nameif;
    const context = contextOf(pair, at)?.name;
    if (outside === undefined || contextOf(pair, at - 1)?.name !== context) return [];
    return [flow(inside, outside), flow(outside, inside)];
  });
}

/** Whether somebody else is on the network of an interface: without them nobody hears anything there. */
export function hasHost(pair: JourneyPair, at: number): boolean {
  const { nameif } = pair.interfaces[at] ?? {};
  return flowsOf(pair).some(({ from }) => from === nameif);
}

function flow(from: string, to: string): Flow {
  return {
    name: `${from}-to-${to}`,
    from,
    to,
    every: '100ms',
    send: { to: nowhere },
    receive: { 'attach-to': nowhere },
  };
}

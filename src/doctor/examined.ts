import type { BenchDoors } from '../bench/index.ts';
import type { Clock } from '../clock.ts';
import type { Topology } from '../topology/index.ts';
import type { Patience } from './look/visit.ts';

/** Opens a socket at a place of this machine and closes it again. Throws `BenchError` where it cannot be. */
export type TrySocket = (
  by: 'udp' | 'tcp',
  place: { readonly host: string; readonly port: number },
) => Promise<void>;

/** What a bench is examined with. */
export interface Examined {
  readonly topology: Topology;
  readonly doors: BenchDoors;
  readonly trySocket: TrySocket;
  readonly clock: Clock;
  readonly patience?: Patience;
}

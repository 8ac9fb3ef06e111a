/** A configured pair behind real sockets, and what tests do with it from outside. */
import { flashOf } from '../../cli/flash-of.ts';
import { pause, realClock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { AddressEndpoints, Endpoint } from '../../topology/index.ts';
import { serveSimulatedBench, type ServedBench } from '../index.ts';
import { fakeSecrets as secrets, shippedTopology } from './fake-bench.test-support.ts';

/** Waits until something asked for again and again is so. */
export async function until(what: string, so: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await so()) return;
    await pause(realClock, 50);
  }
  throw new Error(`${what}: not within half a minute`);
}

export class ServedPair {
  readonly served: ServedBench;
  readonly username: string;
  readonly password: string;
  readonly enable: string;

  constructor(served: ServedBench) {
    const { login } = served.bench.topology.pair;
    this.served = served;
    this.username = login.username;
    this.password = secrets.reveal(login.password);
    this.enable = secrets.reveal(login.enable);
  }

  /** A shipped pair with lines of the test's own, the primary active and the secondary ready. */
  static async start(
    extra: readonly string[],
    change: { readonly firmware?: string; readonly stations?: Readonly<Record<string, string>> } = {},
    name = 'simulated',
  ): Promise<ServedPair> {
    const { stations = {}, ...pair } = change;
    const topology = shippedTopology((written) => {
      Object.assign(written.simulated, { boot: '300ms', sync: '50ms', stations });
      Object.assign(written.pair, pair);
      written.pair.extra = [...(written.pair.extra ?? []), ...extra];
    }, name);
    const served = await serveSimulatedBench(topology, secrets, realClock, {
      flash: flashOf(topology, secrets),
    });
    const started = new ServedPair(served);
    await until(
      'both addresses answer',
      () => started.unitAt('active') === 'primary' && started.unitAt('standby') === 'secondary',
    );
    return started;
  }

  unitAt(role: 'active' | 'standby'): UnitName | undefined {
    return this.served.bench.addresses.find((one) => one.role === role)?.unit()?.name;
  }

  door(role: 'active' | 'standby'): AddressEndpoints & { readonly ssh: Endpoint } {
    const { addresses, management } = this.served.endpoints;
    return { ...addresses![role], ssh: management[role === 'active' ? 'primary' : 'secondary'] };
  }

  /** Types a command at the console of a unit, in privileged mode; nobody waits for what it prints. */
  type(unit: UnitName, ...lines: readonly string[]): void {
    const { console } = this.served.bench.units[unit];
    for (const line of ['end', 'enable', this.enable, ...lines]) console.type(Buffer.from(`${line}\r`));
  }

  /** Makes the standby unit active, and waits until it is. */
  async switchOver(): Promise<void> {
    const standby = this.unitAt('standby') ?? 'secondary';
    this.type(standby, 'failover active');
    await until(
      'the other unit is active',
      () => this.unitAt('active') === standby && this.unitAt('standby') !== undefined,
    );
  }
}

/** A simulated PDU of any family behind its front, on a virtual clock, with one unit plugged into its third outlet. */
import type { SimulatedPduFamily } from '../../../topology/index.ts';
import { VirtualClock } from '../../../virtual-clock.ts';
import { honestOutlet, honestPdu, type OutletTraits, type PduTraits } from '../../fabric/power/pdu-traits.ts';
import { outletsOfPdu } from '../../fabric/power/outlet-names.ts';
import { PowerStrip } from '../../fabric/power/power-strip.ts';
import { community, fakeSecrets, shippedTopology } from '../fake-bench.test-support.ts';
import type { Front } from '../door/front.ts';
import { library, SnmpClient } from '../snmp/snmp-client.test-support.ts';
import { servePdu } from './serve-pdu.ts';

/** The outlet that is switched; its neighbours must stay as they are. */
const outlet = 3;
export const delayMs = 200;

const access = shippedTopology().pdus['pdu1']!.snmp!;

/** A PDU of a family behind its front, on a virtual clock. */
export class Served {
  readonly clock = new VirtualClock();
  readonly strip: PowerStrip;
  readonly #opened: (() => void | Promise<void>)[] = [];
  where = { host: '', port: 0 };

  constructor(
    family: SimulatedPduFamily,
    traits: Partial<PduTraits> = {},
    ofOutlet: Partial<OutletTraits> = {},
  ) {
    const outlets = outletsOfPdu(['1', '2', 'secondary', '4']);
    this.strip = new PowerStrip('pdu1', this.clock, delayMs, outlets, {
      family,
      traits: { ...honestPdu, ...traits },
      outletTraits: ({ number }) => ({ ...honestOutlet, ...(number === outlet ? ofOutlet : {}) }),
    });
    this.strip.outlet(String(outlet))?.plug(() => 120);
  }

  /** As the tools of net-snmp want it. */
  get agent(): string {
    return `${this.where.host}:${this.where.port}`;
  }

  async open(): Promise<this> {
    const front: Front = await servePdu(this.strip, access, fakeSecrets, this.clock);
    this.where = front.endpoint;
    this.#opened.push(() => front.close());
    return this;
  }

  client(who = community, version = library.Version2c): SnmpClient {
    const client = SnmpClient.community(this.where, who, version);
    this.#opened.push(() => client.close());
    return client;
  }

  async close(): Promise<void> {
    for (const close of this.#opened.toReversed()) await close();
  }
}

let open: Served[] = [];

/** A PDU that listens until `closeServed`. */
export async function serve(...args: ConstructorParameters<typeof Served>): Promise<Served> {
  const served = new Served(...args);
  open.push(served);
  return served.open();
}

export async function closeServed(): Promise<void> {
  for (const served of open) await served.close();
  open = [];
}

/** What the first four outlets say of themselves. */
export function powers({ strip }: Served): string {
  return strip.outlets
    .slice(0, 4)
    .map(({ power }) => power)
    .join(' ');
}

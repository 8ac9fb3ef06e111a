/**
 * The cables between a switch that is not simulated and units that are. What a cable is seen to be from where the unit
 * is, its socket is made to be: without a carrier, the cable is pulled out of it. And where the unit lets go of the link,
 * as one without power does, the switch loses it. The pair is told of nothing: it has links, or it has none.
 */
import { once } from 'node:events';
import { createConnection } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { pause, realClock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Endpoint } from '../../topology/index.ts';
import { openAgent, openTrapEar, snmpNumber, snmpText } from '../../transport/index.ts';
import type { SnmpAgent, TrapEar } from '../../transport/index.ts';
import type { CabledSwitch } from './cabled-switch.test-support.ts';
import type { CableSeen, VlanSeen } from './cabled-switch-inside.test-support.ts';

/** One cable: the far end that the switch has of it, the socket that it is in, and the simulated port of that socket. */
export interface Patched {
  readonly device: string;
  readonly unit: UnitName;
  readonly interface: string;
  readonly port: string;
}

interface Cable extends Patched {
  isPlugged: boolean;
  isApart: boolean;
}

const ifDescr = '1.3.6.1.2.1.2.2.1.2';
const ifOperStatus = '1.3.6.1.2.1.2.2.1.8';
/** Milliseconds within which a port that has a link shows it, once the cable is in. */
const linkMs = 250;
/** The VLAN of the switch that nobody is in. */
export const apart = 999;

/** Where the simulated switch says which of its ports have a link: it is asked there, and notifies there. */
export interface SocketsSeen {
  readonly agent: Endpoint;
  readonly ear: TrapEar;
  /** Told of what comes to the ear: the name of a port, and whether it has a link. */
  onLink(listener: (port: string, isUp: boolean) => void): void;
}

/** Listens for links of simulated ports; to be opened first, for a simulated switch is told beforehand of its port. */
export async function openLinkEar(community: string): Promise<Omit<SocketsSeen, 'agent'>> {
  const listeners: ((port: string, isUp: boolean) => void)[] = [];
  const at = { host: '127.0.0.1', port: 0, bufferBytes: 1 << 18 };
  const ear = await openTrapEar(at, { communities: [community], users: [] }, realClock, {
    onTrap: ({ objects }) => {
      const of = (column: string) => objects.find(({ oid }) => oid.startsWith(`${column}.`))?.value;
      const [port, status] = [snmpText(of(ifDescr)), snmpNumber(of(ifOperStatus))];
      if (port !== undefined) for (const listener of listeners) listener(port, status === 1);
    },
    onRefused: () => undefined,
  });
  return { ear, onLink: (listener) => void listeners.push(listener) };
}

/** Patches the cables through until it is closed. Resolves when every cable is as its two ends have it. */
export async function openPatchPanel(
  cables: readonly Patched[],
  wire: { readonly of: CabledSwitch; readonly troubles: Endpoint; readonly community: string },
  sockets: SocketsSeen,
): Promise<{ close(): Promise<void> }> {
  const door = createConnection(wire.troubles.port, wire.troubles.host);
  const agent = openAgent({ ...sockets.agent, version: '2c', community: wire.community }, realClock);
  const close = async (): Promise<void> => {
    door.destroy();
    await agent.close();
  };
  try {
    await once(door, 'connect');
    door.on('error', () => undefined);
    const panel = new PatchPanel(cables, wire.of, door, agent);
    sockets.onLink((port, isUp) => panel.onSocket(port, isUp));
    wire.of.onCable((seen) => panel.onCable(seen));
    wire.of.onVlan((seen) => panel.onVlan(seen));
    await panel.begin();
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

class PatchPanel {
  readonly #cables: readonly Cable[];
  readonly #of: CabledSwitch;
  readonly #door: Socket;
  readonly #agent: SnmpAgent;
  readonly #indexes = new Map<string, string>();

  constructor(cables: readonly Patched[], of: CabledSwitch, door: Socket, agent: SnmpAgent) {
    this.#cables = cables.map((cable) => ({ ...cable, isPlugged: true, isApart: false }));
    this.#of = of;
    this.#door = door;
    this.#agent = agent;
    createInterface({ input: door }).on('line', (said) => {
      if (said !== 'ok') throw new Error(`the simulated pair does not do as it is told: ${said}`);
    });
  }

  async begin(): Promise<void> {
    const { values } = await this.#agent.subtree(ifDescr);
    for (const [oid, name] of values) this.#indexes.set(snmpText(name) ?? '', oid.slice(ifDescr.length + 1));
    for (const cable of this.#cables) await this.#look(cable);
  }

  onSocket(port: string, isUp: boolean): void {
    const cable = this.#cables.find((one) => one.port === port);
    // Of a socket that nothing is plugged into nobody can tell whether its unit would hold the link.
    if (cable?.isPlugged) this.#of.setFarEnd(cable.device, isUp ? 'up' : 'down');
  }

  onCable({ device, up, carrier }: CableSeen): void {
    const cable = this.#cables.find((one) => one.device === device);
    if (!cable || !up || cable.isPlugged === carrier) return;
    cable.isPlugged = carrier;
    this.#tell(cable, carrier ? 'plug' : 'pull');
    // Nobody notifies of a link that does not come, as when the unit lost its power meanwhile.
    if (carrier)
      void pause(realClock, linkMs).then(
        () => this.#look(cable),
        () => undefined,
      );
  }

  /** Whoever is in the VLAN where nobody else is keeps the link, and hears nothing. */
  onVlan({ device, vlan }: VlanSeen): void {
    const cable = this.#cables.find((one) => one.device === device);
    const isApart = vlan === apart;
    if (!cable || cable.isApart === isApart) return;
    cable.isApart = isApart;
    this.#tell(cable, isApart ? 'isolate' : 'reunite');
  }

  #tell(cable: Cable, verb: 'plug' | 'pull' | 'isolate' | 'reunite'): void {
    this.#door.write(`${verb} ${cable.unit} ${cable.interface}\n`);
  }

  async #look(cable: Cable): Promise<void> {
    const oid = `${ifOperStatus}.${this.#indexes.get(cable.port)}`;
    const { values } = await this.#agent.get([oid]);
    this.onSocket(cable.port, snmpNumber(values.get(oid)) === 1);
  }
}

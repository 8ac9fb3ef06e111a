import type { Clock } from '../../../clock.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { broadcastMac, type Frame, type Mac, type Packet } from '../../fabric/frame.ts';
import type { FlowPacket } from '../state/connections.ts';
import type { BridgedStation } from '../../message/state-entry.ts';
import type { StateTable } from '../state/state-table.ts';

/** What a bridge needs of the execution space that it is in. */
export interface BridgingHost {
  readonly clock: Clock;
  readonly forwards: boolean;
  readonly traffic: readonly InterfaceSettings[];
  readonly forwarding: {
    readonly tables: { readonly stations: StateTable<BridgedStation> };
    /** Whether a packet may go from one interface to another, as part of a connection. */
    passes(entry: InterfaceSettings, exit: InterfaceSettings, packet: FlowPacket): boolean;
    askFor(one: InterfaceSettings, address: string): void;
  };
  macOf(one: InterfaceSettings): Mac;
  /** Puts a frame onto an interface as it is, its source address included. */
  relay(over: InterfaceSettings, frame: Frame): void;
}

/** A station that was not heard for so long is forgotten (`mac-address-table aging-time 5`). */
const ageingMs = 300_000;
/** So soon after it was heard at one interface no station can be at another: the frame went in a circle. */
const settleMs = 1000;

/**
 * Transparent firewall mode: frames go on as they came, to where their destination was heard. ARP passes; other
 * packets pass if a connection may. The active unit alone bridges, so that two units do not make a circle.
 */
export class Bridging {
  readonly #host: BridgingHost;

  constructor(host: BridgingHost) {
    this.#host = host;
  }

  /** A frame that came in at an interface of a bridge. */
  take(over: InterfaceSettings, frame: Frame): void {
    const host = this.#host;
    if (!host.forwards || this.#isOfMate(over, frame)) return;
    if (!this.#learn(over, frame.source) || frame.destination === host.macOf(over)) return;
    const exits = this.#others(over);
    if (frame.destination === broadcastMac) return this.#pass(over, exits, frame);
    const station = this.#stations.get(frame.destination);
    if (station)
      this.#pass(
        over,
        exits.filter(({ nameif }) => nameif === station.nameif),
        frame,
      );
    else this.#lookFor(exits, frame.packet);
  }

  /** The unit has taken over: what is cabled to each interface hears that the stations beyond are reached here now. */
  speakForStations(): void {
    const stations = this.#stations.all();
    for (const over of this.#host.traffic) {
      if (over.bridge === undefined) continue;
      const beyond = this.#others(over).map(({ nameif }) => nameif);
      for (const { mac, nameif } of stations) {
        if (beyond.includes(nameif)) this.#host.relay(over, presence(mac));
      }
    }
  }

  /**
   * What a mate says that has taken over is for the switches, also while this unit has not heard of it and bridges as
   * well: where stations are reached, and that it has the address of this unit. Passed on, it would go in a circle
   * («a temporary bridge loop», document 77809, «Failover Monitoring») and mislead them.
   */
  #isOfMate(over: InterfaceSettings, { source, packet }: Frame): boolean {
    return isPresence(packet) || source === this.#host.macOf(over);
  }

  get #stations(): StateTable<BridgedStation> {
    return this.#host.forwarding.tables.stations;
  }

  #others(over: InterfaceSettings): readonly InterfaceSettings[] {
    return this.#host.traffic.filter(
      (one) => one.bridge === over.bridge && one.name !== over.name && !one.shutdown,
    );
  }

  /** Notes behind which interface a station is; false if the frame has come around in a circle. */
  #learn({ nameif = '' }: InterfaceSettings, mac: Mac): boolean {
    const nowMs = this.#host.clock.nowMs();
    const known = this.#stations.get(mac);
    if (known && known.nameif === nameif) this.#stations.use(known);
    else if (known && nowMs - known.seenMs < settleMs) return false;
    else {
      const lasting = { key: mac, startedMs: nowMs, seenMs: nowMs, toldMs: nowMs, lastsMs: ageingMs };
      this.#stations.add({ kind: 'bridge', ...lasting, nameif, mac });
    }
    return true;
  }

  #pass(over: InterfaceSettings, exits: readonly InterfaceSettings[], frame: Frame): void {
    const { packet } = frame;
    for (const exit of exits) {
      const isFlow = packet.carries === 'udp' || packet.carries === 'tcp';
      const may = isFlow ? this.#host.forwarding.passes(over, exit, packet) : packet.carries === 'arp';
      if (may) this.#host.relay(exit, frame);
    }
  }

  /** A station that is not known is asked for; the frame that was for it is lost. */
  #lookFor(exits: readonly InterfaceSettings[], packet: Packet): void {
    if (packet.carries === 'arp' || !('to' in packet)) return;
    for (const exit of exits) this.#host.forwarding.askFor(exit, packet.to);
  }
}

/** The sender of a question that nobody is to answer, and whom it asks for. */
const nobody = '0.0.0.0';

/** A frame that says nothing but where its sender is. */
function presence(mac: Mac): Frame {
  const packet = {
    carries: 'arp',
    operation: 'request',
    senderMac: mac,
    senderIp: nobody,
    targetIp: nobody,
  } as const;
  return { source: mac, destination: broadcastMac, packet };
}

function isPresence(packet: Packet): boolean {
  return packet.carries === 'arp' && packet.senderIp === nobody && packet.targetIp === nobody;
}

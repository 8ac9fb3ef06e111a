import type { Acknowledgement } from '../acknowledgement.ts';

/** When a switch was asked, and when its answer was here; instants of the clock. `raw` is what it said. */
export interface Answered {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly raw: string;
}

/** A switch port as its switch reports it. */
export interface PortReading extends Answered {
  /** What the port was told to be. */
  readonly admin: 'up' | 'down' | 'testing';
  /** What it is; everything that is neither up nor down (dormant, notPresent, lowerLayerDown, …) is `other`. */
  readonly oper: 'up' | 'down' | 'other';
  /** How long before the reading the port last changed its state, by the clock of the switch; where it says so. */
  readonly changedAgoMs?: number;
}

/** How a switch treats a port. What the switch does not say is left out, which is not the same as off. */
export interface PortSettings extends Answered {
  readonly admin: 'up' | 'down' | 'testing';
  readonly oper: 'up' | 'down' | 'other';
  /** The VLAN of an access port; of a trunk, that of what comes untagged. */
  readonly vlan?: number;
  /** The port forwards as soon as it is up, without waiting for spanning tree. */
  readonly portfast?: boolean;
  readonly spanningTree?: SpanningTreeState;
  /** `negotiated`: it is none now, but would be if the far end asked for it. */
  readonly trunk?: 'off' | 'negotiated' | 'on';
  /** `off`, `negotiated` as above, or the name of the channel that the port is bundled into. */
  readonly channel?: string;
  readonly speedMbps?: number;
  /** The switch sends a notification when the link of the port comes or goes. */
  readonly linkTraps?: boolean;
  /** False for an access port whose VLAN the switch does not have: it carries nothing. */
  readonly vlanExists?: boolean;
  /** Why the switch itself has shut the port; left out when it has not. */
  readonly errDisabled?: string;
}

/** As in BRIDGE-MIB. */
export type SpanningTreeState = 'disabled' | 'blocking' | 'listening' | 'learning' | 'forwarding' | 'broken';

/** An address, and the port behind which the switch has heard it last. */
export interface LearnedMac {
  /** As the appliance prints it: `0011.2233.4455`. */
  readonly mac: string;
  /** Every name of the port, the one to print first. */
  readonly port: readonly string[];
  /** Left out by a switch that knows no VLANs. */
  readonly vlan?: number;
}

/** All addresses that a switch has learned and not forgotten yet. */
export interface MacTable extends Answered {
  readonly learned: readonly LearnedMac[];
}

/** Frames and octets of one direction since the switch began to count. What it does not count is left out. */
export interface PortCount {
  readonly unicast?: number;
  readonly multicast?: number;
  readonly broadcast?: number;
  readonly octets?: number;
  readonly discards?: number;
}

/** What went through a port, seen from the switch. */
export interface PortCounters extends Answered {
  readonly received: PortCount;
  readonly sent: PortCount;
}

/** The same, with the VLAN of an access port. */
export interface PortVlanReading extends PortReading {
  readonly vlan: number;
}

/** A switch of the bench. Ports go by the names that the switch prints, never by numbers. */
export interface Switch {
  readonly name: string;
  /** The names of all ports. */
  ports(): Promise<readonly string[]>;
  /** Throws `BenchError` with the nearest names for a port that is not there, as everything here does. */
  readPort(port: string): Promise<PortReading>;
  /** Resolves when the switch has said yes, which is no effect. Throws `BenchError` for a protected port. */
  setPort(port: string, wish: 'up' | 'down'): Promise<Acknowledgement>;
  portSettings(port: string): Promise<PortSettings>;
  portCounters(port: string): Promise<PortCounters>;
  macTable(): Promise<MacTable>;
  /** The VLANs that exist and carry frames. Throws `BenchError` where the switch does not list them. */
  vlans(): Promise<readonly number[]>;
  /** Throws `BenchError` for a port that has no VLAN of its own: a trunk, or a routed port. */
  readVlan(port: string): Promise<PortVlanReading>;
  /** Puts an access port into a VLAN. Resolves as `setPort` does, and throws as it does. */
  setVlan(port: string, vlan: number): Promise<Acknowledgement>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

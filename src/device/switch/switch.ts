import type { Acknowledgement } from '../acknowledgement.ts';

/** A switch port as its switch reports it. */
export interface PortReading {
  /** What the port was told to be. */
  readonly admin: 'up' | 'down' | 'testing';
  /** What it is; everything that is neither up nor down (dormant, notPresent, lowerLayerDown, …) is `other`. */
  readonly oper: 'up' | 'down' | 'other';
  /** How long before the reading the port last changed its state, by the clock of the switch; where it says so. */
  readonly changedAgoMs?: number;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly raw: string;
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
  /** Throws `BenchError` with the nearest names for a port that is not there. */
  readPort(port: string): Promise<PortReading>;
  /** Resolves when the switch has said yes, which is no effect. Throws `BenchError` for a protected port. */
  setPort(port: string, wish: 'up' | 'down'): Promise<Acknowledgement>;
  /** Throws `BenchError` for a port that has no VLAN of its own: a trunk, or a routed port. */
  readVlan(port: string): Promise<PortVlanReading>;
  /** Puts an access port into a VLAN. Resolves as `setPort` does, and throws as it does. */
  setVlan(port: string, vlan: number): Promise<Acknowledgement>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

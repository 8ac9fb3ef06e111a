/** What a simulated switch offers to its agent, and to whoever breaks its wires. */
import type { Cancel } from '../../../clock.ts';
import type { ErrDisableCause } from './err-disable.ts';
import type { PortCount } from './port-counters.ts';
import type { SpanningTreeState } from './spanning-tree.ts';
import type { Vlan } from './vlan-numbers.ts';

/** One port of a simulated switch, as its agent reports it. */
export interface SimulatedSwitchPort {
  readonly name: string;
  readonly index: number;
  readonly admin: 'up' | 'down';
  /** Follows the link after a while, as the agents of real switches do. */
  readonly oper: 'up' | 'down';
  readonly lastChangeMs: number;
  readonly alias: string;
  readonly mode: 'access' | 'trunk';
  /** Of a trunk, the VLAN of what comes untagged. */
  readonly vlan: number;
  readonly portfast: boolean;
  readonly spanningTree: SpanningTreeState;
  /** How often the port began to forward. */
  readonly toForwarding: number;
  /** The number of the port channel that the port is bundled into. */
  readonly channel: number | undefined;
  /** Why the switch itself has shut the port. */
  readonly errDisabled: ErrDisableCause | undefined;
  /** How often the link came or went; more often than the operational status when it flaps quickly. */
  readonly linkChanges: number;
  readonly received: PortCount;
  readonly sent: PortCount;
  /** Frames that a bad cable damaged on their way into the port. */
  readonly damaged: number;
}

/** Where a switch has heard an address last; the port by its number. */
export interface LearnedAddress {
  readonly mac: string;
  readonly port: number;
  readonly vlan: number;
}

/** The operational status of a port has changed. */
export interface LinkNews {
  readonly port: SimulatedSwitchPort;
  readonly oper: 'up' | 'down';
}

/** A simulated switch, as its agent drives it; ports by their number. */
export interface SimulatedSwitch {
  readonly name: string;
  readonly startedMs: number;
  readonly ports: readonly SimulatedSwitchPort[];
  readonly forwardDelayMs: number;
  readonly vlans: readonly Vlan[];
  readonly addresses: readonly LearnedAddress[];
  setAdmin(index: number, admin: 'up' | 'down'): void;
  /** A VLAN that does not exist is accepted, and nothing passes there. */
  setVlan(index: number, vlan: number): void;
  /** Counts when the port comes up the next time. */
  setPortfast(index: number, on: boolean): void;
  setAlias(index: number, alias: string): void;
  onLink(listener: (news: LinkNews) => void): Cancel;
}

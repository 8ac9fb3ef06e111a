import type { FailoverState, InterfaceHealth, InterfaceMonitoring, UnitName } from '../../pair/index.ts';

/** A monitored interface as its own unit sees it; told to the mate in every hello. */
export interface InterfaceReading {
  readonly nameif: string;
  readonly address: string;
  readonly health: InterfaceHealth;
  readonly monitoring: InterfaceMonitoring;
}

/**
 * Sent over the failover link at the unit poll time: state, health and MAC addresses (configuration guide,
 * «Failover Link»). `term` counts takeovers; of two active units the one with the later term stays active.
 */
export interface Hello {
  readonly kind: 'hello';
  readonly unit: UnitName;
  readonly serial: string;
  readonly version: string;
  readonly state: FailoverState;
  readonly term: number;
  readonly activeMs: number;
  readonly burnedIn: Readonly<Record<string, string>>;
  readonly interfaces: readonly InterfaceReading[];
  readonly failedInterfaces: number;
}

/** Sent over one interface: at the interface poll time, and as a question when the failover link falls silent. */
export interface InterfaceHello {
  readonly kind: 'interface-hello';
  readonly serial: string;
  readonly nameif: string;
  readonly asks: boolean;
}

/** «Become active», «become standby», «forget that you failed», «take my configuration again». */
export interface Order {
  readonly kind: 'order';
  readonly order: 'become-active' | 'become-standby' | 'reset' | 'resynchronize';
  readonly term: number;
  readonly reason: string;
}

/** The joining unit asks the active one for the whole configuration; the active one sends it in pieces. */
export interface SyncMessage {
  readonly kind: 'sync';
  readonly part: 'request' | 'begin' | 'lines' | 'end';
  readonly lines: readonly string[];
  /** How many lines there were in all, told at the end. */
  readonly total: number;
}

/** One configuration command, typed on the active unit; `section` is the sub-mode that it was typed in. */
export interface ReplicatedCommand {
  readonly kind: 'command';
  readonly section?: string | undefined;
  readonly line: string;
}

/** `write memory` on the active unit also saves on the standby one. */
export interface SaveMessage {
  readonly kind: 'save';
}

/** Keeps the state link in view. */
export interface StateUpdate {
  readonly kind: 'state-update';
  readonly serial: string;
}

export type FailoverMessage =
  | Hello
  | InterfaceHello
  | Order
  | SyncMessage
  | ReplicatedCommand
  | SaveMessage
  | StateUpdate;

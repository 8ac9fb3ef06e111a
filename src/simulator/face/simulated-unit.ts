/** One of the two firewalls of a simulated bench, and how one gets to it. */
import type { Cancel } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { AgentUser } from '../snmp/agent-user.ts';
import type { ManagedObjects } from '../snmp/managed-object.ts';

/** One terminal session of a unit: its console, or one SSH shell. */
export interface SimulatedTerminal {
  /** Bytes that the unit prints. */
  onBytes(listener: (bytes: Uint8Array) => void): Cancel;
  /** Keystrokes. */
  type(bytes: Uint8Array): void;
  /** The unit ended the session (SSH: exit, power loss). */
  onClosed(listener: () => void): Cancel;
  /** The client left. */
  close(): void;
}

/** What a unit lets people in by, over the network. */
export type Door = 'ssh' | 'telnet';

/** Who comes: to which address of the unit, and from which port of theirs. */
export interface Caller {
  readonly address: string;
  readonly fromPort: number;
}

/** The algorithms that an SSH connection uses, as `show ssh sessions` prints them: to the unit, and from it. */
export interface SshAlgorithms {
  readonly in: { readonly cipher: string; readonly hmac: string };
  readonly out: { readonly cipher: string; readonly hmac: string };
}

/** One connection that a unit has accepted; it holds one of the few places of its door until it leaves. */
export interface SimulatedVisit {
  checkPassword(username: string, password: string): boolean;
  /**
   * Begins the terminal session: of one who has logged in already, as with SSH; or, without a name, with the
   * questions that a telnet session begins with.
   */
  open(username?: string, algorithms?: SshAlgorithms): SimulatedTerminal;
  /** The connection is over. Safe twice. */
  leave(): void;
}

/** What a unit shows to web browsers. */
export interface SimulatedWebFace {
  readonly hostname: string;
  readonly product: string;
  readonly version: string;
  /** The certificate is that of the pair, or of one unit; its issuer and subject are alike. */
  readonly certificate: { readonly owner: UnitName | 'pair'; readonly commonName: string };
}

/** The SNMP agent of a unit at one of its addresses: who is known there, and what it answers for. */
export interface SimulatedAgent {
  readonly communities: readonly string[];
  readonly users: readonly AgentUser[];
  objects(): ManagedObjects;
}

/** One of the two simulated firewalls, as seen from outside its case. */
export interface SimulatedUnit {
  readonly name: UnitName;
  readonly powered: boolean;
  /** Always there; prints nothing while the unit is off. */
  readonly console: SimulatedTerminal;
  /** True once the unit is up and has SSH configured (a username and an address); SSH fronts refuse otherwise. */
  readonly reachable: boolean;
  checkPassword(username: string, password: string): boolean;
  /** Starts at `hostname> ` after the login lines. */
  openShell(username: string): SimulatedTerminal;
  /** Lets somebody in from the network; nothing if they may not come in, or if there are too many already. */
  visit(door: Door, caller: Caller): SimulatedVisit | undefined;
  /** Its SNMP agent, as it is at an address of the unit; nothing where no station may ask. */
  agent(address: string): SimulatedAgent | undefined;
  /** What it serves by HTTPS at one of its addresses; nothing where it does not. */
  web(address: string): SimulatedWebFace | undefined;
  onPower(listener: (powered: boolean) => void): Cancel;
}

/** An address of the pair on the interface that it is managed over: it goes with the active, or the standby unit. */
export interface SimulatedAddress {
  readonly role: 'active' | 'standby';
  /** The address itself; undefined where the interface has no standby address. */
  readonly address: string | undefined;
  /** Who answers for the address now. */
  unit(): SimulatedUnit | undefined;
  /** The address may have gone to another unit, or have nobody any more. */
  onMoved(listener: () => void): Cancel;
}

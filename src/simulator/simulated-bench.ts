/** What a simulated bench offers to whoever puts it behind sockets, or drives it in one process. */
import type { Cancel } from '../clock.ts';
import type { HostErrands } from './fabric/host-errands.ts';
import type { LogCall } from './fabric/log-host.ts';
import type { UnitName } from '../pair/index.ts';
import type { Web } from './auto-update/web.ts';
import type { ManagedObjects } from './snmp/managed-object.ts';
import type { UnitMake } from './chassis/hardware.ts';
import type { AgentUser } from './snmp/agent-user.ts';
import type { SnmpTrap } from './snmp/trap.ts';
import type { CableWires } from './fabric/serial-cable.ts';
import type { Topology } from '../topology/index.ts';
import type { CableTrouble, SimulatedSwitch } from './fabric/simulated-switch.ts';
import type { PduTrouble, SimulatedPdu } from './fabric/simulated-pdu.ts';

export type { LogCall } from './fabric/log-host.ts';
export type * from './fabric/simulated-switch.ts';
export type { PduTrouble, SimulatedOutlet, SimulatedPdu } from './fabric/simulated-pdu.ts';

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

/** One flow of probes: what is sent goes out of the sending host, and arrives at the other host or is lost. */
export interface SimulatedFlow {
  readonly name: string;
  send(packet: Uint8Array): void;
  onArrived(listener: (packet: Uint8Array) => void): Cancel;
}

/** What a session between two hosts is to be. */
export type SessionWish = (
  | { readonly protocol: 'tcp' | 'udp'; readonly port: number }
  | { readonly protocol: 'http' }
  | { readonly protocol: 'sip' }
) & {
  /** The address that the client calls, if the server goes by another than its own. */
  readonly address?: string;
};

/** How far a session is, as one of its hosts sees it. */
export type SessionState = 'opening' | 'open' | 'closing' | 'closed' | 'reset' | 'timed-out';

/** A session between two hosts beside the pair, which lives as long as packets find their way through it. */
export interface SimulatedSession {
  readonly state: SessionState;
  /** As the host that was called sees it; `closed` before it has heard of it. */
  readonly serverState: SessionState;
  /** Bytes that have arrived so far. */
  readonly delivered: { readonly toServer: number; readonly toClient: number };
  /** From the host that opened the session to the other one, and back. */
  send(bytes: Uint8Array): void;
  reply(bytes: Uint8Array): void;
  close(): void;
  /** Ends it at once, with a reset. */
  abort(): void;
}

/** A bench made of software: everything that a topology names, on one clock, without a socket. */
export interface SimulatedBench {
  readonly topology: Topology;
  readonly units: Readonly<Record<UnitName, SimulatedUnit>>;
  readonly switches: readonly SimulatedSwitch[];
  readonly pdus: readonly SimulatedPdu[];
  readonly flows: readonly SimulatedFlow[];
  /** Where the pair is managed: what is connected to an address reaches whichever unit has it. */
  readonly addresses: readonly SimulatedAddress[];
  /** Calls `listener` with every system message that reaches a log host; absent if the bench has none. */
  onSyslog?(listener: SyslogListener): Cancel;
  /**
   * Asks `listener` whenever a unit wants a TCP connection to log over, asks after it, or ends it; true if it stands
   * for that host and will answer. A host that nobody stands for takes every connection.
   */
  onLogCall?(listener: (call: LogCall) => boolean): Cancel;
  /** Calls `listener` with every SNMP notification that reaches a station; absent if the bench has none. */
  onTrap?(listener: TrapListener): Cancel;
  close(): void;
}

/**
 * Hears a system message as it came over the network: from which unit, to which host and port, and the whole text
 * as the appliance frames it, priority in front and new line behind.
 */
export type SyslogListener = (
  unit: UnitName,
  host: string,
  port: number,
  text: string,
  protocol: 'udp' | 'tcp',
) => void;

/** Hears an SNMP notification: from which unit, to which station and port, and what it says. */
export type TrapListener = (unit: UnitName, host: string, port: number, trap: SnmpTrap) => void;

/** What may become of the serial failover cable of a PIX; nothing happens where there is none. */
export interface FailoverCableTrouble {
  /** Pulls the end that is plugged into this unit. */
  pullFailoverCable(): void;
  /**
   * Plugs an end in: the one that was made for this unit, or the other, which makes it the other unit. Throws
   * `UsageError` if that end is in use, or if there is one in this unit.
   */
  plugFailoverCable(end?: UnitName): void;
  /** Breaks wires in the cable: no bytes pass, or nobody can say what is at the other side. */
  damageFailoverCable(wires: CableWires): void;
  /** The cable is as good as new. */
  mendFailoverCable(): void;
}

/** Troubles of one unit that no PDU and no switch can make. */
export interface UnitTrouble extends CableTrouble, FailoverCableTrouble {
  /** The unit stops in its tracks: nothing answers, and every link stays up. Only loss of power ends it. */
  hang(): void;
  /** The service card in slot 1 dies, or is as new again; nothing happens where there is none. */
  breakModule(): void;
  mendModule(): void;
  /** Uses up the memory of the unit, for message blocks and for connections, and gives it back. */
  exhaustMemory(): void;
  freeMemory(): void;
}

/** What a host beside the pair can do with the active unit itself. */
export interface SimulatedHost {
  readonly address: string;
  readonly errands: HostErrands;
}

/** The bench that `createSimulatedBench` makes: everything is there, and can be broken by hand. */
export interface CreatedBench extends SimulatedBench {
  /** Opens a session between the hosts at two interfaces that flows begin or end at; throws `UsageError` for others. */
  openSession(from: string, to: string, wish: SessionWish): SimulatedSession;
  /** The host at an interface that flows begin or end at; throws `UsageError` for others. */
  host(nameif: string): SimulatedHost;
  /** What the host at one interface sends leaves by the segment of another one: routing upstream is not symmetric. */
  divert(host: string, through: string): void;
  readonly trouble: Readonly<Record<UnitName, UnitTrouble>>;
  /** Of each PDU, by its name. */
  readonly pduTrouble: Readonly<Record<string, PduTrouble>>;
  onSyslog(listener: SyslogListener): Cancel;
  onLogCall(listener: (call: LogCall) => boolean): Cancel;
  onTrap(listener: TrapListener): Cancel;
}

/** Configurations as they are stored: lines, those of a section indented by a blank. */
export interface SimulatedFlash {
  /** The startup configuration; in multiple context mode that of the system execution space. */
  readonly startup: readonly string[];
  /** Others by their path, such as `disk0:/admin.cfg`: those of the contexts. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** What a simulated bench may be told beyond its topology. */
export interface SimulatedBenchOptions {
  /** In addition to those of the topology. */
  readonly defects?: readonly { readonly defect: string; readonly unit?: UnitName | undefined }[];
  /**
   * What lies in the flash of each unit at first. Left out, both start from blank flash.
   */
  readonly flash?: Readonly<Record<UnitName, readonly string[] | SimulatedFlash>>;
  /** The name of a dialect that both units speak instead of that of their firmware, such as `asa-8.2`. */
  readonly dialect?: string;
  /** Units that were made otherwise than the topology says: another model, firmware, licence, a service card. */
  readonly made?: Partial<Readonly<Record<UnitName, UnitMake>>>;
  /** The servers that the units can reach over HTTP; none if left out. */
  readonly web?: Web;
  /** The same seed gives the same run on the same virtual clock; 1 if left out. */
  readonly seed?: number;
}

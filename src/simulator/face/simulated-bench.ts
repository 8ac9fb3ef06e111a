/** What a simulated bench offers to whoever puts it behind sockets, or drives it in one process. */
import type { Cancel } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { UnitMake } from './bench-options.ts';
import type { LogCall } from '../fabric/host/log-host.ts';
import type { SimulatedPdu } from '../fabric/power/simulated-pdu.ts';
import type { SimulatedSwitch } from '../fabric/switch/simulated-switch.ts';
import type { SnmpTrap } from '../snmp/trap.ts';
import type { SessionWish, SimulatedFlow, SimulatedHost, SimulatedSession } from './simulated-session.ts';
import type { SimulatedAddress, SimulatedUnit } from './simulated-unit.ts';
import type { PduTrouble, UnitTrouble } from './trouble.ts';

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

/** The bench that `createSimulatedBench` makes: everything is there, and can be broken by hand. */
export interface CreatedBench extends SimulatedBench {
  /** Opens a session between the hosts at two interfaces that flows begin or end at; throws `UsageError` for others. */
  openSession(from: string, to: string, wish: SessionWish): SimulatedSession;
  /** The host at an interface that flows begin or end at; throws `UsageError` for others. */
  host(nameif: string): SimulatedHost;
  /** What the host at one interface sends leaves by the segment of another one: routing upstream is not symmetric. */
  divert(host: string, through: string): void;
  /**
   * Puts another unit in the place of one, made so, with its cables and its Flash; or the one that was there at first.
   * It is off meanwhile, and boots where it has power.
   */
  exchange(unit: UnitName, made: UnitMake | undefined): void;
  readonly trouble: Readonly<Record<UnitName, UnitTrouble>>;
  /** Of each PDU, by its name. */
  readonly pduTrouble: Readonly<Record<string, PduTrouble>>;
  onSyslog(listener: SyslogListener): Cancel;
  onLogCall(listener: (call: LogCall) => boolean): Cancel;
  onTrap(listener: TrapListener): Cancel;
}

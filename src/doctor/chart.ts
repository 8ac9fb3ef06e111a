/** What was read of a bench, by device. The examinations look at nothing else. */
import type { MacTable, OutletReading, PortSettings } from '../device/index.ts';
import type { UnitName } from '../pair/index.ts';
import type {
  ClockFacts,
  FailoverFacts,
  FailoverSettingsFacts,
  FirewallFacts,
  InterfaceFacts,
  LoggingFacts,
  ModeFacts,
  ModuleFacts,
  SshSession,
  TelnetSession,
  VersionFacts,
} from '../show/index.ts';
import type { Topology } from '../topology/index.ts';
import type { Look } from './row.ts';

/** One way to a unit, and who was found at its end. */
export interface WayChart {
  readonly kind: 'console' | 'management';
  /** In words: `console by telnet 10.1.1.9:2008`. */
  readonly way: string;
  readonly opened: Look<true>;
  readonly version: Look<VersionFacts>;
}

/** The clock of a unit, and the wall clock of this machine when it answered; in milliseconds since 1970. */
export interface ClockSeen {
  readonly facts: ClockFacts;
  readonly wallMs: number;
}

/** How a unit reaches an address. */
export interface ReachSeen {
  readonly address: string;
  readonly nameif: string;
  /** The share of echoes that came back. */
  readonly answered: Look<number>;
}

/** What the first way that led to a console showed. */
export interface UnitChart {
  readonly ways: readonly WayChart[];
  readonly version: Look<VersionFacts>;
  readonly mode: Look<ModeFacts>;
  readonly firewall: Look<FirewallFacts>;
  readonly modules: Look<readonly ModuleFacts[]>;
  /** Those that are cabled, by their names. */
  readonly interfaces: ReadonlyMap<string, Look<InterfaceFacts>>;
  /** The addresses that contexts use at a socket, which each group has of its own in Active/Active. */
  readonly contextMacs: ReadonlyMap<string, readonly string[]>;
  readonly failover: Look<FailoverFacts>;
  readonly settings: Look<FailoverSettingsFacts>;
  readonly clock: Look<ClockSeen>;
  readonly logging: Look<LoggingFacts>;
  /** Who is there by SSH, and by telnet. */
  readonly sessions: Look<readonly SshSession[]>;
  readonly telnet: Look<readonly TelnetSession[]>;
  readonly reaches: readonly ReachSeen[];
}

/** A port that is not there, by that name. */
export type Missing = { readonly missing: string };

export interface SwitchChart {
  readonly opened: Look<true>;
  /** By the name that the topology gives, or the switch. */
  readonly ports: ReadonlyMap<string, Look<PortSettings | Missing>>;
  readonly macs: Look<MacTable>;
  /** Those that exist; read where some of them are to be empty. */
  readonly vlans: Look<readonly number[]>;
}

export interface PduChart {
  readonly opened: Look<true>;
  readonly outlets: ReadonlyMap<string, Look<OutletReading | Missing>>;
}

/** A place of this machine that fover will open. */
export interface SocketChart {
  readonly what: string;
  readonly where: string;
  readonly opened: Look<true>;
}

/** A bench as it was found. */
export interface Chart {
  readonly topology: Topology;
  readonly units: Readonly<Record<UnitName, UnitChart>>;
  readonly switches: ReadonlyMap<string, SwitchChart>;
  readonly pdus: ReadonlyMap<string, PduChart>;
  readonly sockets: readonly SocketChart[];
}

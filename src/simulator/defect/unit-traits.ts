import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Mac, Packet } from '../fabric/frame.ts';
import type { FailoverTraits } from '../failover/failover-traits.ts';
import type { FailoverMessage } from '../message/failover-message.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { StateEntry } from '../message/state-entry.ts';

/**
 * How a unit behaves where a defect may make it behave otherwise. Each trait is asked at one place; what passes
 * between the units at two, for it may go over a cable of its own. The traits of an honest unit say what is right,
 * and change nothing.
 */
export interface UnitTraits extends FailoverTraits {
  /** Whether the active unit passes traffic. */
  readonly forwards: boolean;
  /** Whether it boots again after a crash. */
  readonly rebootsOnCrash: boolean;
  /** What the unit says instead of a message to its mate: one, none, or several. */
  says(message: FailoverMessage): readonly FailoverMessage[];
  /** What leaves the unit instead of a packet: one, none, or several. */
  sends(packet: Packet): readonly Packet[];
  /** For how many milliseconds a packet waits before it leaves. */
  lagMs(packet: Packet): number;
  /** What it believes to be configured, for failover and for an interface. */
  settings(configured: FailoverConfig): FailoverConfig;
  reads(configured: InterfaceSettings): InterfaceSettings;
  /** What it takes a command line for; undefined if for nothing. */
  understands(line: string): string | undefined;
  /** Whether a configuration command goes to the mate. */
  replicates(right: boolean, line: string): boolean;
  /** Whether an entry of the state tables goes to the mate. */
  passes(right: boolean, entry: StateEntry): boolean;
  /** What a command prints at a terminal. */
  prints(lines: readonly string[]): readonly string[];
  /** Whether its console says something that nobody asked for. */
  announces(what: string): boolean;
  /** What it logs, if it does. */
  logs(message: SystemMessage): SystemMessage | undefined;
  /** What it puts into flash in place of `before`, and what it finds there at boot. */
  stores(lines: readonly string[], before: readonly string[]): readonly string[];
  restores(stored: readonly string[]): readonly string[];
  /** The MAC address that it uses on an interface. */
  usesMac(right: Mac, burnedIn: Mac): Mac;
}

/** A unit that does what the guides say. */
export const honestTraits: UnitTraits = {
  takesOver: true,
  holdFactor: 1,
  searchFactor: 1,
  promotionFactor: 1,
  takesOverOnLinkLoss: false,
  forwards: true,
  rebootsOnCrash: true,
  replicatesFromStandby: false,
  says: (message) => [message],
  sends: (packet) => [packet],
  lagMs: () => 0,
  hears: (message) => [message],
  settings: (configured) => configured,
  reads: (configured) => configured,
  understands: (line) => line,
  replicates: (right) => right,
  passes: (right) => right,
  prints: (lines) => lines,
  announces: () => true,
  logs: (message) => message,
  stores: (lines) => lines,
  restores: (stored) => stored,
  decides: (right) => right,
  preempts: (right) => right,
  judges: (found) => found,
  objects: (right) => right,
  usesMac: (right) => right,
};

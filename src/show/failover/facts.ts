import type { InterfacePolicy, UnitName } from '../../pair/index.ts';
import type { LinkFacts } from '../word/link-word.ts';
import type { HostFacts } from './host.ts';
import type { LanRow } from './lan-row.ts';
import type { StatefulFacts } from './stateful.ts';

/** The serial failover cable of a PIX, as this unit sees it (table 13-8 of the ASA 5580 guide). */
export type CableStatus =
  | 'normal'
  | 'my-side-not-connected'
  | 'other-side-not-connected'
  | 'other-side-powered-off'
  | 'unknown'
  /** `N/A - LAN-based failover enabled`. */
  | 'not-applicable';

/** The same fact of both units; `mate` is absent when it was never heard (`Mate Unknown`). */
export interface OursAndMate {
  readonly ours: string;
  readonly mate?: string;
}

/** The lines above the hosts. Which of them are printed depends on the firmware, the platform and the context. */
export interface FailoverHeader {
  readonly on: boolean;
  /** `Failover Off (pseudo-Standby)`: failover was turned off on the standby unit, which keeps standing by. */
  readonly pseudoStandby: boolean;
  readonly cable?: CableStatus;
  readonly unit?: UnitName;
  /** `LAN` with its link, or `cable` for `N/A - Serial-based failover enabled`. */
  readonly failoverLink?: LinkFacts | 'cable';
  /** As printed, `0:00:00`. */
  readonly reconnectTimeout?: string;
  readonly unitPollMs?: number;
  readonly unitHoldMs?: number;
  readonly interfacePollMs?: number;
  readonly interfaceHoldMs?: number;
  readonly linkStatePollMs?: number;
  readonly interfacePolicy?: InterfacePolicy;
  /** The n of `Monitored Interfaces n of m maximum`. */
  readonly monitoredClaimed?: number;
  readonly monitoredMaximum?: number;
  /** What follows `MAC Address Move Notification Interval`, as printed. */
  readonly macMoveNotification?: string;
  /** What follows `Config sync:`, as printed. */
  readonly configSync?: string;
  readonly replicatesHttp: boolean;
  readonly replicationRate?: number;
  readonly version?: OursAndMate;
  readonly serial?: OursAndMate;
  /** The appliance's own words; local to this unit, and its clock may never have been set. */
  readonly lastFailoverAt?: string;
  readonly group1LastFailoverAt?: string;
  readonly group2LastFailoverAt?: string;
}

/** What `show failover` says: of a whole unit, of a context, or of the groups of Active/Active. */
export interface FailoverFacts extends FailoverHeader {
  /** Absent when failover is off: nothing is said of states then. */
  readonly thisHost?: HostFacts;
  readonly otherHost?: HostFacts;
  readonly stateful?: StatefulFacts;
  /** The failover link as PIX 6 prints it, below everything else. */
  readonly lan?: LanRow;
}

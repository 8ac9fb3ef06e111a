import type { UpdateMessage } from './update-message.ts';
import type { UnitIdentity } from './unit-identity.ts';
import type { FileChange } from './file-change.ts';
import type { LogicalUpdate } from './state-entry.ts';
import type {
  FailoverState,
  GroupId,
  InterfaceHealth,
  InterfaceMonitoring,
  UnitName,
} from '../../pair/index.ts';

/** A monitored interface as its own unit sees it; told to the mate in every hello. */
export interface InterfaceReading {
  /** The security context that it belongs to; undefined in single mode. */
  readonly context?: string | undefined;
  readonly group: GroupId;
  readonly nameif: string;
  readonly address: string;
  readonly health: InterfaceHealth;
  readonly monitoring: InterfaceMonitoring;
}

/**
 * What a unit says of one of its failover groups; in Active/Standby there is one, the unit itself. `term` counts
 * takeovers; of two units that are active the one with the later term stays active.
 */
export interface GroupReading {
  readonly id: GroupId;
  readonly state: FailoverState;
  readonly term: number;
  readonly activeMs: number;
  readonly failedInterfaces: number;
  /** What a failed group failed of. */
  readonly failedBy?: FailureCause | undefined;
  /** The unit that speaks hears nothing of its mate, and counts it as failed. */
  readonly mateLost?: boolean;
}

/**
 * Sent over the failover link at the unit poll time: state, health and MAC addresses (configuration guide,
 * «Failover Link»).
 */
export interface Hello {
  readonly kind: 'hello';
  readonly unit: UnitName;
  readonly serial: string;
  readonly version: string;
  readonly groups: readonly GroupReading[];
  readonly burnedIn: Readonly<Record<string, string>>;
  readonly interfaces: readonly InterfaceReading[];
  readonly identity: UnitIdentity;
  /** The service card in slot 1, as `show failover` describes it. */
  readonly card?: CardReading | undefined;
}

/** The service card of a unit, for its mate to show. */
export interface CardReading {
  readonly model: string;
  readonly hardware: string;
  readonly software: string;
  readonly status: string;
}

/** Why a unit or group marks itself failed: too many interfaces, or the service card in its slot 1. */
export type FailureCause = 'interfaces' | 'service-card';

/** Sent over one interface: at the interface poll time, and as a question when the failover link falls silent. */
export interface InterfaceHello {
  readonly kind: 'interface-hello';
  readonly serial: string;
  readonly nameif: string;
  readonly context?: string | undefined;
  readonly asks: boolean;
}

/** For one failover group: «become active», «become standby», «forget that you failed». */
export interface GroupOrder {
  readonly kind: 'group-order';
  readonly group: GroupId;
  readonly order: 'become-active' | 'become-standby' | 'reset';
  /** What the unit that obeys notes in its history. */
  readonly reason: string;
  /** Why the unit that asks to become active wants to be. */
  readonly because?: string | undefined;
}

/** For the whole unit: «take my configuration again», «boot again». */
export interface UnitOrder {
  readonly kind: 'unit-order';
  readonly order: 'resynchronize' | 'reload';
  readonly reason: string;
}

/** The configuration of one execution space on its way to the mate; without `context` that of the system. */
export interface ConfigText {
  readonly context?: string | undefined;
  readonly lines: readonly string[];
}

/** The same where it comes from; it fails over with that group. */
export interface ConfigPiece extends ConfigText {
  readonly group: GroupId;
}

/**
 * The joining unit asks the active one for the whole configuration; the active one sends it in pieces. The
 * configuration of a `context` alone is sent at once and unasked (`write standby` in a context).
 */
export interface SyncMessage {
  readonly kind: 'sync';
  readonly part: 'request' | 'begin' | 'lines' | 'end' | 'context';
  /** The security context that the lines are of; undefined for those of the system execution space. */
  readonly context?: string | undefined;
  readonly lines: readonly string[];
  /** How many lines there were in all, told at the end. */
  readonly total: number;
}

/** One configuration command, typed on the active unit; `section` is the sub-mode that it was typed in. */
export interface ReplicatedCommand {
  readonly kind: 'command';
  /** The security context that it was typed in; undefined for the system execution space and in single mode. */
  readonly context?: string | undefined;
  readonly section?: string | undefined;
  readonly line: string;
}

/** A command for the other unit, and how its own command line should take it. */
export interface RunRequest {
  readonly line: string;
  /** The security context that the session is in; undefined for the system execution space and in single mode. */
  readonly context?: string | undefined;
  readonly username: string;
  /** Whether the session that it was typed in is in configuration mode; else it may configure nothing. */
  readonly configuring: boolean;
  /** The sub-mode that earlier commands have led to, such as `interface GigabitEthernet0/1`. */
  readonly section: string | undefined;
}

/** What such a command printed, and the sub-mode that it led to. */
export interface RunResult {
  readonly lines: readonly string[];
  readonly section: string | undefined;
}

/** `failover exec mate …` on its way to the mate. */
export interface ExecuteMessage {
  readonly kind: 'execute';
  readonly id: number;
  readonly request: RunRequest;
}

/** The answer to the `execute` of the same number. */
export interface ExecutedMessage {
  readonly kind: 'executed';
  readonly id: number;
  readonly result: RunResult;
}

/** `write memory` on the active unit also saves on the standby one. */
export interface SaveMessage {
  readonly kind: 'save';
  /** The security context alone that was saved; undefined for the system, and in single mode. */
  readonly context?: string | undefined;
  /** `write memory all`: the system and every context. */
  readonly all?: boolean;
}

/** `delete`, `mkdir`, `rename` and `rmdir` on the active unit are repeated by the standby one. */
export interface FileMessage {
  readonly kind: 'file';
  readonly change: FileChange;
}

/** What the unit tells its mate over the state link; without updates, a sign of life. */
export interface StateUpdate {
  readonly kind: 'state-update';
  readonly serial: string;
  /** How many updates came before this message, and how many it counts for, so that the mate notices what it missed. */
  readonly sentBefore: number;
  readonly count: number;
  readonly updates: readonly LogicalUpdate[];
  /** Everything of this group follows: what was held of it is void. */
  readonly anew?: GroupId | undefined;
}

/** Says nothing but what every message says: what has come from the mate. */
interface Acknowledgement {
  readonly kind: 'acknowledgement';
}

/** Everything that one unit says to the other. */
export type FailoverMessage =
  | Hello
  | InterfaceHello
  | GroupOrder
  | UnitOrder
  | SyncMessage
  | ReplicatedCommand
  | SaveMessage
  | FileMessage
  | ExecuteMessage
  | ExecutedMessage
  | StateUpdate
  | UpdateMessage
  | Acknowledgement;

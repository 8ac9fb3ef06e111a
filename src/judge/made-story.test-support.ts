/** What a made-up scenario is scripted with. */
import type {
  FailoverSettings,
  FailoverState,
  GroupId,
  GroupSettings,
  InterfaceMonitoring,
  LinkState,
  Stimulus,
  UnitName,
} from '../pair/index.ts';
import type { EntryToRecord } from '../timeline/entry.ts';

export const settings: FailoverSettings = {
  unitPollMs: 200,
  unitHoldMs: 800,
  interfacePollMs: 500,
  interfaceHoldMs: 5000,
  interfacePolicy: { count: 1 },
};

/** A change of what a unit is, in milliseconds after the fault began. */
export interface Turn {
  readonly atMs: number;
  readonly unit: UnitName;
  /** In a story of failover groups, the one that changes; both if absent. */
  readonly group?: GroupId;
  readonly is: FailoverState | 'off';
  /** What the mate says of it from then on, where that differs. */
  readonly mateSays?: FailoverState;
}

/** A change of what the units say of a link between them. */
export interface LinkTurn {
  readonly atMs: number;
  /** The time counts from the healing on. */
  readonly since?: 'heal';
  readonly link: 'failover' | 'state';
  readonly is: LinkState;
  /** The only unit that says so. */
  readonly by?: UnitName;
}

/** Something that is done upon the fault. */
export interface Strike {
  readonly atMs: number;
  readonly role: 'fault' | 'heal';
  readonly stimuli: readonly Stimulus[];
}

/** One scenario, scripted; all times in milliseconds after the fault began unless said otherwise. */
export interface Story {
  readonly name: string;
  readonly fault: readonly Stimulus[];
  readonly heal?: readonly Stimulus[];
  /** What is done upon the fault, before the healing. */
  readonly next?: readonly Strike[];
  readonly turns: readonly Turn[];
  /** What the links are said to be; both are up to begin with, and a state link that is never named is not there. */
  readonly links?: readonly LinkTurn[];
  /** Active/Active: how the groups are set; group 1 is active on the primary to begin with, group 2 on the secondary. */
  readonly groups?: readonly GroupSettings[];
  /** How long the effect of an action is uncertain. */
  readonly effectMs?: number;
  /** No effect was observed, though the fault was acknowledged. */
  readonly isUnseen?: boolean;
  readonly faultFailed?: string;
  readonly healFailed?: string;
  readonly healMs: number;
  readonly endMs: number;
  /** How long a unit is left alone between two questions. */
  readonly everyMs?: number;
  readonly settings?: FailoverSettings;
  readonly monitoring?: (unit: UnitName, atMs: number) => InterfaceMonitoring;
  readonly claimed?: number;
  readonly on?: (atMs: number) => boolean;
  /** Units print no message when they change their role. */
  readonly isQuiet?: boolean;
  /** When probes are lost, and how late their sender is; no probes at all if absent. */
  readonly probes?: { readonly lost: (atMs: number) => boolean; readonly latenessMs?: number };
  readonly outageAtMostMs?: number;
  readonly extra?: readonly { readonly atMs: number; readonly entry: EntryToRecord }[];
  /** Recorded after the end of the scenario. */
  readonly assertion?: string;
}

/** An entry with the instant at which it is written down. */
export interface Noted {
  readonly atMs: number;
  readonly entry: EntryToRecord;
}

/** When the fault begins, since the scenario began. */
export const leadMs = 1000;

import type { Control, GroupId, Interval, Outcome, UnitName } from '../pair/index.ts';
import type { Calibration } from './calibration.ts';
import type { WaiverTold } from './waiver.ts';

/** An outcome, or that everything which fails was waived: it is not passed, and it is not to stop anybody. */
export type Judged = Outcome | 'waived';

/** By which waiver a finding that fails is waived. */
export interface Waived {
  readonly bug: string;
  readonly reason: string;
  /** The last day on which it is, in UTC. */
  readonly expires: string;
}

/** One prediction held against the timeline. */
export interface Finding {
  readonly rule: string;
  readonly requirements: readonly string[];
  readonly outcome: Outcome;
  /** What was expected, in one sentence. */
  readonly expected: string;
  /** What was seen, by whom, when, and how sure that is, in one sentence. */
  readonly seen: string;
  /** The unit that it is about, if it is about one. */
  readonly who?: UnitName;
  /** The failover group that it is about, in Active/Active. */
  readonly group?: GroupId;
  /** From the effect of the stimulus to the change, with its error; absent if nothing changed. */
  readonly measured?: Interval;
  /** What the rule allows, in milliseconds after the effect. `hiMs: null` when the guides give no time. */
  readonly window?: { readonly loMs: number; readonly hiMs: number | null };
  /** Numbers (`seq`) of the timeline entries that the finding rests on. */
  readonly evidence: readonly number[];
  /** Present when it fails and that is waived. */
  readonly waived?: Waived;
}

/** A prediction of which nothing can be demanded: something else was done to the pair before it could be seen. */
export interface Cancelled {
  readonly rule: string;
  readonly requirements: readonly string[];
  /** What would have been expected, in one sentence. */
  readonly expected: string;
  /** What was done, and when, in one sentence. */
  readonly why: string;
  /** Numbers (`seq`) of the actions, first that of which it was expected. */
  readonly evidence: readonly number[];
}

/** How long a flow of probes was interrupted: from last packet through before to first packet through after. */
export interface Outage {
  readonly flow: string;
  /** When, since the run began. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How long, with its error. `hiMs` is `null` if traffic never came back. */
  readonly lasted: { readonly loMs: number; readonly hiMs: number | null };
  readonly lost: number;
  readonly evidence: readonly number[];
}

/** One scenario judged: its outcome, why, and every finding behind it. */
export interface ScenarioVerdict {
  readonly scenario: string;
  readonly title: string;
  readonly outcome: Judged;
  /** Infrastructure trouble: the pair was not really asked. */
  readonly infrastructure: boolean;
  /** The verdict in one sentence. */
  readonly because: string;
  readonly requirements: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly findings: readonly Finding[];
  readonly outages: readonly Outage[];
  /** What was not judged, because something else was done before it could be seen; absent if all was. */
  readonly cancelled?: readonly Cancelled[];
  /** The failover time (or the time to the decisive change) of the scenario: its headline number. */
  readonly measured?: Interval;
  readonly window?: { readonly loMs: number; readonly hiMs: number | null };
  /** Present where it tried the instruments, and not the pair. */
  readonly control?: Control;
  /** Assertions of the suite's own that failed. */
  readonly assertions: readonly string[];
  /** What spoiled the evidence of this scenario, or could not be read. One sentence each. */
  readonly doubts?: readonly string[];
}

/** Where an entry lies that a finding rests on. */
export interface Citation {
  readonly seq: number;
  /** The file of the timeline: it has several where it is long. */
  readonly file: string;
  /** The number of its first byte there, from 1: `tail -c +<byte> <file> | head -n 1` prints it. */
  readonly byte: number;
}

/** A run judged: the worst of its scenarios, and what spoiled the evidence of the run as a whole. */
export interface Verdict {
  readonly format: 1;
  readonly outcome: Judged;
  /** 0 pass · 1 fail · 2 inconclusive · 3 infrastructure · 4 bench left dirty. */
  readonly exitCode: 0 | 1 | 2 | 3 | 4;
  readonly bench: 'simulated' | 'real' | 'unknown';
  readonly startedAt?: string;
  readonly topology?: { readonly name: string; readonly sha256: string };
  readonly tool?: string;
  readonly scenarios: readonly ScenarioVerdict[];
  /** What spoiled evidence: missing numbers, unread lines, no end. One sentence each. */
  readonly doubts: readonly string[];
  readonly troubles: readonly string[];
  /** Whether the instruments were tried; absent in verdicts from before they were. */
  readonly calibration?: Calibration;
  /** What each waiver came to; absent where none was given. */
  readonly waivers?: readonly WaiverTold[];
  /** Where the entries lie that findings and outages rest on, by their numbers; absent where nobody knows the file. */
  readonly cited?: readonly Citation[];
}

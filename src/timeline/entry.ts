import type { AnswerGiven, Expectation, Interval, Sighting, Stimulus, UnitName } from '../pair/index.ts';

/**
 * What happened, in order, with the raw words kept. Every entry has its place in the order (`seq`, from 0, no
 * number missing) and instants in milliseconds since the run began, on the monotonic clock.
 */
export type Entry =
  | RunBegun
  | ScenarioBegun
  | ScenarioPending
  | PhaseBegun
  | ActionBegun
  | Action
  | Observation
  | Question
  | Gap
  | ClockStepped
  | Trouble
  | ScenarioEnded
  | RunEnded;

/** Anything but its number, which the recorder gives. */
export type EntryToRecord = Entry extends infer E ? (E extends Entry ? Omit<E, 'seq'> : never) : never;

interface Numbered {
  readonly seq: number;
}

/** The first entry of every timeline. */
export interface RunBegun extends Numbered {
  readonly kind: 'run';
  readonly atMs: 0;
  /** Wall time, ISO-8601 UTC. */
  readonly startedAt: string;
  readonly tool: string;
  readonly node: string;
  readonly topology: { readonly name: string; readonly sha256: string };
  /** Whether the pair under test is software: told on every page, so that no reader mistakes one for iron. */
  readonly bench: 'simulated' | 'real';
  /** What drives the devices of the bench: a `written` driver comes from documents, and has never met its hardware. */
  readonly drivers?: readonly {
    readonly device: string;
    readonly driver: string;
    readonly proof: 'captured' | 'written';
    readonly source: string;
  }[];
  /** Names of the scenarios that were planned: one that never began is inconclusive, not absent. */
  readonly planned: readonly string[];
}

/** A scenario begins: what it is about, and what it asks for. */
export interface ScenarioBegun extends Numbered {
  readonly kind: 'scenario';
  readonly atMs: number;
  readonly scenario: string;
  readonly title: string;
  /** Ids of the requirements that the scenario is about. */
  readonly requirements: readonly string[];
  /** Roles at the moment of injection are in the observations; this is what the scenario asked for. `none` where it only asks. */
  readonly fault: string;
  readonly target: string;
  /** The longest that any flow may be interrupted, in milliseconds; absent where the scenario sets no limit. */
  readonly outageAtMostMs?: number;
}

/** A planned scenario that this bench cannot play, and why: it is told, and counts neither way. */
export interface ScenarioPending extends Numbered {
  readonly kind: 'pending';
  readonly atMs: number;
  readonly scenario: string;
  readonly why: string;
}

/** The order of things: prepare → steady → fault → watch → heal → recovered. */
export type Phase = 'prepare' | 'steady' | 'fault' | 'watch' | 'heal' | 'recovered';

/** A step of the scenario begins. */
export interface PhaseBegun extends Numbered {
  readonly kind: 'phase';
  readonly atMs: number;
  readonly scenario: string;
  readonly phase: Phase;
}

/** Written before the act: a begun action without its `action` entry is indeterminate, never absent. */
export interface ActionBegun extends Numbered {
  readonly kind: 'action-begun';
  readonly id: string;
  readonly atMs: number;
  readonly scenario?: string;
  readonly did: string;
}

/** One thing we did: sent, acknowledged, and (for a fault or its healing) observed effective. */
export interface Action extends Numbered {
  readonly kind: 'action';
  readonly id: string;
  readonly scenario?: string;
  /** In words: «outlet 1 of pdu1 off (primary)». */
  readonly did: string;
  readonly begunMs: number;
  readonly doneMs: number;
  /** When the effect began, as witnessed apart from the acknowledgement; absent where there is none to see. */
  readonly effectiveMs?: Interval;
  /** Who saw the effect. */
  readonly effectWitness?: string;
  /** How far apart the parts of it took effect that were meant as one, such as two feeds; at least, and at most. */
  readonly skewMs?: Interval;
  readonly stimuli: readonly Stimulus[];
  readonly role: 'setup' | 'fault' | 'heal';
  /** Present when the device refused or the effect never came: infrastructure, if not `failedBy` the pair. */
  readonly failed?: string;
  /** Present where it is the pair that was waited for in vain, such as a unit that crashed and never boots again. */
  readonly failedBy?: 'pair';
}

/** What a witness said: the truth lies between `askedMs` and `answeredMs`. For unasked words both are arrival. */
export interface Observation extends Numbered {
  readonly kind: 'observation';
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly scenario?: string;
  /** `console primary`, `switch sw1`, `pdu pdu1`, `probe inside-to-outside`. */
  readonly witness: string;
  /** The unit that spoke or is spoken of, if one is. */
  readonly unit?: UnitName;
  readonly saw: Sighting;
  /** The words as they came, secrets masked. */
  readonly raw?: string;
}

/**
 * What a scenario asked, what was to be answered, and what was. One that is asked until it is so is on record each
 * time.
 */
export interface Question extends Numbered {
  readonly kind: 'question';
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly scenario?: string;
  /** Its label in the scenario; later questions are held against it by this name. */
  readonly as: string;
  /** `console primary`, or the instrument that was read. */
  readonly witness: string;
  readonly unit?: UnitName;
  /** The context in which it was typed, in multiple context mode. */
  readonly context?: string;
  /** The lines as they were typed, or the name of the instrument. */
  readonly typed: readonly string[];
  /** What the answer has to show, in one sentence. */
  readonly means: string;
  readonly expects: readonly Expectation[];
  /** Ids of the requirements that hang on it. */
  readonly proves: readonly string[];
  /** Absent when nothing was answered. */
  readonly answer?: AnswerGiven;
  /** Why there is no answer. */
  readonly unanswered?: string;
  /** Whether it was asked no more after this: what was answered last is what counts. */
  readonly isLast: boolean;
}

/** When a witness could not see. */
export interface Gap extends Numbered {
  readonly kind: 'gap';
  readonly fromMs: number;
  readonly toMs: number;
  readonly scenario?: string;
  readonly witness: string;
  readonly why: string;
}

/**
 * The clock on the wall was set while the run went on, by hand or by NTP. Nothing is measured with it: what it says of a
 * moment after this is `startedAt`, the instant, and every step until then.
 */
export interface ClockStepped extends Numbered {
  readonly kind: 'clock-step';
  readonly atMs: number;
  /** How far it was put forward; less than nothing where it was put back. */
  readonly byMs: number;
  /** What it says now, ISO-8601 UTC. */
  readonly wall: string;
}

/**
 * Something went wrong that nobody asked about. `suite` is an assertion of the suite's own that failed, `unsure` one
 * that had no evidence to stand on; `pair` is what the pair does although nothing is in its way, as not coming to rest.
 */
export interface Trouble extends Numbered {
  readonly kind: 'trouble';
  readonly atMs: number;
  readonly scenario?: string;
  readonly whose: 'bench' | 'ours' | 'suite' | 'unsure' | 'stopped' | 'pair';
  readonly message: string;
  /** Of the pair's own doing: the requirements of the guides that it breaks. */
  readonly requirements?: readonly string[];
  /** True if the bench could not be put back and someone must look at it. */
  readonly benchLeftDirty?: boolean;
}

/** Nothing more of this scenario follows, except assertions of its suite that failed. */
export interface ScenarioEnded extends Numbered {
  readonly kind: 'scenario-ended';
  readonly atMs: number;
  readonly scenario: string;
}

/** The last entry of a complete timeline. */
export interface RunEnded extends Numbered {
  readonly kind: 'ended';
  readonly atMs: number;
}

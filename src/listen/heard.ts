import type { SyslogSighting, TrapSighting, UnitName } from '../pair/index.ts';

/** Something that a unit told us unasked, stamped when it came, in instants of the clock. */
export interface Heard {
  /** `syslog primary`: the unit that the words name as the speaker; else where they came from. */
  readonly witness: string;
  readonly unit?: UnitName;
  readonly saw: SyslogSighting | TrapSighting;
  readonly atMs: number;
  /** As it came. */
  readonly raw: string;
}

/** What was not heard, or not kept, between two instants of the clock. */
export interface Unheard {
  readonly witness: 'syslog' | 'traps';
  readonly fromMs: number;
  readonly toMs: number;
  readonly why: string;
}

/** Whoever is told what the ears hear. */
export interface Listener {
  onHeard(heard: Heard): void;
  onUnheard(unheard: Unheard): void;
}

/** One line heard, for those who look for a text: `primary %ASA-1-104001: (Primary) Switching to ACTIVE …`. */
export interface HeardLine {
  readonly atMs: number;
  readonly witness: string;
  readonly text: string;
}

/** How much was heard since the ears were opened. */
export interface HeardCounts {
  readonly syslog: number;
  readonly traps: number;
  /** System messages of both that are none of failover, or that cannot be read. */
  readonly unknown: number;
  /** Datagrams to the port for traps that were none, or of somebody who is not known here. */
  readonly refused: number;
  /** Messages that were cut, or not kept at all. */
  readonly lost: number;
  /** Lines that were passed on and are not kept to be looked at any more. */
  readonly forgotten: number;
}

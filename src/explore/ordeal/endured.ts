import type { GroupId, UnitName } from '../../pair/index.ts';
import type { Ordeal, Trouble } from './ordeal.ts';
import type { Carried } from './sessions.ts';
import type { Stand } from './stand.ts';

/** A trouble, and from when to when it was there; milliseconds of the virtual clock. */
export interface Suffered extends Trouble {
  /** The number of the card that it struck. */
  readonly card: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What was typed on the active unit while its mate was ready. */
export interface Typed {
  /** The execution space, as in the configurations. */
  readonly where: string;
  readonly line: string;
  readonly atMs: number;
}

/** What became of a session that was open before the first trouble, or was opened after the last. */
export interface SessionEnd {
  readonly carried: Carried;
  readonly group: GroupId;
  readonly where: string;
  /** Words still pass both ways. */
  readonly alive: boolean;
}

/** All that is known of an ordeal when it is over. */
export interface Endured {
  readonly ordeal: Ordeal;
  readonly stands: readonly Stand[];
  readonly suffered: readonly Suffered[];
  /** When the pair was at rest for the first time; undefined if it never was, and nothing else was done then. */
  readonly beganMs: number | undefined;
  /** When everything was mended. */
  readonly healedMs: number;
  /** What was missing for a rest at the end; empty if nothing was. */
  readonly missing: readonly string[];
  /** The running configuration of each execution space on each unit, without the line in which they differ. */
  readonly configurations: readonly {
    readonly where: string;
    readonly lines: Readonly<Record<UnitName, readonly string[]>>;
  }[];
  readonly typed: readonly Typed[];
  readonly old: readonly SessionEnd[];
  readonly fresh: readonly SessionEnd[];
  readonly endedMs: number;
}

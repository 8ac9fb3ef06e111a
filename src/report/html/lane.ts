/** What a colour stands for; each has a word or a letter beside it, for colour alone tells nobody enough. */
export type Tone =
  | 'active'
  | 'standby'
  | 'moving'
  | 'failed'
  | 'off'
  | 'unknown'
  | 'between'
  | 'through'
  | 'lost'
  | 'setup'
  | 'fault'
  | 'heal'
  | 'gap'
  | 'pass'
  | 'waived'
  | 'fail'
  | 'inconclusive'
  | 'infrastructure'
  | 'phase';

/** Something that lasted. */
export interface Bar {
  readonly fromMs: number;
  readonly toMs: number;
  readonly tone: Tone;
  /** Drawn on the bar as far as it fits; the whole is in the title and in the table. */
  readonly label: string;
  readonly title: string;
  /** The timeline entry that it begins with. */
  readonly seq?: number;
}

/** Something that happened at once. */
export interface Tick {
  readonly atMs: number;
  readonly tone: Tone;
  /** One letter. */
  readonly letter: string;
  readonly title: string;
  readonly seq?: number;
}

/** One row of a chart. */
export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

/** A time that lies behind all lanes: a fault in effect, or the uncertainty of its beginning or end. */
export interface Shade {
  readonly fromMs: number;
  readonly toMs: number;
  readonly tone: 'fault' | 'edge';
  readonly title: string;
}

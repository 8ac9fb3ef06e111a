/** The kinds of question that a unit asks; what to answer depends on the kind and on who asked for it. */
export type QuestionKind =
  | 'username'
  | 'password'
  /** `Enter  Password:` and `Repeat Password:` of a unit that has no enable password yet (9.7 and later). */
  | 'new-password'
  | 'repeat-password'
  /** `… [confirm]`: Enter or `y` goes ahead, anything else does not. */
  | 'confirm'
  /** `… Save? [Y]es/[N]o/[S]ave all/[C]ancel:` before a reload. */
  | 'save'
  /** `Would you like to enable anonymous error reporting …? [Y]es, [N]o, [A]sk later:` */
  | 'error-reporting'
  /** `Pre-configure Firewall now through interactive prompts [yes]?` of a unit with blank flash. */
  | 'pre-configure'
  /** What the setup dialog behind that asks, such as `Firewall Mode [Routed]:`; Ctrl-Z leaves it, and nothing is set. */
  | 'setup'
  /** `Destination filename [startup-config]?` and its like: Enter takes what stands in the brackets. */
  | 'value'
  /** `[yes/no]:`, `(y/n)` and their like. */
  | 'yes-or-no';

/** A question as it was asked. */
export interface Question {
  readonly kind: QuestionKind;
  /** The row it stands in; a long question may have begun in the row before. */
  readonly text: string;
}

const longest = 400;

/** The rows of the setup dialog (`setup` in the command references of PIX and ASA), in its order. */
const setupAsks: readonly RegExp[] = [
  /^Firewall Mode \[[^\]]*\]:$/i,
  /^Enable password \[[^\]]*\]:$/i,
  /^Allow password recovery(?: \[[^\]]*\])?\s?[?:]$/i,
  /^(?:Year|Month|Day|Time) \[[^\]]*\]:$/i,
  /^(?:Inside|Management) (?:IP address|network mask)(?: \[[^\]]*\])?:$/i,
  /^(?:Host ?name|Domain name)(?: \[[^\]]*\])?:$/i,
  /^IP address of host running (?:PIX |ASDM )?(?:Device )?Manager(?: \[[^\]]*\])?:$/i,
  /^Use this configuration and (?:write|save) to flash\?(?: \[[^\]]*\])?:?$/i,
];

const kinds: readonly (readonly [QuestionKind, RegExp])[] = [
  // A host's own `fp2120 login:` asks; `Last login:` is the beginning of a line that tells.
  ['username', /^(?:Username|(?:(?!(?:last|failed|successful) )[\w.-]{1,64} )?login):$/i],
  ['new-password', /^(?:Enter\s+Password|New Password):$/i],
  ['repeat-password', /^(?:Repeat|Re-?enter|Confirm)\s+(?:new\s+)?Password:$/i],
  ['password', /^(?:(?:[\w.@-]{1,100}'s )?Password|(?:PIX )?passwd):$/i],
  ['save', /\[Y\]es\/\[N\]o\/\[S\]ave all\/\[C\]ancel:$/],
  ['save', /\bSave\? \[Y\]es\/\[N\]o(?:\/\[C\]ancel)?:$/],
  ['error-reporting', /\[Y\]es, \[N\]o, \[A\]sk later:$/],
  ['confirm', /\[confirm\]\s?[:?]?$/i],
  ['pre-configure', /^Pre-configure .*\[yes\]\?$/],
  ...setupAsks.map((row) => ['setup', row] as const),
  ['yes-or-no', /\? (?:y\/n )?\[[yn]\]\s?:?$|\[Y\]es\/\[N\]o:$/i],
  ['yes-or-no', /(?:\[yes\/no\]|\[y\/n\]|\(yes\/no\)|\(y\/n\))\s?[:?]{0,2}$/i],
  // `Usage: [no] failover` begins like an offer; an offer has a question mark or a colon.
  ['yes-or-no', /(?:\?\s?\[(?:yes|no)\]|\[(?:yes|no)\]\s?[:?])$/i],
  ['value', /\[[^[\]]{0,200}\]\s?\?$/],
];

/** Reads a whole row as a question, or says `undefined`. */
export function parseQuestion(row: string): Question | undefined {
  if (row.length > longest) return undefined;
  const text = row.trim();
  const found = kinds.find(([, pattern]) => pattern.test(text));
  return found && { kind: found[0], text };
}

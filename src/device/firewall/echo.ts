/** What was typed and has not wholly come back yet. */
export interface Expectation {
  /** Without the Enter. */
  readonly typed: string;
  /** The form for people, without secrets. */
  readonly shown: string;
  /** A password: it comes back as asterisks, or not at all. */
  readonly secret: boolean;
  /** How many characters of it have come back, where a message cut it in two. */
  readonly echoed: number;
}

/** How much of what was typed a text is. */
export interface EchoMatch {
  readonly extent: 'whole' | 'part';
  readonly echoed: number;
}

// A command that is wider than the terminal is scrolled: `$` marks the side where more of it is (`<` on PIX 6).
const marks = /[$<]/g;
const shortestView = 4;

/** Holds what came back against what was typed; `undefined` if the one is not the echo of the other. */
export function matchEcho(expected: Expectation, text: string): EchoMatch | undefined {
  const seen = text.trim();
  const typed = expected.typed.trim();
  const whole: EchoMatch = { extent: 'whole', echoed: expected.typed.length };
  if (expected.secret) return /^\**$/.test(seen) ? whole : undefined;
  const rest = typed.slice(expected.echoed).trimStart();
  if (seen === typed || (seen !== '' && seen === rest)) return whole;
  if (seen === '') return undefined;
  if (rest.startsWith(seen)) return { extent: 'part', echoed: typed.length - rest.length + seen.length };
  if (expected.echoed > 0 && typed.startsWith(seen)) return { extent: 'part', echoed: seen.length };
  return isView(seen, typed) ? whole : undefined;
}

/** A view of a scrolled command shows a mark that was not typed, and beside it some of what was. */
function isView(seen: string, typed: string): boolean {
  if (count(seen) <= count(typed)) return false;
  return seen
    .split(marks)
    .some((piece) => piece.trim().length >= shortestView && typed.includes(piece.trim()));
}

function count(text: string): number {
  return text.match(marks)?.length ?? 0;
}

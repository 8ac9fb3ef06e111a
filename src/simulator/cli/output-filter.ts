/** Chooses lines of an output. */
export type OutputFilter = (lines: readonly string[]) => readonly string[];

const everything: OutputFilter = (lines) => lines;

/** Splits `show … | include text` into the command and what it lets through; `grep -v` is `exclude`. */
export function splitFilter(line: string): { readonly command: string; readonly filter: OutputFilter } {
  const match = /^(\s*sh\S*\s.*?)\s+\|\s*(\S+)\s+(.*\S)\s*$/.exec(line);
  if (!match) return { command: line, filter: everything };
  const [, command = '', verb = '', text = ''] = match;
  const [, inverted, sought = text] = /^(-v)\s+(.*)$/.exec(text) ?? [];
  const isGrep = verb.length > 0 && 'grep'.startsWith(verb);
  const filter =
    inverted !== undefined && isGrep
      ? filterOf('exclude', new RegExp(patternOf(sought)))
      : filterOf(verb, new RegExp(patternOf(text)));
  return filter ? { command, filter } : { command: line, filter: everything };
}

function filterOf(verb: string, pattern: RegExp): OutputFilter | undefined {
  const is = (full: string): boolean => verb.length > 0 && full.startsWith(verb);
  if (is('include') || is('grep')) return (lines) => lines.filter((line) => pattern.test(line));
  if (is('exclude')) return (lines) => lines.filter((line) => !pattern.test(line));
  if (!is('begin')) return undefined;
  return (lines) => {
    const at = lines.findIndex((line) => pattern.test(line));
    return at < 0 ? [] : lines.slice(at);
  };
}

/** A text that is no regular expression is taken as it is. */
function patternOf(text: string): string {
  try {
    return new RegExp(text).source;
  } catch {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }
}

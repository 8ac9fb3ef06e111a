import { placeInWords, type Place } from './place.ts';

/** What was tried in vain, and what came instead. */
export interface Vain {
  readonly device: string;
  readonly line: string;
  /** In the form for people. */
  readonly command: string;
  readonly askedMs: number;
  readonly gaveUpMs: number;
  /** Not a byte came since it was asked. */
  readonly silent: boolean;
  /** The last lines that came, secrets masked. */
  readonly lastLines: readonly string[];
  readonly where: Place;
  /** In words, where there is more to say than that the time ran out. */
  readonly why?: string;
}

/**
 * A firewall did not answer. That is no error of the bench: the caller makes a sighting of it, `silent` or
 * `unread`. The session stays usable; what is asked next finds its way back to the prompt first.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly command: string;
  readonly askedMs: number;
  readonly gaveUpMs: number;
  readonly silent: boolean;
  readonly lastLines: readonly string[];
  readonly where: Place;

  constructor(vain: Vain, options?: ErrorOptions) {
    super(inWords(vain), options);
    this.command = vain.command;
    this.askedMs = vain.askedMs;
    this.gaveUpMs = vain.gaveUpMs;
    this.silent = vain.silent;
    this.lastLines = vain.lastLines;
    this.where = vain.where;
  }
}

function inWords({ device, line, command, askedMs, gaveUpMs, silent, lastLines, where, why }: Vain): string {
  const asked = `${device}: ${JSON.stringify(command)} over ${line} was not answered`;
  const reason = why ?? `after ${Math.round(gaveUpMs - askedMs)} ms the console is ${placeInWords(where)}`;
  if (silent) return `${asked}: ${reason}; not a byte came. Look at the unit's power and at the console line`;
  return `${asked}: ${reason}; ${lastInWords(lastLines)}. Look at the console's recording`;
}

/** The last three lines say what went on; the whole of it is in the recording. */
function lastInWords(lastLines: readonly string[]): string {
  const last = lastLines.slice(-3).map((line) => JSON.stringify(line.trim()));
  return last.length > 1
    ? `the last lines that came were ${last.join(', ')}`
    : `the last that came was ${last[0] ?? '""'}`;
}

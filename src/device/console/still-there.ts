import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import type { Line } from '../../transport/index.ts';
import { giveBack } from './give-back.ts';
import { LineTaken } from './line-taken.ts';
import type { Arrival } from './server-ear.ts';
import { quoted } from './server-ear.ts';

/** How long a busy console server may take to say so and hang up; it does both at once after it took the call. */
const hangUpWithinMs = 250;

/** Words of console servers about a line that somebody has, who is then named beside them. */
const taken =
  /\b(?:port|line|console|device|session)\b[^\r\n]*\b(?:in use|busy|taken|locked|attached|connected)\b/i;

/** Such a row is short; looking for two words in a long one costs its square. */
const longestRow = 400;

/**
 * A console server whose line is taken accepts the call, says so in text, and hangs up. Told apart here, so that
 * another way is tried; the line is given on with all that it said. One that says so and does not hang up shares the
 * line between us and whom it names: `warn` is told his words.
 */
export async function stillThere(line: Line, clock: Clock, warn: (text: string) => void): Promise<Line> {
  const hungUp = new Promise<Error | undefined>((resolve) => {
    line.onClosed((why) => resolve(why));
  });
  try {
    const cause = await within(clock, hangUpWithinMs, hungUp);
    throw new LineTaken(
      line.name,
      `hung up at once, saying ${quoted(textOf(heard(line)))}. Is the line taken by somebody else?`,
      { cause },
    );
  } catch (error) {
    if (!(error instanceof DeadlinePassed)) {
      await line.close();
      throw error;
    }
    const arrivals = heard(line);
    const row = textOf(arrivals)
      .split(/[\r\n]+/)
      .find((text) => text.length <= longestRow && taken.test(text));
    if (row !== undefined) warn(`${line.name}: the console server says ${quoted(row)}`);
    return giveBack(line, arrivals);
  }
}

function heard(line: Line): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  line.onBytes((bytes, atMs) => arrivals.push({ bytes, atMs }))();
  return arrivals;
}

function textOf(arrivals: readonly Arrival[]): string {
  return arrivals.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('');
}

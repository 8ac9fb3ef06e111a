import type { Cursor, LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';

/** The two sections that both forms print. */
export interface StateSections {
  readonly configuration: readonly string[];
  readonly communication: readonly string[];
}

/** A heading between bars, `====My State====`; the number of `=` at its ends is of no account. */
export function barred(title: string): LineReader<true> {
  return (text) => {
    const bars = /^={2,}([^=]+)={2,}$/.exec(text);
    return bars?.[1]?.trim().toLowerCase() === title.toLowerCase() ? true : undefined;
  };
}

const configurationLine = shaped(
  /^((?:Interface )?(?:Config )?Sync(?:ing)?(?: (?:Done|Skipped|Failed|Incomplete))?(?: ?- ?STANDBY)?)$/i,
  (line = '') => line,
);
const communicationLine = shaped(/^(Mac (?:not )?set|Updated Mac)$/i, (line = '') => line);

/** Reads `Configuration State` and `Communication State` with the lines under them. */
export function readSections(cursor: Cursor): StateSections {
  cursor.need(barred('Configuration State'), 'a further row of the host, or `====Configuration State===`');
  const configuration = cursor.readAll(configurationLine);
  cursor.need(barred('Communication State'), 'a known configuration state, or `====Communication State===`');
  const communication = cursor.readAll(communicationLine);
  return { configuration, communication };
}

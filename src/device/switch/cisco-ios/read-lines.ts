import { UnreadLineError } from '../../../errors.ts';

/** Lines of an answer that are no rows: what stands above, below and between them. */
const nothing = /^\s*$/;

/** The terminal is set to 511 columns; looking for words in a row without end costs its square. */
const longestRow = 1000;

/**
 * Reads an answer line by line: `passedOver` are the headings, and `read` gives what a row says, or nothing for a line that
 * it does not know. Throws `UnreadLineError` for that one, so that nothing is skipped in silence.
 */
export function readLines<Row>(
  command: string,
  text: string,
  passedOver: readonly RegExp[],
  read: (line: string) => Row | undefined,
): readonly Row[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.length > longestRow)
      throw new UnreadLineError(
        command,
        at + 1,
        `${line.slice(0, 80)}…`,
        'expected a row that Cisco IOS prints',
      );
    if ([nothing, ...passedOver].some((pattern) => pattern.test(line))) return [];
    const row = read(line.trimEnd());
    if (row !== undefined) return [row];
    throw new UnreadLineError(command, at + 1, line, 'expected a row that Cisco IOS prints');
  });
}

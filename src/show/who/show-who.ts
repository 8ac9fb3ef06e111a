import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** A telnet session to a unit, which has five at most. */
export interface TelnetSession {
  readonly id: number;
  readonly client: string;
}

/** `who`; prints nothing when nobody is there. */
export const showWho: ShowParser<readonly TelnetSession[]> = showParser('who', (cursor) => {
  let last = -1;
  // Sessions are counted upwards: where one is below the one before, two outputs run into one another.
  return cursor.readAll((text) => {
    const session = row(text);
    if (!session || session.id <= last) return undefined;
    last = session.id;
    return session;
  });
});

const row = shaped(/^(\d+): (?:From )?([0-9a-f.:]+)$/i, (id = '', client = '') => ({
  id: Number(id),
  client,
}));

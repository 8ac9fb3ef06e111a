import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** How many firewalls a unit is. */
export interface ModeFacts {
  readonly contexts: 'single' | 'multiple';
  /** `The flash mode is the SAME as the running mode.`, as printed; absent in most firmware. */
  readonly flash?: string;
}

/** `show mode`. */
export const showMode: ShowParser<ModeFacts> = showParser('show mode', (cursor) => {
  const contexts = cursor.need(modeLine, '`Security context mode: single` or `multiple`');
  const flash = cursor.read(shaped(/^(The flash mode is .+)$/i, (text = '') => text));
  return { contexts, ...(flash === undefined ? {} : { flash }) };
});

const modeLine = shaped(/^Security context mode: (single|multiple)$/i, (word = ''): ModeFacts['contexts'] =>
  word.toLowerCase() === 'single' ? 'single' : 'multiple',
);

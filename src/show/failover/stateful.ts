import type { Cursor, LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { LinkFacts } from '../word/link-word.ts';
import { linkWords } from '../word/link-word.ts';

/** One row of the stateful statistics: packets with state information, not connections. */
export interface StatefulObject {
  readonly name: string;
  readonly xmit: number;
  readonly xerr: number;
  readonly rcv: number;
  readonly rerr: number;
  /** Columns that the heading announces beyond those four, in order. */
  readonly more: readonly number[];
}

/** One row of `Logical Update Queue Information`. */
export interface UpdateQueue {
  readonly queue: 'recv' | 'xmit';
  readonly current: number;
  readonly max: number;
  readonly total: number;
}

/** `Stateful Failover Logical Update Statistics` with what stands below. */
export interface StatefulFacts {
  /** The state link; absent in a context, which prints only whether there is one. */
  readonly link?: LinkFacts;
  /** `Status: Configured.` of a context or a group. */
  readonly configured?: boolean;
  readonly objects: readonly StatefulObject[];
  readonly queues: readonly UpdateQueue[];
}

const opening = shaped(/^Stateful Failover Logical Update Statistics:?$/i, () => true);
const linkLine = shaped(/^Link ?: ?(.+)$/i, (words = '') => linkWords(words));
const statusLine = shaped(/^Status ?: ?(Configured|Unconfigured|Not Configured)\.?$/i, (word = '') => ({
  configured: word.toLowerCase() === 'configured',
}));
const queueOpening = shaped(/^Logical Update Queue Information$/i, () => true);
const queueHeading = shaped(/^Cur Max Total$/i, () => true);
const queueRow = shaped(
  /^(Recv|Xmit) Q ?: ?(\d+) (\d+) (\d+)$/i,
  (name = '', current = '', max = '', total = ''): UpdateQueue => ({
    queue: name.toLowerCase() === 'recv' ? 'recv' : 'xmit',
    current: Number(current),
    max: Number(max),
    total: Number(total),
  }),
);

/** Columns beyond `xmit xerr rcv rerr` that the heading of the table announces. */
const tableHeading = shaped(
  /^Stateful Obj xmit xerr rcv rerr((?: [a-z]+)*)$/i,
  (more = '') => more.split(' ').filter((word) => word !== '').length,
);

/** Reads the whole section, or nothing if the next line does not open it. */
export function readStateful(cursor: Cursor): StatefulFacts | undefined {
  if (cursor.read(opening) === undefined) return undefined;
  const link = cursor.read(linkLine);
  const status =
    link === undefined ? cursor.need(statusLine, 'the state link (`Link : …` or `Status: …`)') : {};
  const columns = 4 + (cursor.read(tableHeading) ?? 0);
  const objects = cursor.readAll(objectRow(columns));
  const queues = cursor.read(queueOpening) === undefined ? [] : readQueues(cursor);
  return { ...(link !== undefined && { link }), ...status, objects, queues };
}

function readQueues(cursor: Cursor): readonly UpdateQueue[] {
  cursor.need(queueHeading, 'the heading `Cur Max Total`');
  return cursor.readAll(queueRow);
}

/**
 * A row is read from its right end: the name is everything before the last numbers, because names hold blanks
 * (`SIP Tx`, `Umbrella Device-ID`) and the terminal loses the columns.
 */
function objectRow(columns: number): LineReader<StatefulObject> {
  return (text) => {
    const words = text.split(' ');
    const name = words.slice(0, -columns).join(' ');
    const counts = words.slice(-columns);
    if (name === '' || !/[a-z]/i.test(name) || !counts.every((count) => /^\d+$/.test(count)))
      return undefined;
    const [xmit = 0, xerr = 0, rcv = 0, rerr = 0, ...more] = counts.map(Number);
    return { name, xmit, xerr, rcv, rerr, more };
  };
}

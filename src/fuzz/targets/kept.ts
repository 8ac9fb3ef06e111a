import { dirname } from 'node:path';
import { leaseFolder, readJournal } from '../../bench/index.ts';
import { BenchError } from '../../errors.ts';
import { hold } from '../hold.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, only, textOf, utf8 } from '../target.ts';

const when = '2026-01-02T03:04:05.000Z';
const configuration = {
  unit: 'primary',
  serial: 'JMX1',
  which: 'running',
  file: 'a.cfg',
  sha256: '0'.repeat(64),
};
const begun = { run: 'a run', when, restores: 'roles as they were' };
const roles = { kind: 'roles', active: [{ group: 1, unit: 'primary', serial: 'JMX1' }] };
const configurations = { kind: 'configurations', run: 'a run', saved: [configuration], undo: [], key: false };
const lines: readonly object[] = [
  { intent: 'a', order: 1, ...begun, of: roles },
  { intent: 'b', order: 2, ...begun, of: configurations },
  { intent: 'c', order: 3, ...begun, of: { kind: 'exchange', unit: 'primary', serial: 'JMX1' } },
  { mended: 'c', when },
];

/** The journal of a bench: what is not understood in it is told, and never taken for mended. */
export const journal: FuzzTarget = {
  name: 'journal',
  samples: () => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    return utf8(text, text.slice(0, -30));
  },
  read(input) {
    const { open, mended, unread } = readJournal(textOf(input));
    hold(!open.some(({ intent }) => mended.has(intent)), 'what is mended is open');
    return `${open.length > 0 ? 'open' : 'nothing open'}, ${unread.length > 0 ? 'unread' : 'all read'}`;
  },
  allows: nothing,
  pieces: ['{"mended":"a"}\n', '{"intent":"', '[['],
};

const lease = {
  token: 1,
  id: 'x',
  holder: { user: 'lab', host: 'rig', pid: 4711, place: 'p', started: 's', command: 'fover run' },
  takenAt: when,
  ttlMs: 30_000,
};

/** The lease of a bench: one that cannot be read is told as such, whatever stands in its file. */
export const leases: FuzzTarget = {
  name: 'lease',
  samples: () => utf8(JSON.stringify(lease), JSON.stringify({ ...lease, from: 'y' })),
  read: (input) =>
    inFile(input, 'lease/1.json', async (path) => {
      const seen = await leaseFolder(dirname(path)).read();
      hold(seen !== undefined, 'a lease is overlooked');
      return seen?.unreadable === undefined ? 'read' : 'unreadable';
    }),
  allows: only(BenchError),
};

import { readFileSync } from 'node:fs';
import { judge, syntheticDay } from '../../judge/index.ts';
import { toHtml, toJson, toJunit, toText } from '../../report/index.ts';
import { placedEntries, readTimeline } from '../../timeline/index.ts';
import { hold } from '../hold.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, utf8 } from '../target.ts';

const scenario = 's';
const seen = { scenario, askedMs: 1, answeredMs: 2 };

/** An entry of each kind that a made-up day has none of, and of sightings likewise. */
const others: readonly object[] = [
  { kind: 'pending', atMs: 1, scenario, why: 'no PDU' },
  { kind: 'gap', fromMs: 1, toMs: 2, scenario, witness: 'console primary', why: 'hung up' },
  { kind: 'trouble', atMs: 3, scenario, whose: 'bench', message: 'pdu1: no answer', benchLeftDirty: true },
  { kind: 'observation', ...seen, witness: 'console primary', unit: 'primary', saw: { sight: 'silent' } },
  {
    kind: 'observation',
    ...seen,
    witness: 'console primary',
    unit: 'primary',
    saw: { sight: 'message', message: 'switching-to-active', text: 'Switching to Active' },
  },
  {
    kind: 'observation',
    ...seen,
    witness: 'pdu1',
    saw: { sight: 'outlet', pdu: 'pdu1', outlet: '1', power: 'on' },
  },
  {
    kind: 'observation',
    ...seen,
    witness: 'syslog primary',
    unit: 'primary',
    saw: {
      sight: 'syslog',
      over: 'udp',
      from: '10.0.0.1',
      id: '104001',
      severity: 1,
      unit: 'primary',
      text: '%ASA-1-104001: x',
    },
  },
  {
    kind: 'observation',
    ...seen,
    witness: 'trap primary',
    saw: {
      sight: 'trap',
      oid: '1.3.6',
      version: '2c',
      from: '10.0.0.1',
      objects: [{ oid: '1.3', value: 'x' }],
    },
  },
];

/** Short enough for every spoiling to hit something else than answers of one kind. */
const day = [...syntheticDay(1, 'scenarios')].filter(
  ({ kind }, at) => kind !== 'observation' || at % 40 === 0,
);
const sample = [...day.slice(0, -1), ...others, ...day.slice(-1)]
  .map((entry, seq) => `${JSON.stringify({ ...entry, seq })}\n`)
  .join('');

/** The timeline of a run: no content is refused, each line is an entry or a doubt, and an entry lies where it is said to. */
export const timeline: FuzzTarget = {
  name: 'timeline',
  samples: () => utf8(sample),
  read: (input) =>
    inFile(input, 'timeline.ndjson', (path) => {
      const { entries, doubts } = readTimeline(path);
      const placed = [...placedEntries(path, () => undefined)];
      hold(placed.length === entries.length, 'two readings give as many entries');
      const bytes = readFileSync(path);
      for (const { offset } of placed)
        hold(offset === 0 || bytes[offset - 1] === 0x0a, `no line begins at ${offset}`);
      return `${entries.length > 0 ? 'entries' : 'none'}, ${doubts.length > 0 ? 'doubts' : 'no doubts'}`;
    }),
  allows: nothing,
  pieces: ['{"seq":0,"kind":"ended","atMs":1}\n', '[{"a":', '{"kind":"run"}\n'],
};

/** Whatever could be read of a timeline can be judged and told. */
export const verdict: FuzzTarget = {
  name: 'verdict',
  samples: () => utf8(sample),
  read: (input) =>
    inFile(input, 'timeline.ndjson', (path) => {
      const { entries, doubts } = readTimeline(path);
      const judged = judge(entries, { doubts: () => doubts });
      const texts = [
        toText(judged, entries),
        toJson(judged),
        toJunit(judged, entries),
        toHtml(judged, entries),
      ];
      for (const text of texts)
        hold(!text.includes('\0') && !text.includes('\u001b'), 'a control character is told as it came');
      return judged.outcome;
    }),
  allows: nothing,
};

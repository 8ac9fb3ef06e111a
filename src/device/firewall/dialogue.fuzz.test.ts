import { expect } from 'chai';
import * as fc from 'fast-check';
import { receive, rowLimit, settled, silence, typed, type DialogueState } from './dialogue.ts';
import type { DialogueEvent } from './event.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const textOf = (raw: Uint8Array): string => Buffer.from(raw).toString('latin1');

interface Played {
  readonly state: DialogueState;
  readonly events: readonly DialogueEvent[];
}

function hear(from: DialogueState, chunks: readonly string[]): Played {
  let state = from;
  const events: DialogueEvent[] = [];
  for (const chunk of chunks) {
    const heard = receive(state, latin1(chunk));
    ({ state } = heard);
    events.push(...heard.events);
  }
  return { state, events };
}

/** Every step: something may have been typed, some bytes come in some chunks, and then it is quiet or not. */
interface Turn {
  readonly type?: string | undefined;
  readonly secret: boolean;
  readonly text: string;
  readonly cuts: readonly number[];
  readonly quiet: boolean;
}

function chop(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

function converse(turns: readonly Turn[], cut: (turn: Turn) => string[]): Played {
  let state = silence;
  const events: DialogueEvent[] = [];
  for (const turn of turns) {
    if (turn.type !== undefined)
      state = typed(state, { typed: turn.type, shown: turn.type, secret: turn.secret });
    const heard = hear(state, cut(turn));
    ({ state } = heard);
    events.push(...heard.events);
    if (!turn.quiet) continue;
    const told = settled(state);
    ({ state } = told);
    events.push(...told.events);
  }
  return { state, events };
}

const pieces = fc.constantFrom(
  'edge/pri/act# ',
  'edge/sec/stby> ',
  'edge(config-if)# ',
  'rommon #0> ',
  'Username: ',
  'Password: ',
  '[confirm] ',
  '<--- More --->',
  '\r              \r',
  'show failover',
  'show fail',
  'over',
  '$ow failover',
  '****',
  '..',
  '\r\n',
  '\n\r',
  '\r\r\n',
  '\r',
  '\b',
  '\0',
  '\x1b[K',
  '\x1b',
  '\tSwitching to Active',
  'Beginning configuration replication: Sending to mate.',
  'End Configuration Replication to mate',
  '%ASA-1-104001: (Primary) x',
  'Jan 03 2026 10:11:12: ',
  'Rebooting... ',
  'Use BREAK or ESC to interrupt boot.',
  "Type help or '?' for a list of available commands.",
  'This host: Primary - Active ',
);
const bytes = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 8,
});
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: pieces }, bytes), { maxLength: 12 })
  .map((parts) => parts.join(''));
const turn: fc.Arbitrary<Turn> = fc.record({
  type: fc.option(fc.constantFrom('show failover', '', 'no failover active', 'hidden'), { nil: undefined }),
  secret: fc.boolean(),
  text,
  cuts: fc.array(fc.nat(200), { maxLength: 6 }),
  quiet: fc.boolean(),
});
const turns = fc.array(turn, { maxLength: 8 });

describe('the dialogue, whatever comes', () => {
  it('gives the same events however the bytes are chopped', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const chopped = converse(given, ({ text: all, cuts }) => chop(all, cuts));
        const single = converse(given, ({ text: all }) => Array.from(all));
        const { events, state } = converse(given, ({ text: all }) => [all]);
        expect(chopped.events).to.deep.equal(events);
        expect(single.events).to.deep.equal(events);
        expect({ ...chopped.state, work: 0 }).to.deep.equal({ ...state, work: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it('accounts for every byte', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const { state, events } = converse(given, ({ text: all, cuts }) => chop(all, cuts));
        const told = events.map(({ raw }) => textOf(raw)).join('');
        expect(told + state.raw).to.equal(given.map(({ text: all }) => all).join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (raw, quiet) => {
        const heard = receive(silence, raw);
        const { state, events } = quiet ? settled(heard.state) : { ...heard, events: [] };
        const told = [...heard.events, ...events].map((event) => textOf(event.raw)).join('');
        expect(told + state.raw).to.equal(textOf(raw));
      }),
      { numRuns: 2000 },
    );
  });

  it('looks at each byte a bounded number of times', () => {
    const worst = [
      '\n',
      '<--- More --->',
      '<',
      'x',
      '\b',
      '\x1b[',
      '%ASA-',
      'edge# ',
      '\r',
      '\r\n',
      '<--- More --->x',
    ];
    for (const piece of worst) {
      for (const size of [1, 4096]) {
        const all = piece.repeat(Math.ceil((2 * rowLimit) / piece.length));
        const { state } = hear(silence, all.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []);
        expect(state.work, `${JSON.stringify(piece)} in chunks of ${size}`).to.be.at.most(2 * all.length);
        expect(state.raw.length).to.be.at.most(rowLimit);
      }
    }
  });
});

function output(events: readonly DialogueEvent[]): string[] {
  const told: string[] = [];
  let cut = '';
  for (const event of events) {
    if (event.event !== 'line') continue;
    cut += event.text;
    if (!event.cut) told.push(cut);
    if (!event.cut) cut = '';
  }
  return [...told, cut].filter((each) => each !== '');
}

describe('messages between and inside lines', () => {
  const words = fc.constantFrom(
    'This host:',
    'Primary',
    'Active',
    'Interface',
    'inside',
    '(192.0.2.1):',
    'Normal',
    '(Monitored)',
    '0',
  );
  const line = fc
    .tuple(fc.constantFrom('', '\t', '\t\t'), fc.array(words, { minLength: 1, maxLength: 6 }))
    .map(([indent, all]) => indent + all.join(' '));
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });
  const ending = fc.constantFrom('\r\n', '\r\r\n', '\n\r', '\r\n\r');
  // Those begin a row of their own; these are printed wherever the cursor stands.
  const own = fc.constantFrom(
    '\r\n\tSwitching to Active\r\n',
    '\n\r\tSwitching to Standby\n\r',
    '\r\n\r\n\tDetected an Active mate\r\n',
    '\r\n************WARNING****WARNING****WARNING****\r\n   Mate version 9.8(2) is not identical with ours 9.6(1)\r\n************WARNING****WARNING****WARNING****\r\n',
    '\r\nWARNING: Failover message decryption failure.\r\n',
  );
  const glued = fc.constantFrom(
    'Beginning configuration replication: Sending to mate.\r\n',
    'End Configuration Replication to mate\r\n',
    'Beginning configuration replication from mate.\r\r\n',
    '%ASA-1-105003: (Secondary) Monitoring on interface inside waiting\r\n',
    '<161>Jan 03 2026 10:11:12 edge : %ASA-1-104003: (Primary) Switching to FAILED.\r\n',
  );
  const message = fc.record({ text: fc.oneof(own, glued), at: fc.nat() });

  it('lose no line that stands between them', () => {
    fc.assert(
      fc.property(lines, ending, fc.array(message, { maxLength: 4 }), (all, end, between) => {
        const rows = all.map((each) => each + end);
        for (const { text: said, at } of between) rows.splice(at % (rows.length + 1), 0, said);
        expect(output(hear(silence, rows).events)).to.deep.equal(all);
      }),
      { numRuns: 2000 },
    );
  });

  it('printed into a line, leave it whole', () => {
    fc.assert(
      fc.property(lines, ending, glued, fc.nat(), (all, end, said, at) => {
        const sent = all.map((each) => each + end).join('');
        const place = at % sent.length;
        const heard = hear(silence, [sent.slice(0, place) + said + sent.slice(place)]);
        expect(output(heard.events)).to.deep.equal(all);
        expect(heard.events.filter(({ event }) => event === 'message')).to.have.length(1);
      }),
      { numRuns: 3000 },
    );
  });

  it('that begin a row of their own inside a line, lose none of its words', () => {
    fc.assert(
      fc.property(lines, own, fc.nat(), (all, said, at) => {
        const sent = all.map((each) => `${each}\r\n`).join('');
        const place = at % sent.length;
        const heard = hear(silence, [sent.slice(0, place) + said + sent.slice(place)]);
        expect(output(heard.events).join('')).to.equal(all.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});

import { TopologyError, UsageError } from '../errors.ts';
import { hold, holdSame, inChunks, inFile, nothing, only, utf8 } from '../fuzz/index.ts';
import type { FuzzTarget } from '../fuzz/index.ts';
import { readWaivers } from './read-waivers.ts';
import { TerminalFilter } from './terminal-filter.ts';

const waivers: FuzzTarget = {
  name: 'waivers',
  samples: () =>
    utf8(
      'waivers:\n  - requirement: AS-ONE-ACTIVE\n    firmware: 8.0(2) to 8.2(5)\n    reason: known\n    bug: CSC1\n    expires: "2026-12-31"\n',
      'waivers: [{requirement: a, firmware: any, reason: x, bug: y, expires: 2026-13-41}]\n',
    ),
  read: (input) => inFile(input, 'waivers.yaml', readWaivers).length,
  allows: only(TopologyError, UsageError),
  pieces: ['- {a: b}\n', 'requirement: '],
};

/** What may reach a terminal of escape sequences moves, erases and colours; no other, for one may make it answer. */
const passing = new RegExp(String.raw`\x1b\[[\d;]*[A-HJKLMPXdfm@]`, 'g');
/** Control characters but for those of a teletype, and what turns the direction of writing. */
const unseen = new RegExp(String.raw`(?![\x07-\x0d])[\p{Cc}\p{Cf}]|[\v\f]`, 'u');

const terminal: FuzzTarget = {
  name: 'terminal',
  samples: () =>
    utf8(
      'fw# \u001b[2J\u001b[1;31mred\u001b[m\u001b]52;c;eA==\u0007\u001bP1$r\u001b\\\u009b5n\u001b(0 é\r\n\u202e\u001b[6n\b',
    ),
  read(input) {
    const filter = new TerminalFilter();
    const shown = filter.pass(input);
    const pieces = new TerminalFilter();
    holdSame(
      inChunks(input)
        .map((chunk) => pieces.pass(chunk))
        .join(''),
      shown,
      'chunks make a difference',
    );
    const left = shown.replaceAll(passing, '');
    hold(!unseen.test(left), `${JSON.stringify(unseen.exec(left)?.[0])} is passed`);
    return 'shown';
  },
  allows: nothing,
  pieces: ['\u001b]', '\u001b[', '\u001b[1;', '\u001b(', '\u001bP'],
};

/** What the command line itself reads, to be given spoiled input. */
export const fuzzedHere: readonly FuzzTarget[] = [waivers, terminal];

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { array, assert as holds, constantFrom, oneof, property, string } from 'fast-check';
import { UnreadLineError } from '../errors.ts';
import { parsers } from './index.ts';
import type { ShowParser } from './index.ts';

const root = join(import.meta.dirname, 'samples');
const folderOf = (parser: ShowParser<unknown>): string => join(root, parser.command.replaceAll(' ', '-'));

/** The names of the samples of a parser, without their endings. */
function samplesOf(parser: ShowParser<unknown>): string[] {
  const folder = folderOf(parser);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length));
}

const textOf = (parser: ShowParser<unknown>, name: string): string =>
  readFileSync(join(folderOf(parser), `${name}.txt`), 'utf8');

/** Parses, and gives the error instead of throwing it. */
function attempt(parser: ShowParser<unknown>, text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    return error;
  }
}

function withLine(text: string, at: number, line: string): string {
  const lines = text.split('\n');
  lines.splice(at, 0, line);
  return lines.join('\n');
}

/** Ways in which a terminal, a mail or a document changes the blanks of an output and nothing else. */
const disguises: Readonly<Record<string, (line: string) => string>> = {
  'without indentation': (line) => line.trimStart(),
  'without trailing blanks': (line) => line.trimEnd(),
  'with trailing blanks': (line) => `${line.trimEnd()} \t `,
  'with TABs expanded': (line) => line.replaceAll('\t', '        '),
  'with single blanks': (line) => line.replaceAll(/[ \t]+/g, ' '),
  'with blanks as TABs': (line) => line.replaceAll(' ', '\t'),
  'with carriage returns': (line) => `\r${line}\r\r`,
  'with blank lines between': (line) => `${line}\n \t\n`,
  'with the pager between pages': (line) => `<--- More --->\r              \r${line}`,
};

const unheardOf = [
  '%%% an unheard-of line %%%',
  'flux capacitor is charging',
  '???',
  'Failover quux maybe (x)',
  '\u00a0',
];

describe('the samples', () => {
  it('belong to a parser, each', () => {
    const known = parsers.map(({ command }) => command.replaceAll(' ', '-'));
    expect(known).to.include.members(readdirSync(root));
  });

  for (const parser of parsers) {
    describe(parser.command, () => {
      const names = samplesOf(parser);

      it('has at least one', () => expect(names).to.not.be.empty);

      it('has the expected facts of each, and of no other', () => {
        const facts = readdirSync(folderOf(parser)).filter((file) => file.endsWith('.json'));
        expect(facts).to.have.members(names.map((name) => `${name}.json`));
      });

      for (const name of names) {
        const text = textOf(parser, name);
        const expected: unknown = JSON.parse(readFileSync(join(folderOf(parser), `${name}.json`), 'utf8'));

        it(`reads ${name}`, () => expect(parser.parse(text)).to.deep.equal(expected));

        for (const [how, disguise] of Object.entries(disguises)) {
          it(`reads ${name} ${how}`, () => {
            const disguised = text.split('\n').map(disguise).join('\n');
            expect(parser.parse(disguised)).to.deep.equal(expected);
          });
        }

        it(`refuses an unheard-of line anywhere in ${name}`, () => {
          for (let at = 0; at <= text.split('\n').length; at += 1) {
            for (const line of unheardOf) {
              const error = attempt(parser, withLine(text, at, line));
              expect(error, `after line ${at}: ${line}`).to.be.instanceOf(UnreadLineError);
              expect(error).to.include({ line: at + 1, text: line, command: parser.command });
            }
          }
        });
      }

      it('refuses a second output after the first, or a table that begins anew', () => {
        // What one command prints twice cannot be told from one output where a table simply goes on.
        const lists = ['show interface', 'show interface ip brief', 'show failover interface'];
        for (const name of names.filter((sample) => sample !== 'nothing-configured')) {
          const text = textOf(parser, name)
            .replace(/^\S*[#>] *sh.*\n/, '')
            .replace(/^\S*[#>] *$/m, '');
          if (lists.includes(parser.command)) continue;
          expect(attempt(parser, `${text}\n${text}`), name).to.be.instanceOf(UnreadLineError);
        }
      });

      it('never fails otherwise than with UnreadLineError, whatever lines are lost, moved or doubled', () => {
        const lines = names.flatMap((name) => textOf(parser, name).split('\n'));
        const jumbled = array(constantFrom(...lines), { maxLength: 60 }).map((some) => some.join('\n'));
        holds(
          property(jumbled, (text) => onlyUnread(attempt(parser, text))),
          { numRuns: 150 },
        );
      });

      it('never fails otherwise than with UnreadLineError on any text', () => {
        const text = oneof(
          string({ maxLength: 400 }),
          string({ unit: 'binary', maxLength: 200 }),
          string({ unit: constantFrom(...' \t\r\n:(),/=|#>-"0aS'.split('')), maxLength: 400 }),
        );
        holds(
          property(text, (any) => onlyUnread(attempt(parser, any))),
          { numRuns: 300 },
        );
      });

      it('reads or refuses very long lines and very many of them', () => {
        const pieces = [
          ' ',
          'a',
          '0 ',
          '=',
          'a a ',
          '(',
          ') status (',
          'slot 1: a rev (',
          ', 0 a',
          'a: ',
          '0x1 ',
          ' - ',
          '"',
        ];
        const openings = [
          '',
          'slot 1: ',
          'Hardware: ',
          'Interface a (',
          'Description: ',
          'BIOS Flash ',
          'This host: ',
          'failover ',
        ];
        for (const opening of openings) {
          for (const piece of pieces) onlyUnreadOrThrow(attempt(parser, opening + piece.repeat(20_000)));
        }
        for (const name of names) {
          const text = textOf(parser, name);
          for (const line of text.split('\n')) {
            const many = text.replace(line, () => `${line}\n`.repeat(300));
            onlyUnreadOrThrow(attempt(parser, many));
          }
        }
      });
    });
  }
});

const onlyUnread = (outcome: unknown): boolean =>
  !(outcome instanceof Error) || outcome instanceof UnreadLineError;

function onlyUnreadOrThrow(outcome: unknown): void {
  if (outcome instanceof Error && !onlyUnread(outcome)) throw outcome;
}

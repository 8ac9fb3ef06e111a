import { expect } from 'chai';
import * as fc from 'fast-check';
import { TerminalFilter } from './terminal-filter.ts';

const pass = (text: string): string => new TerminalFilter().pass(Buffer.from(text));
const esc = '\u{1b}';

describe('what a console prints, as a terminal may see it', () => {
  it('passes text, and what a teletype has', () => {
    for (const text of ['fw# show failover\r\n', 'a\tb\b \u{7}', '«Grüße» 漢字 🙂'])
      expect(pass(text)).to.equal(text);
  });

  it('passes what moves the cursor, erases and colours', () => {
    for (const sequence of ['[A', '[2K', '[J', '[12;40H', '[1;31m', '[0m', '[3D', '[P'])
      expect(pass(`a${esc}${sequence}b`)).to.equal(`a${esc}${sequence}b`);
  });

  for (const [what, hostile, left] of [
    ['the title of the window', `${esc}]0;owned\u{7}ok`, 'ok'],
    ['the clipboard', `${esc}]52;c;cm0gLXJm${esc}\\ok`, 'ok'],
    ['a device control string', `${esc}P+q544e${esc}\\ok`, 'ok'],
    ['a question for its position, answered as if typed', `${esc}[6nok`, 'ok'],
    ['a question for its kind', `${esc}[c${esc}[>c${esc}Zok`, 'ok'],
    ['answerback', 'o\u{5}k', 'ok'],
    ['modes: alternate screen, mouse, bracketed paste', `${esc}[?1049h${esc}[?1003h${esc}[?2004hok`, 'ok'],
    ['a reset, and another character set', `${esc}co${esc}(0k\u{e}\u{f}`, 'ok'],
    ['keys that are defined anew', `${esc}[0;59;"x";13pok`, '";13pok'],
    ['control characters of eight bits', '\u{9b}6n\u{9d}0;x\u{9c}', '6n0;x'],
    ['text that runs the other way', 'a\u{202e}b\u{200b}c', 'abc'],
    ['deletes and nulls', 'o\u{0}\u{7f}k', 'ok'],
  ] as const)
    it(`keeps back ${what}`, () => expect(pass(hostile)).to.equal(left));

  it('hides nothing behind a string that never ends', () => {
    expect(pass(`${esc}]0;hidden\r\nfw# seen`)).to.equal('\rfw# seen'.replace('\r', '\r\n'));
    expect(pass(`${esc}[${'1'.repeat(100)}`)).to.have.length.greaterThan(50);
  });

  it('says the same however the bytes are cut, and never lets more escapes through than it knows', () => {
    const pieces = fc.constantFrom(
      esc,
      '[',
      ']',
      '6n',
      '31m',
      '2J',
      'x',
      '\u{7}',
      '\r\n',
      'ü',
      '\u{9b}',
      ';',
      'P',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), (all, cut) => {
        const bytes = Buffer.from(all.join(''));
        const at = bytes.length === 0 ? 0 : cut % bytes.length;
        const filter = new TerminalFilter();
        const inTwo = filter.pass(bytes.subarray(0, at)) + filter.pass(bytes.subarray(at));
        expect(inTwo).to.equal(pass(all.join('')));
        const known = new RegExp(String.raw`${esc}\[[\d;]*[A-HJKLMPXdfm@]`, 'gu');
        const left = Array.from(inTwo.replaceAll(known, ''));
        expect(left.filter((char) => char === esc || (char >= '\u{80}' && char <= '\u{9f}'))).to.deep.equal(
          [],
        );
      }),
      { numRuns: 2000 },
    );
  });
});

/** What repeats itself hundreds of thousands of times is read once: at its square, each of these takes minutes. */
import { expect } from 'chai';
import { UnreadLineError } from '../errors.ts';
import { wordsOf } from '../listen/index.ts';
import { visibleLine } from '../report/index.ts';
import { showFailover, showVersion } from '../show/index.ts';
import { snmpText } from '../transport/index.ts';

const often = 400_000;

describe('what is without end', () => {
  it('loses what stands at its end and nothing before it', () => {
    const ends = Buffer.from(`a${'\n'.repeat(often)}b\r\n\0`);
    expect(wordsOf(ends)).to.equal(ends.toString('utf8').slice(0, -3));
    const padded = Buffer.from(`a${'\0'.repeat(often)}b\0\0`);
    expect(snmpText(padded)).to.equal(padded.toString('utf8').slice(0, -2));
  });

  it('is shown in one line', () => {
    expect(visibleLine(`a${' '.repeat(often)}b \n c`)).to.equal(`a${' '.repeat(often)}b c`);
  });

  const lines: Readonly<Record<string, string>> = {
    'a ruler': `---- show a${'-'.repeat(often)}x`,
    'a version': `a, ${'1'.repeat(often)} x y, Up`,
    'a sentence about keys': `The flash ${'key '.repeat(often)}!`,
  };
  for (const [what, line] of Object.entries(lines))
    it(`is refused as ${what}`, () => {
      for (const { parse } of [showFailover, showVersion])
        expect(() => parse(line)).to.throw(UnreadLineError);
    });
});

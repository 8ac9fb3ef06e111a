import { expect } from 'chai';
import { BenchError, UnreadLineError } from '../errors.ts';
import { tellError } from './exit-code.ts';

describe('an error, as it is told', () => {
  for (const error of [
    new BenchError('console', 'it said "\u001b]0;owned\u0007\u009b31m"\nand hung up'),
    new UnreadLineError('show failover', 3, '\u009b2J', 'expected a row'),
    new Error('\u001b[2J'),
  ])
    it(`has nothing in it that a terminal would obey: ${error.name}`, () => {
      const { text } = tellError(error);
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      expect(text).to.not.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      expect(text).to.match(/\\x1b|\\x9b/);
    });

  it('keeps its lines', () => {
    expect(tellError(new BenchError('console', 'none of 2 ways:\n  - one\n  - two')).text).to.equal(
      'console: none of 2 ways:\n  - one\n  - two',
    );
  });
});

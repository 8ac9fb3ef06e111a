import { expect } from 'chai';
import * as fc from 'fast-check';
import { nearest, suggestion } from './nearest.ts';

describe('nearest', () => {
  const keys = ['console', 'management', 'power', 'cables', 'serial'];
  const rows: readonly [string, readonly string[]][] = [
    ['consol', ['console']],
    ['consle', ['console']],
    ['cosnole', ['console']],
    ['CONSOLE', ['console']],
    ['pwoer', ['power']],
    ['manage', ['management']],
    ['cable', ['cables']],
    ['voltage', []],
    ['x', []],
    ['', []],
  ];
  for (const [wrong, expected] of rows)
    it(`finds ${expected.join(' and ') || 'nothing'} near ${JSON.stringify(wrong)}`, () =>
      expect(nearest(wrong, keys)).to.deep.equal(expected));

  it('puts the nearest first, and three at most', () => {
    expect(nearest('sw1', ['sw12', 'sw', 'sw2', 'sw3', 'sw1a'])).to.have.length(3);
    expect(nearest('insid', ['inside2', 'inside'])).to.deep.equal(['inside', 'inside2']);
  });

  it('says what is known when nothing is near, ten names at most', () => {
    expect(suggestion('voltage', keys)).to.equal('; known here: console, management, power, cables, serial');
    expect(suggestion('x', [])).to.equal('; none is known here');
    const many = Array.from({ length: 12 }, (_, i) => `switch-${i}`);
    expect(suggestion('?', many)).to.match(/, switch-9, and 2 more$/);
  });

  it('always finds a name with one letter left out, added, replaced or swapped', () => {
    const name = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('drop', 'add', 'replace', 'swap'), (word, seed, how) => {
        const i = seed % (word.length - 1);
        const wrong = {
          drop: word.slice(0, i) + word.slice(i + 1),
          add: `${word.slice(0, i)}q${word.slice(i)}`,
          replace: `${word.slice(0, i)}q${word.slice(i + 1)}`,
          swap: word.slice(0, i) + (word[i + 1] ?? '') + (word[i] ?? '') + word.slice(i + 2),
        }[how];
        expect(nearest(wrong, [word, 'entirely-different'])).to.include(word);
      }),
    );
  });
});

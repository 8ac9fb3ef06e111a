import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import type { Equivalent } from './equivalent.ts';
import { mutated } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { mutateHelp, mutateOptions } from './mutate-options.ts';
import { mutationsOf } from './mutations.ts';
import type { Tried } from './pool.ts';
import { sampleOf } from './sample.ts';
import { rowOf, scoreOf, scoreText } from './tell.ts';
import { tokensOf } from './tokens.ts';

const all = (text: string): readonly string[] => mutationsOf(text).map((each) => mutated(text, each));

describe('the tokens of a text', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['a === 1_000 // no', 'a === 1_000'],
    ['/* no */ a?.b ?? c', 'a ?. b ?? c'],
    ["x ? '/' : 'it\\'s'", "x ? '/' : 'it\\'s'"],
    ['a / b / c', 'a / b / c'],
    ['return /[/"]\\/x/g.test(a)', 'return /[/"]\\/x/g . test ( a )'],
    ['[1] / 2', '[ 1 ] / 2'],
    ['`a ${b > `${c}`} }` < d', '`a ${b > `${c}`} }` < d'],
    ['`\\`${ {a: 1} }`', '`\\`${ {a: 1} }`'],
    ['...a => b', '... a => b'],
  ];
  for (const [text, expected] of rows)
    it(text, () =>
      expect(
        tokensOf(text)
          .map((token) => token.text)
          .join(' '),
      ).to.equal(expected),
    );

  it('are refused where a template or a bracket has no end', () => {
    expect(() => tokensOf('`a')).to.throw(RangeError, 'the template at 0 has no end');
    expect(() => mutationsOf('if (a')).to.throw(RangeError, 'the bracket at 3 is never closed');
  });
});

describe('the mutations of a text', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['a === b', ['a !== b']],
    ['a < 1', ['a <= 1', 'a < 2']],
    ['a && !b', ['a || !b', 'a && b']],
    ['if (a) b()', ['if (!(a)) b()']],
    ['c = a ? x : y', ['c = a  && false ? x : y']],
    ['c = a ?? 0;', ['c = a ;', 'c = a ?? 1;']],
    ['c = a ?? b.c', []],
    ['c = -1', ['c = -2']],
    ["c = a - 1 + 'x'", ["c = a + 1 + 'x'", "c = a - 2 + 'x'"]],
    ['c = true', ['c = false']],
    ['a.some(f)', ['a.every(f)']],
    ['Math.max(a, b)', ['Math.min(a, b)']],
    ['const { min } = a', []],
    ['c = { true: d }', []],
    ['c = [a, ...b, { d: e }]', ['c = [ ...b, { d: e }]', 'c = [a,  { d: e }]', 'c = [a, ...b, ]']],
    ['const [a, b] = c', []],
    ['for (const [a] of c) d()', []],
    ['e.map(([a, b]) => a)', []],
    ['function f({ g }, [a]) {}', []],
    ['d[a] = b', []],
    ["c = 'a < b' // a < b", []],
  ];
  for (const [text, expected] of rows) it(text, () => expect(all(text)).to.deep.equal(expected));
});

describe('the score', () => {
  const mutant = (line: number, was: string): Mutant => ({
    kind: 'row',
    from: 0,
    to: 1,
    by: '',
    file: 'a.js',
    source: 'a.ts',
    line,
    was,
    is: 'b',
  });
  const tried: readonly Tried[] = [
    { mutant: mutant(1, 'one'), fate: { fate: 'killed', by: 'a test' } },
    { mutant: mutant(2, 'two'), fate: { fate: 'survived' } },
    { mutant: mutant(3, 'three'), fate: { fate: 'survived' } },
    { mutant: mutant(4, 'four'), fate: { fate: 'void', why: 'no program' } },
  ];
  const same = (was: string): Equivalent => ({
    source: 'a.ts',
    was,
    is: 'b',
    why: 'no matter',
  });

  it('is what was killed of all that could be', () => {
    const score = scoreOf(tried, [same('three')], true);
    expect(score).to.include({ killed: 1, equivalent: 1, void: 1, percent: 50 });
    expect(score.survived.map(({ line }) => line)).to.deep.equal([2]);
    expect(score.untrue).to.deep.equal([]);
    expect(scoreText(score)).to.equal(
      '1 mutants killed, 1 survived, 1 change nothing, 1 are no programs: 50.0 %\n',
    );
  });

  it('tells an equivalent that was noticed, and one that is no more, if all were tried', () => {
    expect(scoreOf(tried, [same('one'), same('gone')], true).untrue.map(({ was }) => was)).to.deep.equal([
      'one',
      'gone',
    ]);
    const sampled = scoreOf(tried, [same('one'), same('gone')], false);
    expect(sampled.untrue.map(({ was }) => was)).to.deep.equal(['one']);
    expect(scoreText(sampled)).to.contain('listed as changing nothing, and it is not so: a.ts: one → b');
  });

  it('is nothing of nothing', () => expect(scoreOf([], [], true).percent).to.equal(0));

  it('has a row for each', () =>
    expect(tried.map(rowOf)).to.deep.equal([
      'a.ts:1  row: one → b  killed by a test',
      'a.ts:2  row: two → b  SURVIVED',
      'a.ts:3  row: three → b  SURVIVED',
      'a.ts:4  row: four → b  void: no program',
    ]));
});

describe('a sample', () => {
  const mutantsOf = (source: string, count: number): readonly Mutant[] =>
    Array.from({ length: count }, (_, line): Mutant => ({
      kind: 'row',
      from: line,
      to: line,
      by: '',
      file: source,
      source,
      line,
      // Some say the same as others do, and are drawn by themselves for all that.
      was: `row ${line % 400}`,
      is: '',
    }));
  const thousand = mutantsOf('a.ts', 1000);

  it('is the same for the same seed, another one for another, and in order', () => {
    const one = sampleOf(thousand, 10, 1);
    expect(one.length).to.be.within(60, 140);
    expect(new Set(one.map(({ was }) => was)).size).to.be.above(one.length / 2);
    expect(sampleOf(thousand, 10, 1)).to.deep.equal(one);
    expect(sampleOf(thousand, 10, 2)).to.not.deep.equal(one);
    expect(one.toSorted((a, b) => a.line - b.line)).to.deep.equal(one);
    expect(sampleOf(thousand, 1, 3)).to.deep.equal(thousand);
  });

  it('of a file is the same whatever is added elsewhere, and wherever its lines have moved', () => {
    const alone = sampleOf(thousand, 10, 1).map(({ line }) => line);
    const moved = thousand.map((mutant) => ({ ...mutant, line: mutant.line + 5, from: mutant.from + 99 }));
    const beside = sampleOf([...mutantsOf('b.ts', 7), ...moved, ...mutantsOf('c.ts', 500)], 10, 1);
    const own = beside.filter(({ source }) => source === 'a.ts').map(({ line }) => line - 5);
    expect(own).to.deep.equal(alone);
    expect(beside.length).to.be.above(own.length);
  });
});

describe('the options of npm run mutants:model', () => {
  it('are all mutants of all sources, if nothing is said', () => {
    expect(mutateOptions([])).to.deep.include({ sources: [], oneIn: 1, seed: 1, floor: 100, slow: false });
  });

  it('are what is asked for', () => {
    const args = 'course/ --one-in 70 --seed 2 --floor 80 --workers 1 --survivors window.ts'.split(' ');
    expect(mutateOptions(args)).to.deep.include({
      sources: ['course/', 'window.ts'],
      oneIn: 70,
      seed: 2,
      floor: 80,
      workers: 1,
      survivors: true,
    });
  });

  for (const [args, why] of [
    ['--one-in 0', /--one-in is a whole number from 1 on, not 0/],
    ['--floor most', /--floor is a whole number from 0 on, not most/],
    ['--sample 40', /--sample/],
  ] as const)
    it(`refuse ${args}`, () => {
      expect(() => mutateOptions(args.split(' '))).to.throw(UsageError, why);
    });

  it('are all in the help', () => {
    for (const name of ['one-in', 'seed', 'floor', 'survivors', 'slow', 'workers'])
      expect(mutateHelp).to.contain(`\n  --${name} `);
  });
});

describe('the model, spoiled', function () {
  this.timeout(120_000);
  const door = resolve(import.meta.dirname, '../../dist/src/mutation/mutate.js');

  it('is noticed by its tests: a sample of all mutations', async function () {
    if (!existsSync(door)) {
      if (process.env['CI']) throw new Error('the sources are not compiled: npm run build');
      this.skip();
    }
    const { code, out } = await ran(['--one-in', '70', '--floor', '85', '--workers', '1']);
    expect(code, out).to.equal(0);
  });

  function ran(options: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
    return new Promise((done) => {
      const child = execFile(process.execPath, [door, ...options], (_error, out, err) =>
        done({ code: child.exitCode ?? -1, out: out + err }),
      );
    });
  }
});

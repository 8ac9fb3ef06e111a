import { expect } from 'chai';
import { fuzzedHere } from '../cli/fuzzed.ts';
import { UsageError } from '../errors.ts';
import { Chance } from './chance.ts';
import { fuzzOptions } from './fuzz-options.ts';
import { costlyOneIn, fuzzTarget, inputOf } from './fuzz-target.ts';
import { fuzzedText, fuzzTarget as fromTheDoor, targets } from './index.ts';
import { only, textOf, utf8 } from './target.ts';
import type { FuzzTarget } from './target.ts';
import { tryInput } from './try-input.ts';

const all = [...targets, ...fuzzedHere];
/** As many as CI has time for; `npm run fuzz` tries any number. */
const count = 25;

describe('fuzzing', () => {
  for (const target of all) {
    it(`breaks no contract: ${target.name}`, async () => {
      const seeds = target.isCostly ? count * costlyOneIn * 0.2 : count;
      const fuzzed = await fuzzTarget(target, { from: 1, count: seeds });
      expect(fuzzed.failures, fuzzedText(fuzzed)).to.deep.equal([]);
      expect(fuzzed.inputs).to.be.at.least(5);
    });
  }

  it('gives each target a name of its own, and honest input that it reads', async () => {
    expect(new Set(all.map(({ name }) => name)).size).to.equal(all.length);
    for (const target of all) {
      const outcomes: string[] = [];
      for (const sample of target.samples()) outcomes.push((await tryInput(target, sample)).outcome);
      expect(
        outcomes.some((outcome) => outcome.startsWith('read')),
        `${target.name}: ${outcomes.join('; ')}`,
      ).to.equal(true);
    }
  });

  const brittle: FuzzTarget = {
    name: 'brittle',
    samples: () => utf8('a: 1, b: 2, c: 3\n'),
    read(input) {
      const text = textOf(input);
      if (/b: \d{20}/.test(text)) throw new RangeError('a number without end');
      if (text.includes('1, ')) return 'read';
      throw new UsageError('no 1');
    },
    allows: only(UsageError),
  };

  it('finds what breaks a contract, the same by the same seed, and makes it small', async () => {
    const { failures } = await fuzzTarget(brittle, { from: 1, count: 3000 });
    const [first] = failures;
    expect(first?.broken).to.include('RangeError: a number without end');
    expect(textOf(first!.input)).to.match(/^b: \d{20}$/);
    const again = await fuzzTarget(brittle, { from: first!.seed, count: 1 });
    expect(again.failures.map(({ input }) => textOf(input))).to.deep.equal([textOf(first!.input)]);
    expect(fuzzedText(again)).to.include(`npm run fuzz -- brittle --from ${first!.seed} --seeds 1`);
    expect(Buffer.compare(inputOf(brittle, first!.seed), inputOf(brittle, first!.seed))).to.equal(0);
  });

  it('tells what is refused as it should be from what is not', async () => {
    expect(await tryInput(brittle, Buffer.from('a: 1, '))).to.include({ outcome: 'read: read' });
    expect(await tryInput(brittle, Buffer.from('none'))).to.not.have.property('broken');
    const thrown = await tryInput(
      { ...brittle, read: () => Promise.reject(new TypeError('x')) },
      Buffer.alloc(0),
    );
    expect(thrown.broken).to.include('TypeError: x');
    expect(fromTheDoor).to.equal(fuzzTarget);
  });

  it('chooses from all there is, and evenly', () => {
    const chance = new Chance(7);
    const counts = [0, 0, 0, 0];
    for (let left = 4000; left > 0; left--) counts[chance.below(4)]! += 1;
    for (const often of counts) expect(often).to.be.within(850, 1150);
    expect(() => chance.of([])).to.throw(RangeError);
  });

  it('refuses what it cannot do', () => {
    expect(fuzzOptions(['telnet', '--seeds', '7'], all)).to.include({ seeds: 7, from: 1 });
    expect(() => fuzzOptions(['telnot'], all)).to.throw(UsageError, /telnet/);
    expect(() => fuzzOptions(['--seeds', 'x'], all)).to.throw(UsageError, /--seeds is a whole number/);
    expect(() => fuzzOptions(['--sides'], all)).to.throw(UsageError);
  });
});

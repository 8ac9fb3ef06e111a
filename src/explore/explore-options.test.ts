import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { drawings } from './any-drawn.ts';
import { exploreHelp, exploreOptions } from './explore-options.ts';

describe('the options of npm run explore', () => {
  it('are a hundred seeds of anything, if nothing is said', () => {
    expect(exploreOptions([])).to.include({ seeds: 100, from: 1, only: 'anything', seed: undefined });
  });

  it('are the seeds that are asked for', () => {
    const args = '--only questions --seeds 2000 --from 300001 --workers 1'.split(' ');
    expect(exploreOptions(args)).to.include({ seeds: 2000, from: 300_001, workers: 1, only: 'questions' });
    expect(exploreOptions(['--seed', '7', '--path', '0:1'])).to.include({ seed: 7, path: '0:1' });
  });

  for (const [args, why] of [
    ['--seeds many', /--seeds is a whole number from 1 on, not many/],
    ['--seeds 0', /--seeds is a whole number from 1 on, not 0/],
    ['--from 1.5', /--from is a whole number from 0 on, not 1.5/],
    ['--seed 99999999999', /--seed is a whole number/],
    ['--only answers', /--only is one of anything, .*questions/],
    ['--sedes 3', /--sedes/],
  ] as const)
    it(`refuse ${args}`, () => {
      expect(() => exploreOptions(args.split(' '))).to.throw(UsageError, why);
    });

  it('are all in the help, and so is every drawing', () => {
    const named = Object.keys(exploreOptions([])).filter((name) => !['worker', 'help'].includes(name));
    for (const name of named) expect(exploreHelp).to.contain(`--${name}`);
    for (const name of Object.keys(drawings)) expect(exploreHelp).to.contain(name);
  });
});

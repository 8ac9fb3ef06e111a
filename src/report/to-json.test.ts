import { expect } from 'chai';
import { toJson } from './index.ts';
import { liveRun } from './live-run.test-support.ts';

describe('the verdict as JSON', () => {
  const { verdict } = liveRun();

  it('is the verdict, with null for an end that is not known', () => {
    const read: unknown = JSON.parse(toJson(verdict));
    expect(read).to.deep.equal(JSON.parse(JSON.stringify(verdict)));
    expect(toJson(verdict)).to.include('"hiMs": null');
  });

  it('has its keys in order, whatever order they came in', () => {
    const { format, outcome, exitCode, ...rest } = verdict;
    expect(toJson({ ...rest, exitCode, outcome, format })).to.equal(toJson(verdict));
    const keys = [...toJson(verdict).matchAll(/^ {2}"(\w+)"/gm)].map(([, key]) => key);
    expect(keys).to.deep.equal(keys.toSorted((a = '', b = '') => (a < b ? -1 : 1)));
  });

  it('writes what a terminal would obey as numbers, which is the same to a reader', () => {
    const doubts = ['a\u009B2Jb\u007F\u202Ec\uD800'];
    const text = toJson({ ...verdict, doubts });
    expect(text).to.include(String.raw`"a\u009b2Jb\u007f\u202ec\ud800"`);
    expect(JSON.parse(text)).to.deep.include({ doubts });
  });
});

import { expect } from 'chai';
import type { AskingTest } from './peer.test-support.ts';
import { needsProgram, programPath } from './peer.test-support.ts';

const absent = 'there-is-no-such-program';

class Skipped extends Error {}

const skip = (): never => {
  throw new Skipped();
};

/** A test that is running, as far as the rule can tell. */
function running(): { test: AskingTest; title: () => string } {
  const currentTest = { title: 'asks a peer' };
  return { test: { currentTest, skip }, title: () => currentTest.title };
}

describe('peers in tests', () => {
  const before = process.env['CI'];

  afterEach(() => {
    if (before === undefined) delete process.env['CI'];
    else process.env['CI'] = before;
  });

  it('a program that is there is found by its path', () => {
    expect(programPath('sh')).to.match(/^\/.*\/sh$/);
    expect(needsProgram(running().test, 'sh')).to.equal(programPath('sh'));
  });

  it('without the program, a test is pending and says why', () => {
    delete process.env['CI'];
    const { test, title } = running();
    expect(() => needsProgram(test, absent)).to.throw(Skipped);
    expect(title()).to.equal(`asks a peer (pending: ${absent} is not installed)`);
  });

  it('without the program, a test fails where CI is set', () => {
    process.env['CI'] = '1';
    expect(() => needsProgram(running().test, absent)).to.throw(/not installed.*CI/);
  });
});

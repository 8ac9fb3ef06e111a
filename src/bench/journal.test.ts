import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Journal } from './journal.ts';

describe('the journal', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'journal-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const lines = (): unknown[] =>
    readFileSync(join(folder, 'journal.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);

  it('has the intent on disk before it returns, and what was mended after', () => {
    const journal = new Journal(folder);
    const power = journal.intend('power of primary on', () => Promise.resolve());
    expect(lines()).to.deep.equal([{ intent: 1, restores: 'power of primary on' }]);
    journal.mended(power);
    journal.mended(power);
    expect(lines()).to.deep.equal([{ intent: 1, restores: 'power of primary on' }, { mended: 1 }]);
    journal.close();
  });

  it('gives what is open in reverse order', () => {
    const journal = new Journal(folder);
    journal.intend('first', () => Promise.resolve());
    const second = journal.intend('second', () => Promise.resolve());
    journal.intend('third', () => Promise.resolve());
    journal.mended(second);
    expect(journal.open.map(({ restores }) => restores)).to.deep.equal(['third', 'first']);
    journal.close();
  });

  it('never writes over the journal of another run', () => {
    new Journal(folder).close();
    expect(() => new Journal(folder)).to.throw(/EEXIST/);
  });
});

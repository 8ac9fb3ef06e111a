import { expect } from 'chai';
import type { OpenIntents } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { agreeToJournal } from './agree-to-journal.ts';

const written = { intent: 'i', run: 'theirs', order: 1, when: '2026-11-22T21:00:00Z', restores: 'all' };
const typing: OpenIntents = {
  open: [
    {
      ...written,
      of: {
        kind: 'configurations',
        run: 'theirs',
        saved: [],
        undo: [{ on: 'active', lines: ['tftp-server outside 192.0.2.66 {{LAB_ENABLE}}\u009b'] }],
        key: false,
      },
    },
  ],
  unread: [],
};
const switching: OpenIntents = {
  open: [{ ...written, of: { kind: 'outlets', unit: 'primary', outlets: [] } }],
  unread: [],
};

describe('a journal that was brought here', () => {
  const { isTTY } = process.stdin;
  const write = process.stderr.write.bind(process.stderr);
  let said = '';
  beforeEach(() => {
    said = '';
    process.stdin.isTTY = false;
    process.stderr.write = (words: string | Uint8Array) => (said += String(words)).length >= 0;
  });
  afterEach(() => {
    process.stdin.isTTY = isTTY;
    process.stderr.write = write;
  });

  const refused = async (asked: Promise<void>): Promise<unknown> =>
    asked.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('shows what it has typed, and nothing is typed that nobody agreed to', async () => {
    expect(await refused(agreeToJournal(typing, 'copy', undefined))).to.be.instanceOf(UsageError);
    expect(said).to.contain('on active: tftp-server outside 192.0.2.66').and.not.to.contain('\u009b');
    expect(await refused(agreeToJournal(typing, 'copy', true))).to.equal(undefined);
  });

  it('is not asked about where it only has switched what was switched', async () => {
    expect(await refused(agreeToJournal(switching, 'copy', undefined))).to.equal(undefined);
    expect(said).to.equal('');
  });
});

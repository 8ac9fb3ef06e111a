import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { VirtualClock } from '../../virtual-clock.ts';
import { benchFolderAt } from '../kept/bench-folder.ts';
import type { Change } from './changed.ts';
import { JournalFile } from './journal-file.ts';
import { Journal } from './journal.ts';

const nothing = (): Promise<void> => Promise.resolve();
const port = (name: string): Change => ({
  restores: `${name} of sw1 up`,
  of: { kind: 'port', unit: 'primary', switch: 'sw1', port: name, prior: 'up', linked: true },
});

describe('the journal', () => {
  let folder = '';
  const clock = new VirtualClock();
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'journal-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const kept = () => benchFolderAt(join(folder, 'rack.bench'));
  const linesOf = (path: string): readonly Record<string, unknown>[] =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const openIn = (path = kept().journal): readonly string[] =>
    new JournalFile(path).read().open.map(({ restores }) => restores);

  it('has the intent on disk before it returns, of the bench and of the run with the same lines, and what was mended after', () => {
    const journal = new Journal({ clock, folder, kept: kept() });
    const intent = journal.intend(port('Gi1'), nothing);
    const own = linesOf(join(folder, 'journal.ndjson'));
    expect(own).to.have.length(1);
    expect(own[0]).to.deep.include({ intent: intent.id, run: basename(folder), order: 1, ...port('Gi1') });
    expect(linesOf(kept().journal)).to.deep.equal(own);
    journal.mended(intent);
    journal.mended(intent);
    expect(linesOf(kept().journal)).to.have.length(2);
    expect(linesOf(join(folder, 'journal.ndjson'))[1]).to.include({ mended: intent.id });
    for (const path of [kept().journal, join(folder, 'journal.ndjson')])
      expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(statSync(kept().folder).mode & 0o777).to.equal(0o700);
  });

  it('takes no way out of its folder for the name of a text, and nothing of two lines to be typed', () => {
    const sound = { unit: 'primary', serial: '1', which: 'running', file: 'a.txt', sha256: '0'.repeat(64) };
    const undo = { on: 'active', lines: ['no x'] };
    const readAs = (run: string, saved: object, undone: object): number => {
      const of = { kind: 'configurations', run, saved: [saved], undo: [undone], key: false };
      const line = { intent: 'i', run, order: 1, when: '2026-11-22T21:00:00Z', restores: 'x', of };
      const path = join(folder, 'read.ndjson');
      writeFileSync(path, `${JSON.stringify(line)}\n`);
      return new JournalFile(path).read().open.length;
    };
    expect(readAs('2026 run', sound, undo)).to.equal(1);
    expect(readAs('..', sound, undo)).to.equal(0);
    expect(readAs('run', { ...sound, file: '..' }, undo)).to.equal(0);
    expect(readAs('run', sound, { ...undo, lines: ['no x\nreload'] })).to.equal(0);
    expect(readAs('run', sound, { ...undo, context: 'a\rb' })).to.equal(0);
  });

  it('gives what is open in reverse order', () => {
    const journal = new Journal({ clock, folder });
    journal.intend(port('first'), nothing);
    const second = journal.intend(port('second'), nothing);
    journal.intend(port('third'), nothing);
    journal.mended(second);
    expect(journal.open.map(({ restores }) => restores)).to.deep.equal([
      'third of sw1 up',
      'first of sw1 up',
    ]);
  });

  it('never writes over the journal of another run', () => {
    new Journal({ clock, folder }).intend(port('Gi1'), nothing);
    expect(() => new Journal({ clock, folder })).to.throw(/EEXIST/);
  });

  it('keeps the intents of two runs apart, and in the order in which they came', () => {
    const one = new Journal({ clock, kept: kept() });
    const other = new Journal({ clock, kept: kept() });
    const first = one.intend(port('first'), nothing);
    other.intend(port('second'), nothing);
    one.intend(port('third'), nothing);
    one.mended(first);
    expect(openIn()).to.deep.equal(['second of sw1 up', 'third of sw1 up']);
  });

  it('intends nothing where a journal cannot be written', () => {
    const journal = new Journal({ clock, folder, kept: kept() });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder any more');
    expect(() => journal.intend(port('Gi1'), nothing)).to.throw();
    expect(journal.open).to.deep.equal([]);
    rmSync(folder);
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
  });

  it('takes an intent back that only the journal of the bench could take', () => {
    const run = mkdtempSync(join(folder, 'run-'));
    const journal = new Journal({ clock, folder: run, kept: kept() });
    rmSync(run, { recursive: true });
    expect(() => journal.intend(port('Gi1'), nothing)).to.throw(/ENOENT/);
    expect(openIn()).to.deep.equal([]);
    expect(linesOf(kept().journal)).to.have.length(2);
  });

  it('begins anew when it has become long and nothing in it is open', () => {
    const journal = new Journal({ clock, kept: kept() });
    const intent = journal.intend(port('Gi1'), nothing);
    appendFileSync(kept().journal, '\n'.repeat(1_000_000));
    expect(new Journal({ clock, kept: kept() }).open).to.deep.equal([]);
    expect(openIn()).to.have.length(1);
    journal.mended(intent);
    expect(new Journal({ clock, kept: kept() }).open).to.deep.equal([]);
    expect(existsSync(kept().journal)).to.equal(false);
  });

  it('keeps a text by its digest, wherever it writes', () => {
    const journal = new Journal({ clock, folder, kept: kept() });
    const text = journal.keep('primary.ctx/1.running', 'hostname fw\n');
    expect(text.file).to.match(/^primary\.ctx_1\.running\.[0-9a-f]{12}\.txt$/);
    expect(journal.keep('primary.ctx/1.running', 'hostname fw\n')).to.deep.equal(text);
    for (const path of [join(folder, 'configurations'), join(kept().configurations, basename(folder))]) {
      expect(readFileSync(join(path, text.file), 'utf8')).to.equal('hostname fw\n');
      expect(statSync(join(path, text.file)).mode & 0o777).to.equal(0o600);
    }
  });
});

describe('a journal that is read', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
    path = join(folder, 'journal.ndjson');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const when = '2026-11-22T21:00:00.000Z';
  const intent = (id: string): string =>
    JSON.stringify({ intent: id, run: 'r', order: 1, when, ...port(id) });
  const mended = (id: string): string => JSON.stringify({ mended: id, when });

  const rows: readonly (readonly [string, string, readonly string[], number])[] = [
    ['nothing', '', [], 0],
    ['an intent', `${intent('a')}\n`, ['a'], 0],
    ['one that was mended', `${intent('a')}\n${mended('a')}\n`, [], 0],
    ['one that was mended twice', `${intent('a')}\n${mended('a')}\n${mended('a')}\n`, [], 0],
    ['two of which one was mended', `${intent('a')}\n${intent('b')}\n${mended('a')}\n`, ['b'], 0],
    ['a mending of what another journal holds', `${mended('z')}\n${intent('a')}\n`, ['a'], 0],
    ['empty lines', `\n${intent('a')}\n\n`, ['a'], 0],
    ['a last line without its end', `${intent('a')}\n${intent('b')}`, ['a', 'b'], 0],
    ['a last line that was torn', `${intent('a')}\n${intent('b').slice(0, 40)}`, ['a'], 0],
    ['a last line that was torn at its third byte', `${intent('a')}\n{"i`, ['a'], 0],
    ['a torn mending', `${intent('a')}\n${mended('a').slice(0, 20)}`, ['a'], 0],
    ['a foreign last line', `${intent('a')}\nhello`, ['a'], 1],
    ['a foreign line between', `${intent('a')}\nhello\n${intent('b')}\n`, ['a', 'b'], 1],
    ['a line cut short between', `${intent('a').slice(0, 50)}\n${intent('b')}\n`, ['b'], 1],
    ['another kind of thing', `${intent('a').replace('"port"', '"moon"')}\n`, [], 1],
    ['no place in the order', `${intent('a').replace('"order":1,', '')}\n`, [], 1],
    ['JSON of another kind', '[]\nnull\n7\n', [], 3],
  ];
  for (const [what, text, open, unread] of rows)
    it(`${what}: ${open.length} open, ${unread} not understood`, () => {
      writeFileSync(path, text);
      const read = new JournalFile(path).read();
      expect(read.open.map((each) => each.intent)).to.deep.equal(open);
      expect(read.unread).to.have.length(unread);
      for (const words of read.unread) expect(words).to.match(/^line \d+: ./);
    });

  it('is written on behind every cut: a torn line goes, all else stays', () => {
    const whole = `${intent('a')}\n${intent('b')}\n`;
    const file = new JournalFile(path);
    for (let cut = 0; cut <= whole.length; cut += 3) {
      writeFileSync(path, whole.slice(0, cut));
      file.append({ mended: 'z', when });
      const { open, unread } = file.read();
      const expected = ['a', 'b'].filter((_id, at) => cut >= (intent('a').length + 1) * (at + 1) - 1);
      expect(
        open.map((each) => each.intent),
        `cut at ${cut}`,
      ).to.deep.equal(expected);
      expect(unread, `cut at ${cut}`).to.deep.equal([]);
    }
  });

  it('loses nothing of a foreign last line when it is written on', () => {
    writeFileSync(path, 'hello');
    const file = new JournalFile(path);
    file.append(JSON.parse(intent('a')) as never);
    expect(file.read()).to.deep.include({ unread: file.read().unread });
    expect(file.read().unread).to.have.length(1);
    expect(file.read().open).to.have.length(1);
  });
});

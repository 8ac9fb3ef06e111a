import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { lock, lockedBy } from './uucp-lock.ts';

const device = '/dev/ttyUSB7';
/** Runs as long as this test does. */
const living = process.ppid;
/** Above every limit of the kernel for such numbers. */
const dead = 2 ** 22 + 1;

describe('UUCP lock file', () => {
  let folder = '';
  const file = (): string => join(folder, 'LCK..ttyUSB7');

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fover-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const fourBytes = Buffer.alloc(4);
  fourBytes.writeInt32LE(living);
  const table: readonly (readonly [string, string | Buffer, number | undefined])[] = [
    ['of a living process', `${living}`.padStart(10) + '\n', living],
    ['with its program behind', `${`${living}`.padStart(10)} minicom root\n`, living],
    ['of four bytes', fourBytes, living],
    ['of four bytes of text', '  1\n', 1],
    ['of four bytes of text without a line end', '0001', 1],
    ['of a process that is gone', `${dead}\n`.padStart(11), undefined],
    ['of this very process', `${process.pid}\n`.padStart(11), undefined],
    ['with nothing in it', '', undefined],
    ['with noise in it', 'no number', undefined],
  ];
  for (const [title, text, holder] of table)
    it(title, () => {
      writeFileSync(file(), text);
      expect(lockedBy(device, folder)).to.equal(holder);
    });

  it('is written in ten columns and taken away again', () => {
    const unlock = lock(device, folder);
    expect(readFileSync(file(), 'latin1')).to.equal(`${`${process.pid}`.padStart(10)}\n`);
    unlock();
    expect(existsSync(file())).to.equal(false);
  });

  it('of a process that is gone is replaced', () => {
    writeFileSync(file(), `${dead}\n`.padStart(11));
    lock(device, folder)();
    expect(existsSync(file())).to.equal(false);
  });

  it('is none where a pipe lies, or a link to what has no end', () => {
    execFileSync('mkfifo', [file()]);
    expect(lockedBy(device, folder)).to.equal(undefined);
    rmSync(file());
    symlinkSync('/dev/zero', file());
    expect(lockedBy(device, folder)).to.equal(undefined);
  });

  it('of somebody else is left alone', () => {
    writeFileSync(file(), `${living}`.padStart(10));
    lock(device, folder)();
    expect(lockedBy(device, folder)).to.equal(living);
  });

  it('is done without where nothing can be written', () => {
    lock(device, join(folder, 'no-such-folder'))();
    expect(lockedBy(device, join(folder, 'no-such-folder'))).to.equal(undefined);
  });
});

import {
  chmodSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import { benchFolderAt, benchFolderBeside, makeBenchFolder } from './bench-folder.ts';

describe('the folder of a bench', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kept-')));
  after(() => rmSync(folder, { recursive: true }));

  it('is one, by whatever name its topology is called', () => {
    const topology = join(folder, 'rack.yaml');
    writeFileSync(topology, '');
    symlinkSync(topology, join(folder, 'tonight.yml'));
    for (const name of ['rack.yaml', 'tonight.yml'])
      expect(benchFolderBeside(join(folder, name)).folder).to.equal(join(folder, 'rack.bench'));
  });

  it('is for its owner alone', () => {
    const kept = benchFolderBeside(join(folder, 'rack.yaml'));
    makeBenchFolder(kept);
    expect(statSync(kept.folder).mode & 0o777).to.equal(0o700);
  });

  it('is not made behind a link of somebody else', function () {
    if (process.getuid?.() !== 0) this.skip();
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere, { mode: 0o755 });
    const kept = benchFolderAt(join(folder, 'shared.bench'));
    symlinkSync(elsewhere, kept.folder);
    makeBenchFolder(kept);
    chmodSync(elsewhere, 0o755);
    lchownSync(kept.folder, 65_534, 65_534);
    expect(() => makeBenchFolder(kept)).to.throw(BenchError, 'somebody else');
    expect(statSync(elsewhere).mode & 0o777).to.equal(0o755);
  });
});

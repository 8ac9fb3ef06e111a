import { mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { benchFolderBeside, makeBenchFolder } from './bench-folder.ts';

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
});

/** Every sample of both guides has its walk, or says why it has none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Sample } from './sample.test-support.ts';
import { samples } from './samples.test-support.ts';

const folder = import.meta.dirname;

/** The samples that the tests of this folder walk, as often as they do. */
function walked(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\bwalk\(\s*'([^']+)'/g)])
    .map(([, name = '']) => name);
}

describe('the samples of both guides', () => {
  const all: [string, Sample][] = Object.entries(samples);

  it('are walked, each once', () => {
    const wanted = all.filter(([, [, , cannot]]) => cannot === undefined).map(([name]) => name);
    expect(walked().toSorted()).to.deep.equal(wanted.toSorted());
  });

  it('are listed once each, by section and title', () => {
    const titles = all.map(([name, [section, title]]) => `${name.split(' ')[0]} ${section}: ${title}`);
    expect(new Set(titles)).to.have.length(titles.length);
  });
});

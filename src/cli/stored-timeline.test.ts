import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { judge } from '../judge/index.ts';
import { syntheticDay } from '../judge/synthetic-day.ts';
import { StoredTimeline } from './stored-timeline.ts';

describe('a stored timeline', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stored-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes a made-up day, without the raw words, which are most of it, and with a line that is no entry. */
  const store = (entries: number): StoredTimeline => {
    const lines = Array.from(syntheticDay(entries, 'scenarios'), (entry) =>
      JSON.stringify(entry, (key, value: unknown) => (key === 'raw' ? undefined : value)),
    );
    writeFileSync(join(folder, 'timeline.ndjson'), `${['no entry', ...lines].join('\n')}\n`);
    return new StoredTimeline(folder);
  };

  it('is the same each time it is gone through, doubts included', () => {
    const timeline = store(400);
    const [first, second] = [Array.from(timeline), Array.from(timeline)];
    expect(second).to.deep.equal(first);
    expect(timeline.doubts).to.have.length(1);
  });

  it('has no more doubts than anybody reads', () => {
    const timeline = store(400);
    writeFileSync(join(folder, 'timeline.ndjson'), 'no entry\n'.repeat(3000));
    expect(Array.from(timeline)).to.deep.equal([]);
    expect(timeline.doubts).to.have.length(1000);
  });

  it('is told whole when it is short', () => {
    const timeline = store(400);
    const { entries } = timeline.told(judge(timeline));
    expect(entries).to.deep.equal(Array.from(timeline));
  });

  it('is told in part when it is long: everything but answers, and the answers that are cited', () => {
    const timeline = store(21_000);
    const verdict = judge(timeline);
    const { entries, places } = timeline.told(verdict);
    expect(entries.length).to.be.below(5000);
    const answers = entries.filter(({ kind }) => kind === 'observation').map(({ seq }) => seq);
    expect(answers).not.to.deep.equal([]);
    expect(answers.every((seq) => places.has(seq))).to.equal(true);
    expect(entries.filter(({ kind }) => kind === 'phase')).to.have.length(6 * verdict.scenarios.length);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { openRecorder, verifyRun } from '../timeline/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { judgeFolder } from './judge.ts';
import { proofText, verify } from './verify.ts';

describe('fover verify', () => {
  let parent: string;
  let said: string;
  const { write } = process.stdout;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'verify-command-'));
    said = '';
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  /** What `verify` says is kept from the output of the tests. */
  const told = (folders: readonly string[], options: Parameters<typeof verify>[1] = {}): number => {
    process.stdout.write = (text: string | Uint8Array) => {
      said += String(text);
      return true;
    };
    try {
      return verify(folders, options);
    } finally {
      process.stdout.write = write;
    }
  };
  const made = (name: string, isEnded: boolean): string => {
    const folder = join(parent, name);
    const topology = { name: 'rack', sha256: 'ab' };
    const run = { tool: 'fover test', node: 'v22', topology, bench: 'real' as const, planned: [] };
    const recorder = openRecorder(folder, run, new VirtualClock(), []);
    recorder.consoleBytes('primary', Buffer.from('fw> '), 0);
    if (isEnded) recorder.end();
    else recorder.close();
    return folder;
  };

  it('ends with 0 for whole runs, with 2 where one was broken off, and with 1 where one was altered', () => {
    const [whole, broken, altered] = [made('a', true), made('b', false), made('c', true)];
    writeFileSync(join(altered, 'console/primary.raw'), 'fw# ');
    expect(told([whole])).to.equal(0);
    expect(told([whole, broken])).to.equal(2);
    expect(told([broken, altered, whole])).to.equal(1);
    expect(said).to.contain('✘ console/primary.raw was changed between byte 0 and byte 4');
    expect(said).to.contain('broken off at 0.000 s of the run, 1 entries whole');
    expect(said).to.match(/Who can write every file of a run can write its checksums anew/);
  });

  it('notices a run that was written anew by the head that was kept elsewhere', () => {
    const folder = made('a', true);
    const { head } = verifyRun(folder);
    expect(told([folder], { head: head.toUpperCase() })).to.equal(0);
    expect(said).not.to.contain('anew');
    expect(told([folder], { head: head.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) })).to.equal(1);
    expect(said).to.contain('this is another chain, or one that was written anew');
  });

  it('tells the same as JSON, and what was made of the evidence', () => {
    const folder = made('a', true);
    judgeFolder(folder);
    expect(told([folder], { json: true })).to.equal(0);
    expect(JSON.parse(said)).to.deep.equal([verifyRun(folder)]);
    expect(proofText(verifyRun(folder))).to.contain('verdict.json: as it was made from this evidence');
  });

  it('refuses what is no run, and a head that is none', () => {
    const folder = made('a', true);
    expect(() => verify([parent], {})).to.throw(UsageError, /give the folder of a run/);
    expect(() => verify([join(parent, 'nowhere')], {})).to.throw(UsageError);
    expect(() => verify([folder], { head: 'abc' })).to.throw(UsageError, /64 hexadecimal/);
    expect(() => verify([folder, folder], { head: 'ab'.repeat(32) })).to.throw(UsageError, /name one/);
  });

  it('has the judge pass nothing that was altered', () => {
    const folder = made('a', true);
    writeFileSync(join(folder, 'console/primary.raw'), 'fw# ');
    const { outcome, doubts } = judgeFolder(folder).verdict;
    expect(outcome).to.equal('inconclusive');
    expect(doubts).to.include('console/primary.raw was changed between byte 0 and byte 4');
  });
});

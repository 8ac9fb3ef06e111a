/** A disk that is full: nothing is broken whose way back cannot be written, and what is broken is put back all the same. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { readTimeline } from '../timeline/index.ts';
import { isMissing, needsProgram } from '../transport/peer.test-support.ts';
import type { AskingTest } from '../transport/peer.test-support.ts';
import { builtFover, onlyRun, untilMeant, workFolder, writeSuite } from './fover.test-support.ts';
import type { OnFullDisk } from './full-disk.test-support.ts';

const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];

/** What a program is started with that may mount for itself; the running test is pending where this machine lets nobody. */
function needsMount(test: AskingTest): readonly string[] {
  const own = [needsProgram(test, 'unshare'), ...asRoot, '--mount'];
  const [unshare = '', ...args] = own;
  const may = spawnSync(unshare, [
    ...args,
    needsProgram(test, 'mount'),
    '-t',
    'tmpfs',
    'tmpfs',
    workFolder(),
  ]);
  if (may.status !== 0) isMissing(test, `nothing may be mounted here: ${String(may.stderr).trim()}`);
  return own;
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

function fill(path: string): void {
  try {
    writeFileSync(path, Buffer.alloc(4 << 20));
  } catch {
    // That is what it is for.
  }
}

describe('a disk that is full', function () {
  this.timeout(180_000);
  let own: readonly string[] = [];
  let seen: readonly OnFullDisk[] = [];
  let taking = '';

  before(async function (this: Context) {
    own = needsMount(this);
    const [unshare = '', ...args] = own;
    const script = join(import.meta.dirname, 'full-disk.test-support.ts');
    const { code, out, err } = await ended(
      spawn(unshare, [...args, process.execPath, '--import', 'tsx', script, workFolder()], {
        cwd: import.meta.dirname,
      }),
    );
    expect(code, err).to.equal(0);
    const told = out.trim().split('\n');
    ({ taking } = JSON.parse(told.pop() ?? '') as { readonly taking: string });
    seen = told.map((line) => JSON.parse(line) as OnFullDisk);
  });

  const at = (moment: string, place = 'run'): OnFullDisk =>
    seen.find((one) => one.moment === moment && one.place === place)!;

  it('breaks nothing whose way back could not be written, and says so', () => {
    for (const place of ['run', 'kept']) {
      const { because, ...intent } = at('intent', place);
      expect(intent, place).to.include({ cuts: 0, wasDark: false, outcome: 'inconclusive' });
      expect(because, place).to.match(/nothing was touched, for how to put it back .*no space left/i);
    }
    expect(at('steady')).to.include({ cuts: 0, wasDark: false });
    expect(at('meant', 'kept')).to.include({ wasDark: false, outcome: 'inconclusive' });
    expect(at('meant', 'kept').because).to.match(/could not write down that power is cut: .*no space left/i);
    expect(seen.map(({ unwritten }) => unwritten)).to.deep.equal(seen.map(() => 0));
  });

  it('puts everything back, whenever it fills up, and passes nothing', () => {
    for (const { place, moment, powers, left, outcome } of seen) {
      expect(new Set(powers), `${place} ${moment}`).to.deep.equal(new Set(['on']));
      expect(left, moment).to.deep.equal([]);
      expect(outcome, moment).to.equal('inconclusive');
    }
    for (const moment of ['mended', 'watch', 'heal', 'recovered'])
      expect(at(moment).cuts, moment).to.equal(1);
    expect(at('mended', 'kept')).to.include({ cuts: 1, wasDark: true });
  });

  it('says what is back although it could not be written', () => {
    for (const place of ['run', 'kept'])
      expect(at('mended', place).because, place).to.match(
        /power of primary on: it is so again, but that could not be written/,
      );
  });

  it('is taken by nobody who could not write that down', () => {
    expect(taking).to.match(/^bench: .*could not take the bench in .*no space left/i);
  });

  it('leaves evidence that is read to its last whole entry', () => {
    for (const { moment, read, recorded } of seen) expect(read, moment).to.be.at.least(recorded);
  });

  it('under a whole run: the bench is put back, exit 3, and it is said what is full', async () => {
    const folder = workFolder();
    mkdirSync(join(folder, 'reports'));
    const suite = writeSuite(folder, {
      name: 'dark',
      title: 'the standby unit takes over',
      requirements: [],
      begin: 'primary',
      fault: 'unit-power-loss',
      target: 'active',
      watch: 'failover',
    });
    const script = `mount -t tmpfs -o size=4m tmpfs reports && '${process.execPath}' '${builtFover}' run --no-controls '${suite}'
      code=$?; rm reports/filler; cp -r reports kept; exit $code`;
    const [unshare = '', ...args] = own;
    const child = spawn(unshare, [...args, 'sh', '-c', script], { cwd: folder });
    let isFilled = false;
    const running = ended(child);
    child.stdout.on('data', (chunk: Buffer) => {
      if (isFilled || !chunk.toString().includes('fault: power of primary cut')) return;
      isFilled = true;
      // As it is seen from in there.
      const inside = join(`/proc/${child.pid}/root`, folder);
      void untilMeant(inside).then(() => fill(join(inside, 'reports/filler')));
    });
    const { code, out, err } = await running;
    expect(code, out + err).to.equal(3);
    expect(err).to.match(/no space left/i);
    const run = onlyRun(folder, 'kept');
    expect(readTimeline(join(run, 'timeline.ndjson')).entries).to.have.length.greaterThan(10);
  });
});

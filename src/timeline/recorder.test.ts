import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { BenchError } from '../errors.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { EntryToRecord } from './entry.ts';
import { openRecorder, readManifest, readTimeline, sightingAt, verifyRun } from './index.ts';
import type { Recorder } from './index.ts';

const run = {
  tool: 'fover 0.1.0',
  node: 'v20',
  topology: { name: 'lab', sha256: 'ab'.repeat(32) },
  bench: 'simulated',
  planned: ['power-loss'],
} as const;

const action: EntryToRecord = {
  kind: 'action',
  id: 'a1',
  scenario: 'power-loss',
  did: 'outlet 1 of pdu1 off (primary)',
  begunMs: 10,
  doneMs: 20,
  effectiveMs: { loMs: 15, hiMs: Infinity },
  stimuli: [{ stimulus: 'unit-silent', unit: 'primary' }],
  role: 'fault',
};

describe('the recorder', () => {
  let folder = '';
  let clock: VirtualClock;
  const open = (secrets: readonly string[] = []): Recorder => openRecorder(folder, run, clock, secrets);

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'fover-recorder-')), 'run');
    clock = new VirtualClock(new Date('2026-03-01T12:00:00Z'), 5000);
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it('begins with the run, counts instants from there, and gives back what a reader finds', async () => {
    const recorder = open();
    await clock.advance(1.23456);
    expect(recorder.at(clock.nowMs())).to.equal(1.235);
    recorder.record({
      kind: 'phase',
      atMs: recorder.at(clock.nowMs()),
      scenario: 'power-loss',
      phase: 'fault',
    });
    recorder.record(action);
    recorder.record({ kind: 'gap', fromMs: 1, toMs: 2, witness: 'console primary', why: 'line closed' });
    recorder.end();
    expect(recorder.entries.map((entry) => entry.kind)).to.deep.equal([
      'run',
      'phase',
      'action',
      'gap',
      'ended',
    ]);
    expect(recorder.entries[0]).to.include({ seq: 0, atMs: 0, startedAt: '2026-03-01T12:00:05.000Z' });
    expect(recorder.entries[2]).to.have.deep.property('effectiveMs', { loMs: 15, hiMs: Infinity });
    expect(readTimeline(folder)).to.deep.equal({ entries: recorder.entries, doubts: [] });
    expect(recorder.entriesOf('power-loss').map((entry) => entry.seq)).to.deep.equal([1, 2]);
    expect(recorder.entries.map(({ seq }) => seq)).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('keeps everything to the user alone', () => {
    open().end();
    const modeOf = (path: string): number => statSync(join(folder, path)).mode & 0o777;
    expect([modeOf('.'), modeOf('console')]).to.deep.equal([0o700, 0o700]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.includes('.'),
    );
    expect(files).to.have.length(7);
    for (const file of files) expect(modeOf(file), file).to.equal(0o600);
  });

  it('completes the manifest at the end, and a reader notices what was changed afterwards', () => {
    const recorder = open();
    recorder.consoleBytes('primary', Buffer.from('fw> '), clock.nowMs());
    expect(readManifest(folder).manifest).to.include({ tool: 'fover 0.1.0' }).and.not.have.property('ended');
    recorder.end();
    const { manifest, doubts } = readManifest(folder);
    expect(doubts).to.deep.equal([]);
    expect(manifest?.ended?.entries).to.equal(2);
    expect(manifest?.ended?.files.find((file) => file.name === 'console/primary.raw')?.bytes).to.equal(4);
    writeFileSync(join(folder, 'console/primary.raw'), 'fw# ');
    rmSync(join(folder, 'console/secondary.raw'));
    expect(verifyRun(folder).alterations).to.deep.equal([
      'console/primary.raw was changed between byte 0 and byte 4',
      'console/secondary.raw is not there',
    ]);
    writeFileSync(join(folder, 'manifest.json'), '{"format":1,"__proto__":{"tool":"x"}}');
    expect(readManifest(folder).doubts).to.have.length(1);
  });

  it('refuses a folder that holds a recording, and everything after the end', () => {
    const recorder = open();
    expect(() => open()).to.throw(BenchError, /cannot begin.*EEXIST/);
    recorder.end();
    expect(() => recorder.record({ kind: 'ended', atMs: 1 })).to.throw(/has ended/);
    recorder.close();
    expect(readTimeline(folder).entries).to.have.length(2);
  });

  it('refuses an instant that is no number, and goes on', () => {
    const recorder = open();
    expect(() => recorder.record({ kind: 'ended', atMs: Number.NaN })).to.throw(/atMs/);
    recorder.end();
    expect(readTimeline(folder)).to.deep.equal({ entries: recorder.entries, doubts: [] });
  });

  it('writes console bytes with their offset, length and instant', async () => {
    const recorder = open();
    recorder.consoleBytes('primary', Buffer.from('one\r\n'), clock.nowMs());
    await clock.advance(7);
    recorder.consoleBytes('primary', Buffer.from([0xff, 0]), clock.nowMs());
    recorder.close();
    expect(readFileSync(join(folder, 'console/primary.raw'))).to.deep.equal(
      Buffer.from('one\r\n\xff\0', 'latin1'),
    );
    expect(readFileSync(join(folder, 'console/primary.ndjson'), 'utf8')).to.equal(
      '{"offset":0,"length":5,"atMs":0}\n{"offset":5,"length":2,"atMs":7}\n',
    );
  });

  it('masks secrets in every string of an entry, but not our own words', () => {
    const recorder = open(['hunter2', 'active', 'x"\\y']);
    recorder.record({ ...action, did: 'typed hunter2', failed: 'got x"\\y and active' });
    const written = recorder.record({
      kind: 'observation',
      askedMs: 0,
      answeredMs: 1,
      witness: 'console primary',
      unit: 'primary',
      saw: { sight: 'message', message: 'switching-to-active', text: 'hunter2hunter2' },
      raw: 'password: hunter2\r\n',
    });
    recorder.end();
    expect(written).to.deep.include({
      saw: { sight: 'message', message: 'switching-to-active', text: '*'.repeat(14) },
      raw: 'password: *******\r\n',
    });
    expect(recorder.entries[1]).to.include({ did: 'typed *******', failed: 'got **** and ******' });
    for (const file of ['timeline.ndjson', 'manifest.json'])
      expect(readFileSync(join(folder, file), 'utf8')).to.not.match(/hunter2|x\\"\\\\y/);
  });

  it('masks secrets on the console over any chunking, at every instant, and keeps every other byte', () => {
    const secrets = ['aab', 'aba', 'bé'];
    const bytes = fc
      .array(fc.constantFrom('a', 'b', 'é', 'c'))
      .map((letters) => Buffer.from(letters.join('')));
    const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(bytes, cuts, (all, sizes) => {
        const recorder = open(secrets);
        let end = 0;
        for (let turn = 0; end < all.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          recorder.consoleBytes('primary', all.subarray(end, end + size), 0);
          end = Math.min(all.length, end + size);
          const now = readFileSync(join(folder, 'console/primary.raw'));
          expect(now).to.have.length(end);
          expect(now.toString('latin1')).to.match(fitting(all.subarray(0, end), secrets));
        }
        recorder.close();
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 150 },
    );
  });

  it('refuses everything, and says so, once the disk takes no more', async function () {
    if (process.platform === 'win32') this.skip();
    const { stdout } = await child(
      `
      let refusals = [];
      for (let n = 0; n < 200; n++)
        try { recorder.record({ kind: 'trouble', atMs: 1, whose: 'bench', message: 'x'.repeat(100) }); }
        catch (error) { refusals.push(error.name + ' ' + error.message); }
      console.log([recorder.entries.length, refusals.length, refusals[0], refusals.at(-1)].join('\\n'));
    `,
      'ulimit -f 8; ',
    );
    const [keptText, refusedText, first, last] = stdout.split('\n');
    const [kept, refused] = [Number(keptText), Number(refusedText)];
    expect(kept + refused).to.equal(201);
    expect(refused).to.be.greaterThan(10);
    expect(first).to.match(/^BenchError recording .*cannot be continued: EFBIG/);
    expect(last).to.match(/^BenchError recording .*broke earlier/);
    const { entries, doubts } = readTimeline(folder);
    expect(entries).to.have.length(kept);
    expect(doubts.length).to.be.at.most(1);
    expect(verifyRun(folder)).to.deep.include({ standing: 'broken-off', alterations: [], entries: kept });
  });

  it('loses nothing that was recorded when the process is killed', async () => {
    const { stdout, signal } = await child(
      `
      for (let n = 1; ; n++) {
        recorder.consoleBytes('primary', Buffer.from('0123456789'), clock.nowMs());
        recorder.record({ kind: 'trouble', atMs: n, whose: 'bench', message: 'number ' + n });
        require('node:fs').writeSync(1, n + '\\n');
      }
    `,
      '',
      (out) => out.split('\n').length > 50,
    );
    expect(signal).to.equal('SIGKILL');
    const recorded = Number(
      stdout
        .trimEnd()
        .split('\n')
        .findLast((line, at, all) => at < all.length - 1 && line !== ''),
    );
    const { entries } = readTimeline(folder);
    expect(recorded).to.be.greaterThan(40);
    expect(entries.length).to.be.at.least(recorded + 1);
    expect(entries.map((entry) => entry.seq)).to.deep.equal(entries.map((_, at) => at));
    expect(statSync(join(folder, 'console/primary.raw')).size).to.be.at.least(recorded * 10);
    expect(readManifest(folder).manifest).to.not.have.property('ended');
    expect(verifyRun(folder)).to.deep.include({ standing: 'broken-off', alterations: [] });
  });

  it('holds no more entries than of the scenario that is played, and what is true of the whole run', () => {
    const recorder = open();
    const identity = { sight: 'identity', model: 'ASA5525', serial: 'JMX1', firmware: '9.2(5)' } as const;
    const heard = { kind: 'observation', askedMs: 0, answeredMs: 1, witness: 'console primary' } as const;
    recorder.record({ ...heard, saw: identity });
    for (const scenario of ['first', 'second']) {
      const about = { title: 't', requirements: [], fault: 'none', target: 'active' };
      recorder.record({ kind: 'scenario', atMs: 0, scenario, ...about });
      for (let n = 0; n < 50; n++) recorder.record({ ...heard, scenario, saw: { sight: 'silent' } });
      recorder.record({ kind: 'scenario-ended', atMs: 0, scenario });
    }
    expect(recorder.entriesOf('second')).to.have.length(52);
    expect(recorder.entries.map(({ kind }) => kind).slice(0, 5)).to.deep.equal([
      'run',
      'observation',
      'scenario',
      'scenario-ended',
      'scenario',
    ]);
    expect(recorder.entries).to.have.length(4 + 52);
    recorder.end();
    expect(readTimeline(folder).entries).to.have.length(107);
  });

  /** Runs code with an open recorder in another process, after `first` in its shell; kills it when `until` holds. */
  function child(
    code: string,
    first = '',
    until?: (stdout: string) => boolean,
  ): Promise<{ stdout: string; signal: string | null }> {
    const program = join(folder, '..', 'child.ts');
    const room = new URL('.', import.meta.url).pathname;
    writeFileSync(
      program,
      `import { createRequire } from 'node:module';
       import { realClock as clock } from ${JSON.stringify(join(room, '../clock.ts'))};
       import { openRecorder } from ${JSON.stringify(join(room, 'index.ts'))};
       const require = createRequire(import.meta.url);
       const recorder = openRecorder(${JSON.stringify(folder)}, ${JSON.stringify(run)}, clock, []);
       ${code}`,
    );
    const node = [process.execPath, ...process.execArgv, program].map((word) => `'${word}'`);
    const started = spawn('sh', ['-c', `${first}exec ${node.join(' ')}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (until?.(stdout)) started.kill('SIGKILL');
    });
    return new Promise((resolve, reject) => {
      started.on('error', reject).on('close', (_, signal) => resolve({ stdout, signal }));
    });
  }
});

describe('a sighting in the time of the run', () => {
  it('has the instants inside it turned as well', () => {
    const sent = { fromSeq: 4, toSeq: 5, firstSentMs: 1040, lastSentMs: 1050 };
    const saw = {
      sight: 'probes',
      flow: 'f',
      fromSeq: 0,
      toSeq: 9,
      firstSentMs: 1000,
      lastSentMs: 1090,
    } as const;
    const counted = { everyMs: 10, received: 8, duplicated: 0, worstLatenessMs: 1 };
    expect(sightingAt({ ...saw, ...counted, lost: [sent] }, (ms) => ms - 1000)).to.deep.equal({
      ...saw,
      ...counted,
      firstSentMs: 0,
      lastSentMs: 90,
      lost: [{ ...sent, firstSentMs: 40, lastSentMs: 50 }],
    });
    expect(sightingAt({ sight: 'silent' }, (ms) => ms - 1000)).to.deep.equal({ sight: 'silent' });
  });
});

/** What may be on disk after these bytes: secrets are stars, an undecided end may be, everything else is as it came. */
function fitting(bytes: Buffer, secrets: readonly string[]): RegExp {
  const text = bytes.toString('latin1');
  const encoded = secrets.flatMap((secret) => [Buffer.from(secret).toString('latin1'), secret]);
  const within = (at: number): boolean =>
    encoded.some((secret) => {
      for (let from = Math.max(0, at - secret.length + 1); from <= at; from++)
        if (text.startsWith(secret, from)) return true;
      return false;
    });
  const longest = Math.max(
    0,
    ...encoded.flatMap((secret) =>
      Array.from(secret.slice(1), (_, n) => n + 1).filter((n) => text.endsWith(secret.slice(0, n))),
    ),
  );
  const letters = Array.from(text, (letter, at) =>
    within(at) || at >= text.length - longest ? '\\*' : letter,
  );
  return new RegExp(`^${letters.join('')}$`, 's');
}

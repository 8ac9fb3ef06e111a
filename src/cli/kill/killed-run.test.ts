/**
 * P1: after the harness dies at any instant, `fover recover` puts the bench back or says what it could not verify. The
 * process of a run is killed by SIGKILL at the instants that `kill-at.test-support.ts` counts, a fresh one recovers, and
 * the bench is compared with what it was. `npm run kill-points` takes every instant of every scenario.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { needsProgram } from '../../transport/peer.test-support.ts';
import { builtFover, fover } from '../fover.test-support.ts';
import { stateOf } from './bench-state.test-support.ts';
import { serveRack } from './served-rack.test-support.ts';
import type { ServedRack } from './served-rack.test-support.ts';
import { struck, writeStruck } from './struck-scenarios.test-support.ts';

const isEvery = process.env['FOVER_KILL'] === 'every';
const killAt = builtFover.replace(/fover\.js$/, 'kill/kill-at.test-support.js');

/** The scenarios that are tried when not every one is: they hold every kind of deed between them. */
const sample = ['typed-and-cut-off', 'unit-power-loss'];
/** How many instants of each are tried then, spread over the whole of it. */
const sampled = 2;
const running = 'primary: running configuration';
/** Of the lines that configure blank units, every so manieth is tried. */
const linesApart = 4;

describe('a run that is killed', function () {
  this.timeout(isEvery ? 0 : 300_000);
  let rack: ServedRack;
  let asItWas: Awaited<ReturnType<typeof stateOf>>;
  let points = 0;

  before(async function () {
    needsProgram(this, 'snmpwalk');
    rack = await serveRack();
    const { code, out } = await play(rack, 'nothing-else');
    expect(code, out).to.equal(0);
    asItWas = await stateOf(rack);
  });

  after(async () => {
    if (isEvery) process.stdout.write(`    ${points} instants of ${struck.size} scenarios\n`);
    await rack?.close();
  });

  for (const name of isEvery ? struck.keys() : sample)
    it(`leaves a bench that is put back, in ${name}`, async () => {
      const list = join(rack.folder, `${name}.points`);
      const whole = await play(rack, name, { KILL_POINTS: list });
      const instants = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
      expect(whole.code, whole.out).to.be.oneOf([0, 1, 2]);
      expect(await stateOf(rack), `after ${name}, which nobody killed`).to.deep.equal(asItWas);
      for (const at of chosenOf(instants.length)) {
        const where = `${name}, instant ${at} of ${instants.length}: ${instants[at - 1]}`;
        const killed = await play(rack, name, { KILL_AT: String(at) });
        expect(killed.signal, `${where}\n${killed.out}`).to.equal('SIGKILL');
        const recovered = await fover(rack.folder, ['recover', 'rack.yaml']);
        expect(recovered.code, `${where}\n${recovered.out}${recovered.err}`).to.equal(0);
        expect(await stateOf(rack), `${where}\n${recovered.out}`).to.deep.equal(asItWas);
        points++;
      }
      rmSync(join(rack.folder, 'reports'), { recursive: true });
    });
});

describe('a run that is killed while it configures blank units', function () {
  this.timeout(0);

  for (const which of isEvery ? [`every ${linesApart}th line and every write of the journal`] : [])
    it(`has them blank again, or configured whole: ${which}`, async () => {
      const served = async <T>(act: (rack: ServedRack) => Promise<T>): Promise<T> => {
        const rack = await serveRack();
        try {
          return await act(rack);
        } finally {
          await rack.close();
        }
      };
      const [blank, instants, whole] = await served(async (rack) => {
        const list = join(rack.folder, 'points');
        const before = await stateOf(rack);
        const { code, out } = await play(rack, 'nothing-else', { KILL_POINTS: list, KILL_TYPED: '' });
        expect(code, out).to.equal(0);
        return [before, readFileSync(list, 'utf8').trim().split('\n'), await stateOf(rack)] as const;
      });
      const isTried = instants.map((name, at) => !name.startsWith('typed') || at % linesApart === 0);
      for (const [at, name] of instants.entries()) {
        if (!isTried[at]) continue;
        const where = `instant ${at + 1} of ${instants.length}: ${name}`;
        await served(async (rack) => {
          const killed = await play(rack, 'nothing-else', { KILL_AT: String(at + 1), KILL_TYPED: '' });
          expect(killed.signal, `${where}\n${killed.out}`).to.equal('SIGKILL');
          const wasOpen = isOpen(rack);
          const recovered = await fover(rack.folder, ['recover', 'rack.yaml']);
          expect(recovered.code, `${where}\n${recovered.out}${recovered.err}`).to.equal(0);
          const found = await stateOf(rack);
          // Before the first line nothing is open yet, and behind the last nothing any more.
          const isConfigured = !wasOpen && found[running] === whole[running];
          expect(found, `${where}\n${recovered.out}`).to.deep.equal(isConfigured ? whole : blank);
        });
      }
      process.stdout.write(`    ${isTried.filter(Boolean).length} of ${instants.length} instants\n`);
    });
});

/** Whether the journal of the bench holds something open. */
const isOpen = (rack: ServedRack): boolean => {
  const journal = join(rack.folder, 'rack.bench/journal.ndjson');
  const text = existsSync(journal) ? readFileSync(journal, 'utf8') : '';
  return (text.match(/^\{"intent"/gm) ?? []).length > (text.match(/^\{"mended"/gm) ?? []).length;
};

/** Every instant, or some of them, the first among them. */
function chosenOf(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1);
  return isEvery ? all : all.filter((at) => (at - 1) % Math.ceil(count / sampled) === 0);
}

interface Played {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
}

/** Plays one scenario on the rack, in a process that may not live to its end. */
function play(rack: ServedRack, name: string, env: Readonly<Record<string, string>> = {}): Promise<Played> {
  const suite = writeStruck(rack.folder, name);
  const args = ['--import', killAt, builtFover, 'run', suite, '-t', 'rack.yaml', '--no-controls'];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd: rack.folder, env: { ...process.env, ...env } });
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code, signal) => done({ code, signal, out }));
  });
}

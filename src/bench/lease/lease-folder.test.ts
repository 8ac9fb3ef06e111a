import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import { ourselves } from './holder.ts';
import { leaseFolder } from './lease-folder.ts';
import type { LeaseClaim, LeaseStore } from './lease.ts';

const claim = (id: string): LeaseClaim => ({
  id,
  holder: ourselves('a test'),
  takenAt: '2026-01-01T00:00:00.000Z',
  ttlMs: 1000,
});
const end = { at: '2026-01-01T00:00:01.000Z', by: 'ann@lab' };

describe('leases in a folder', () => {
  let parent: string;
  let path: string;
  let store: LeaseStore;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'lease-'));
    path = join(parent, 'lease');
    store = leaseFolder(path);
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('gives the next token to whoever names the last, and to nobody else', async () => {
    expect(await store.read()).to.equal(undefined);
    expect((await store.take(claim('a'), 0))?.token).to.equal(1);
    expect(await store.take(claim('b'), 0)).to.equal(undefined);
    expect(await store.take(claim('b'), 7)).to.equal(undefined);
    expect((await store.take(claim('c'), 1))?.token).to.equal(2);
    expect((await store.read())?.lease?.id).to.equal('c');
    expect(readdirSync(path).toSorted()).to.deep.equal(['1.json', '2.json']);
  });

  it('keeps its tokens through releases, and an end that is told twice is that of the first', async () => {
    await store.take(claim('a'), 0);
    expect(await store.end(1, end)).to.equal(true);
    expect(await store.end(1, { ...end, by: 'bob' })).to.equal(false);
    expect((await store.read())?.ended).to.deep.equal(end);
    expect((await store.take(claim('b'), 1))?.token).to.equal(2);
    expect((await store.read())?.ended).to.equal(undefined);
    expect((await store.history(9)).map(({ token, ended }) => [token, ended?.by])).to.deep.equal([
      [2, undefined],
      [1, 'ann@lab'],
    ]);
  });

  it('shows a heartbeat as a change, whichever way the date went', async () => {
    await store.take(claim('a'), 0);
    const beats = [(await store.read())?.beat];
    for (const date of ['2030-01-01T00:00:00Z', '2020-01-01T00:00:00Z']) {
      await store.renew(1, new Date(date));
      const seen = await store.read();
      expect(seen?.beatAt.toISOString()).to.equal(new Date(date).toISOString());
      beats.push(seen?.beat);
    }
    expect(new Set(beats).size).to.equal(3);
  });

  it('forgets the oldest, and never the last', async () => {
    await store.take(claim('first'), 0);
    for (let token = 2; token < 205; token += 1) writeFileSync(join(path, `${token}.json`), '');
    expect((await store.take(claim('last'), 204))?.token).to.equal(205);
    const numbers = readdirSync(path).map((name) => Number(name.split('.')[0]));
    expect(Math.min(...numbers)).to.equal(6);
    expect(await store.take(claim('late'), 3)).to.equal(undefined);
    expect((await store.read())?.token).to.equal(205);
  });

  it('reads nothing into a lease that was torn, replaced by a folder, or led elsewhere', async () => {
    await store.take(claim('a'), 0);
    const file = join(path, '1.json');
    const whole = readFileSync(file, 'utf8');
    const spoilt: readonly (() => void)[] = [
      () => writeFileSync(file, whole.slice(0, 40)),
      () => writeFileSync(file, ''),
      () => writeFileSync(file, Buffer.alloc(300_000, '{')),
      () => writeFileSync(file, whole.replace('"token":1', '"token":9')),
      () => writeFileSync(file, '{"token":1,"__proto__":{"id":"a"}}'),
      () => writeFileSync(file, whole.replace('"ttlMs":1000', '"ttlMs":3000000000')),
      () => mkdirSync(file),
      () => {
        writeFileSync(join(parent, 'elsewhere.json'), whole);
        symlinkSync(join(parent, 'elsewhere.json'), file);
      },
    ];
    for (const spoil of spoilt) {
      rmSync(file, { recursive: true });
      spoil();
      const seen = await store.read();
      expect(seen?.lease).to.equal(undefined);
      expect(seen?.unreadable).to.be.a('string').and.not.equal('');
    }
    expect(await store.end(1, end)).to.equal(true);
    expect((await store.take(claim('b'), 1))?.token).to.equal(2);
  });

  it('says so where its folder is none', async () => {
    const spoilt = [
      () => writeFileSync(path, 'mine'),
      () => {
        mkdirSync(join(parent, 'other'));
        symlinkSync(join(parent, 'other'), path);
      },
    ];
    for (const spoil of spoilt) {
      spoil();
      for (const asked of [() => store.read(), () => store.take(claim('a'), 0), () => store.history(1)]) {
        const [settled] = await Promise.allSettled([asked()]);
        expect(settled).to.have.property('status', 'rejected');
        const reason: unknown = settled?.status === 'rejected' ? settled.reason : undefined;
        expect(reason).to.be.instanceOf(BenchError);
      }
      rmSync(path);
    }
    await store.take(claim('a'), 0);
    renameSync(path, join(parent, 'away'));
    expect(await store.read()).to.equal(undefined);
  });

  it('is taken by one of many processes at a time', async () => {
    const program = `
      import { leaseFolder } from ${JSON.stringify(new URL('lease-folder.ts', import.meta.url).href)};
      const store = leaseFolder(process.argv[1]);
      const claim = ${JSON.stringify(claim('many'))};
      process.stdin.once('data', async () => {
        const mine = [];
        for (let tries = 0; tries < 30; tries += 1) {
          const lease = await store.take({ ...claim, id: process.pid + '.' + tries }, (await store.read())?.token ?? 0);
          if (lease) mine.push([lease.token, lease.id]);
          await new Promise((resolve) => setImmediate(resolve));
        }
        console.log(JSON.stringify(mine));
        process.exit(0);
      });
      console.log('ready');`;
    const takers = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, path], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    const said = takers.map(() => '');
    const ends = takers.map(
      (child, at) =>
        new Promise<void>((resolve) => {
          child.stdout.on('data', (chunk: Buffer) => {
            said[at] += chunk.toString();
            if (said.every((text) => text.startsWith('ready')))
              for (const each of takers) each.stdin.end('go');
          });
          child.stdin.on('error', () => undefined);
          child.once('close', () => resolve());
        }),
    );
    await Promise.all(ends);
    const won = said.flatMap((text) => JSON.parse(text.split('\n')[1]!) as readonly [number, string][]);
    const tokens = won.map(([token]) => token).toSorted((a, b) => a - b);
    expect(tokens.length).to.be.greaterThan(30);
    expect(new Set(tokens).size).to.equal(tokens.length);
    for (const seen of await store.history(200))
      expect(won.find(([token]) => token === seen.token)?.[1]).to.equal(seen.lease?.id);
    expect(readdirSync(path).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });
});

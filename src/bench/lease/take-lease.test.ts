import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Clock } from '../../clock.ts';
import { BenchError, LeaseLost } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { benchFolderAt } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { Fence } from './fence.ts';
import { leaseFolder } from './lease-folder.ts';
import type { Holder, Lease, LeaseStore } from './lease.ts';
import { livenessOf, ourselves } from './holder.ts';
import { releaseLease } from './release-lease.ts';
import { takeLease } from './take-lease.ts';

describe('a bench that is held', () => {
  let parent: string;
  let kept: BenchFolder;
  let store: LeaseStore;
  let clock: VirtualClock;
  let said: string[];

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'held-'));
    kept = benchFolderAt(join(parent, 'rack.bench'));
    store = leaseFolder(kept.lease);
    clock = new VirtualClock();
    said = [];
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const take = async (at: Clock = clock, command = 'fover run'): Promise<Fence> => {
    const fence = await takeLease(kept, { command, clock: at, say: (text) => said.push(text) });
    if (!fence) throw new Error('there was something to be held');
    return fence;
  };
  const within = <T>(promise: Promise<T>): Promise<T> => clock.runUntil(promise);
  const refusal = async (promise: Promise<unknown>): Promise<string> => {
    const [settled] = await within(Promise.allSettled([promise]));
    if (settled?.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('it was to be refused');
  };
  const loss = async (fence: Fence): Promise<string> => {
    const [settled] = await within(Promise.allSettled([fence.mayAct()]));
    if (settled?.status === 'rejected' && settled.reason instanceof LeaseLost) return settled.reason.message;
    throw new Error('it was to be lost');
  };
  /** A lease of somebody who does not give signs of life by himself. */
  const heldBy = async (holder: Partial<Holder>): Promise<Lease> => {
    const lease = await store.take(
      {
        id: 'other',
        holder: { ...ourselves('fover audit'), user: 'bob', host: 'lab9', ...holder },
        takenAt: clock.wall().toISOString(),
        ttlMs: 15_000,
      },
      (await store.read())?.token ?? 0,
    );
    return lease!;
  };

  it('is nobody else’s where it ends with its process', async () => {
    const wish = { command: 'fover run', clock, say: () => undefined };
    expect(await takeLease(undefined, wish)).to.equal(undefined);
  });

  it('is refused to a second one, who is told whose it is, and given after it was given back', async () => {
    const fence = await take(clock, 'fover run -t rack.yaml');
    const why = await refusal(take());
    expect(why).to.contain(`process ${process.pid}, «fover run -t rack.yaml»`).and.to.contain('fover who');
    expect(clock.nowMs()).to.be.lessThan(5000);
    await fence.mayAct();
    await fence.release();
    await fence.release();
    expect(await loss(fence)).to.contain('given it back');
    const next = await within(take());
    expect(next.lease.token).to.equal(2);
    expect(clock.pending).to.equal(1);
    await next.release();
    expect(clock.pending).to.equal(0);
  });

  it('is given to one of two who ask at once', async () => {
    const both = await within(Promise.allSettled([take(), take()]));
    const given = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(given).to.have.length(1);
    await given[0]!.release();
  });

  it('is taken over at once from a process that is gone, also where its number is another’s by now', async () => {
    for (const gone of [{ pid: 2 ** 22 + 1 }, { started: '1' }]) {
      await heldBy(gone);
      const fence = await take();
      expect(clock.nowMs()).to.equal(0);
      expect(said.at(-1))
        .to.contain('taken over from bob@lab9')
        .and.to.contain('whose process is gone')
        .and.to.contain('fover recover');
      expect(fence.lease.from).to.contain('whose process is gone');
      await fence.release();
    }
  });

  it('is taken from another machine after its time without a heartbeat, by our own clock', async () => {
    const far = { place: 'another boot pid:[1]', pid: 1 };
    await heldBy(far);
    // Its clock is an hour ahead of ours, or behind: nobody counts with it.
    for (const date of ['2026-01-01T01:00:00Z', '2025-12-31T23:00:00Z']) {
      await store.renew(1, new Date(date));
      const alive = refusal(take());
      await clock.advance(14_000);
      await store.renew(1, new Date('2026-01-01T05:00:00Z'));
      expect(await alive).to.contain('held by bob@lab9');
    }
    const beganMs = clock.nowMs();
    const fence = await within(take());
    expect(clock.nowMs() - beganMs).to.be.within(15_000, 15_500);
    expect(said.at(-1)).to.contain('gave no sign of life for 15 s');
    await fence.release();
  });

  it('lets go of whoever waits for a sign of life and is asked to stop', async () => {
    await heldBy({ place: 'elsewhere' });
    const stop = new AbortController();
    const waiting = takeLease(kept, { command: 'x', clock, say: () => undefined, signal: stop.signal });
    await clock.advance(3000);
    stop.abort(new Error('asked to stop'));
    const [settled] = await within(Promise.allSettled([waiting]));
    expect(settled).to.have.nested.property('reason.message', 'asked to stop');
    expect((await store.read())?.token).to.equal(1);
  });

  it('fences off a holder that was stopped for longer than its time, at its next act', async () => {
    const stopped = new VirtualClock();
    const fence = await take(stopped);
    await stopped.advance(60_000);
    await fence.mayAct();
    // Its clock stands still now, as that of a stopped process or of a machine that sleeps.
    const other = await within(take());
    expect(await loss(fence))
      .to.contain('it was taken by')
      .and.to.contain('fover recover');
    expect(fence.signal.aborted).to.equal(true);
    expect(whosFirst(await store.history(9))).to.deep.equal([2, 1]);
    await other.mayAct();
    // What the old one gives back is not the other's.
    await fence.release();
    await other.mayAct();
    await other.release();
  });

  it('notices the loss at its next heartbeat where it does nothing', async () => {
    const fence = await take();
    await releaseLease(store, clock, { because: 'the lab is closed' });
    await clock.advance(2600);
    expect(fence.lost?.message).to.contain('our lease was ended by').and.to.contain('the lab is closed');
    expect(clock.pending).to.equal(0);
  });

  it('gives a sign of life before it acts after a sleep, and minds no date that jumps', async () => {
    let awayMs = 0;
    const jumping: Clock = {
      nowMs: () => clock.nowMs(),
      after: (ms, then) => clock.after(ms, then),
      wall: () => new Date(clock.wall().getTime() + awayMs),
    };
    const fence = await take(jumping);
    const beats = new Set([(await store.read())?.beat]);
    for (const jumpMs of [3_600_000, -7_200_000]) {
      awayMs = jumpMs;
      await fence.mayAct();
      beats.add((await store.read())?.beat);
      await fence.mayAct();
    }
    expect(beats.size).to.equal(3);
    expect(fence.lost).to.equal(undefined);
    await fence.release();
  });

  it('is not acted on while nobody can say whose it is', async () => {
    const spoilt: readonly ((file: string) => void)[] = [
      (file) => rmSync(file),
      (file) => writeFileSync(file, '{"token":'),
      () => rmSync(kept.lease, { recursive: true }),
      () => {
        rmSync(kept.lease, { recursive: true });
        writeFileSync(kept.lease, '');
      },
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"id":"[^"]+"/, '"id":"another"')),
    ];
    for (const spoil of spoilt) {
      const fence = await take();
      spoil(join(kept.lease, `${fence.lease.token}.json`));
      expect(await loss(fence)).to.contain('fover recover');
      expect(await loss(fence)).to.equal(fence.lost?.message);
      await fence.release();
      rmSync(kept.lease, { recursive: true, force: true });
    }
  });

  it('bears with a store that fails for a moment, and not for longer than its time', async () => {
    let failing = false;
    const shaky: LeaseStore = {
      ...bound(store),
      read: () => (failing ? Promise.reject(new BenchError('store', 'is away')) : store.read()),
    };
    const fence = new Fence(shaky, await heldBy({}), clock);
    failing = true;
    await clock.advance(10_000);
    failing = false;
    await clock.advance(3000);
    await fence.mayAct();
    failing = true;
    await clock.advance(20_000);
    expect(fence.lost?.message).to.contain('is away');
  });

  it('is not given to anybody over a lease that cannot be read, until that is ended by force', async () => {
    const { token } = await heldBy({});
    writeFileSync(join(kept.lease, `${token}.json`), 'x');
    expect(await refusal(take())).to.contain('fover release --force');
    expect(await refusal(releaseLease(store, clock))).to.contain('--force');
    await releaseLease(store, clock, { because: 'it was torn' });
    const fence = await take();
    expect(fence.lease.token).to.equal(token + 1);
    await fence.release();
    expect(readdirSync(kept.lease)).to.include(`${token}.ended.json`);
  });

  it('is released of those who are gone or silent, and of the living by force only', async () => {
    expect(await releaseLease(store, clock)).to.equal(undefined);
    await heldBy({ started: '1' });
    expect((await releaseLease(store, clock))?.token).to.equal(1);
    await heldBy({ place: 'elsewhere' });
    expect((await within(releaseLease(store, clock)))?.token).to.equal(2);
    const fence = await take();
    expect(await refusal(releaseLease(store, clock))).to.contain('which is alive');
    await releaseLease(store, clock, { because: 'it hangs' });
    expect((await store.read())?.ended).to.include({ because: 'it hangs' });
    expect(await loss(fence)).to.contain('because: it hangs');
  });

  it('knows a holder by its number, and by the process behind the number', () => {
    const own = ourselves('x');
    expect(livenessOf(own)).to.equal('there');
    expect(livenessOf({ ...own, started: '1' })).to.equal('gone');
    expect(livenessOf({ ...own, pid: 2 ** 22 + 1 })).to.equal('gone');
    expect(livenessOf({ ...own, place: 'elsewhere' })).to.equal('unknown');
    const { place: _, ...unplaced } = own;
    expect(livenessOf(unplaced)).to.equal('unknown');
  });
});

const whosFirst = (seen: readonly { readonly token: number }[]): readonly number[] =>
  seen.map(({ token }) => token);

const bound = (store: LeaseStore): LeaseStore => ({
  name: store.name,
  read: () => store.read(),
  take: (claim, after) => store.take(claim, after),
  renew: (token, at) => store.renew(token, at),
  end: (token, end) => store.end(token, end),
  history: (most) => store.history(most),
});

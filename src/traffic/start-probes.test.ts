import { fork, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { pause, realClock, within } from '../clock.ts';
import { BenchError, UsageError } from '../errors.ts';
import type { ProbeSighting } from '../pair/index.ts';
import { startProbes } from './index.ts';
import type { HostPort, ProbeFlow, ProbeGap, Probes } from './index.ts';
import { RunningProbes } from './running-probes.ts';

const local = '127.0.0.1';

const watching = (): {
  batches: ProbeSighting[];
  gaps: ProbeGap[];
  options: Parameters<typeof startProbes>[1];
  until: (done: () => boolean) => Promise<void>;
} => {
  const batches: ProbeSighting[] = [];
  const gaps: ProbeGap[] = [];
  let look: (() => void) | undefined;
  const options = {
    clock: realClock,
    batchEveryMs: 50,
    onBatch: (saw: ProbeSighting) => (batches.push(saw), look?.()),
    onGap: (gap: ProbeGap) => (gaps.push(gap), look?.()),
  };
  const until = (done: () => boolean): Promise<void> =>
    within(realClock, 40_000, new Promise((resolve) => ((look = () => done() && resolve()), look?.())));
  return { batches, gaps, options, until };
};

const lostIn = (batches: readonly ProbeSighting[]): number[] =>
  batches.flatMap(({ lost }) =>
    lost.flatMap(({ fromSeq, toSeq }) => Array.from({ length: toSeq - fromSeq + 1 }, (_, n) => fromSeq + n)),
  );

const toldUpTo = (batches: readonly ProbeSighting[], flow: string): number =>
  batches.findLast((batch) => batch.flow === flow)?.toSeq ?? -1;

const dropped = (n: number): boolean => (n >= 20 && n <= 89) || n === 100;

const through = (name: string, { enter, leave }: { enter: HostPort; leave: HostPort }): ProbeFlow => {
  return { name, everyMs: 5, send: { to: enter }, receive: { attachTo: leave } };
};

const processOf = (): ReturnType<typeof fork> =>
  fork(fileURLToPath(new URL('./probe-process.ts', import.meta.url)), [], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

describe('probes', () => {
  const sockets: Socket[] = [];
  const bound = async (): Promise<{ socket: Socket; place: HostPort }> => {
    const socket = createSocket('udp4');
    sockets.push(socket);
    await new Promise<void>((resolve) => socket.bind(0, local, resolve));
    return { socket, place: { host: local, port: socket.address().port } };
  };
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });

  /** A relay that hands the nth datagram on as often as it is told, to whoever said hello. */
  const relay = async (
    copies: (n: number) => number,
  ): Promise<{ enter: HostPort; leave: HostPort; count: () => number }> => {
    const [enter, leave] = [await bound(), await bound()];
    let [n, greeted] = [0, 0];
    leave.socket.on('message', (_, from) => (greeted = from.port));
    enter.socket.on('message', (bytes) => {
      for (let left = copies(n++); left > 0; left--) leave.socket.send(bytes, greeted, local);
    });
    return { enter: enter.place, leave: leave.place, count: () => n };
  };

  const started = async (): Promise<
    ReturnType<typeof watching> & { probes: RunningProbes; child: ReturnType<typeof fork> }
  > => {
    const { enter, leave } = await relay(() => 1);
    const watch = watching();
    const child = processOf();
    const flows = [{ name: 'f', everyMs: 10, send: { to: enter }, receive: { attachTo: leave } }];
    const probes = new RunningProbes(child, flows, watch.options);
    await probes.begun();
    await watch.until(() => watch.batches.length > 0);
    return { ...watch, probes, child };
  };

  it('finds exactly the probes that a relay dropped, and the ones that it doubled', async () => {
    const [lossy, clean] = [await relay((n) => (dropped(n) ? 0 : n === 95 ? 3 : 1)), await relay(() => 1)];
    const { batches, gaps, options, until } = watching();
    const probes = await startProbes([through('lossy', lossy), through('clean', clean)], options);
    await until(() => toldUpTo(batches, 'lossy') > 120 && toldUpTo(batches, 'clean') > 120);
    await probes.stop();
    const of = (name: string): ProbeSighting[] => batches.filter((batch) => batch.flow === name);
    const truth = Array.from({ length: 101 }, (_, n) => n).filter(dropped);
    expect(lostIn(of('lossy'))).to.deep.equal(truth);
    expect(lostIn(of('clean'))).to.deep.equal([]);
    expect(of('lossy').reduce((sum, batch) => sum + batch.duplicated, 0)).to.equal(2);
    expect(gaps).to.deep.equal([]);
    for (const [name, { count }] of [
      ['lossy', lossy],
      ['clean', clean],
    ] as const) {
      expect(toldUpTo(batches, name), 'the last batch tells of the last probe').to.equal(count() - 1);
      let next = 0;
      for (const batch of of(name)) {
        expect(batch.fromSeq).to.equal(next);
        expect(batch.lastSentMs).to.be.at.least(batch.firstSentMs);
        next = batch.toSeq + 1;
      }
    }
  });

  it('says who greets, again and again, and takes no foreign packets', async () => {
    const [target, host] = [await bound(), await bound()];
    let hellos = 0;
    host.socket.on('message', (_, from) => {
      hellos += 1;
      for (const foreign of ['', 'FOVP1', 'x'.repeat(29), 'FOVP1'.padEnd(29, 'x')])
        host.socket.send(foreign, from.port, local);
    });
    const { batches, gaps, options, until } = watching();
    const flow = { name: 'dark', everyMs: 10, send: { to: target.place }, receive: { attachTo: host.place } };
    const probes = await startProbes([flow], options);
    await until(() => hellos >= 2 && batches.length > 1);
    await probes.stop();
    expect(batches.every((batch) => batch.received === 0 && batch.duplicated === 0)).to.equal(true);
    expect(lostIn(batches)).to.have.length(toldUpTo(batches, 'dark') + 1);
    expect(gaps).to.deep.equal([]);
  });

  it('sends from and receives at the places that are given', async () => {
    const [near, far] = [await bound(), await bound()];
    for (const socket of sockets.splice(0)) socket.close();
    const { batches, options, until } = watching();
    const flow = {
      name: 'direct',
      everyMs: 10,
      send: { bind: near.place, to: far.place },
      receive: { bind: far.place },
    };
    const probes = await startProbes([flow], options);
    await until(() => toldUpTo(batches, 'direct') > 5);
    await probes.stop();
    await probes.stop();
    expect(lostIn(batches)).to.deep.equal([]);
  });

  it('refuses flows that make no sense, and places that cannot be used', async () => {
    const taken = await bound();
    const { options } = watching();
    const flow = { name: 'f', everyMs: 10, send: { to: taken.place }, receive: { bind: taken.place } };
    const rejection = async (flows: readonly ProbeFlow[]): Promise<unknown> =>
      startProbes(flows, options).then(
        (probes: Probes) => probes.stop(),
        (error: unknown) => error,
      );
    expect(await rejection([{ ...flow, everyMs: 0 }])).to.be.instanceOf(UsageError);
    expect(await rejection([{ ...flow, receive: {} }])).to.be.instanceOf(UsageError);
    expect(await rejection([flow, flow])).to.be.instanceOf(UsageError);
    expect(await rejection([])).to.equal(undefined);
    const refused = await rejection([flow]);
    expect(refused)
      .to.be.instanceOf(BenchError)
      .and.have.property('message')
      .match(/flow f: cannot use 127\.0\.0\.1 port \d+: .*EADDRINUSE/);
  });

  describe('whose process', () => {
    it('is killed leave a gap from their last word to their stop', async () => {
      const { batches, gaps, probes, child, until } = await started();
      child.kill('SIGKILL');
      await until(() => gaps.length > 0);
      expect(gaps[0]).to.include({ flow: 'f', fromMs: batches.at(-1)?.lastSentMs });
      expect(gaps[0]?.why).to.match(/is gone: it ended with SIGKILL/);
      await probes.stop();
      expect(gaps).to.have.length(2);
      expect(gaps[1]?.fromMs).to.equal(gaps[0]?.toMs);
    });

    it('stands still leave a gap while it lasts, and no loss is made up when it goes on', async () => {
      const { batches, gaps, probes, child, until } = await started();
      child.kill('SIGSTOP');
      await until(() => gaps.length > 0);
      expect(gaps[0]?.why).to.match(/has said nothing for/);
      const before = toldUpTo(batches, 'f');
      child.kill('SIGCONT');
      await until(() => toldUpTo(batches, 'f') > before + 50);
      await probes.stop();
      expect(lostIn(batches)).to.deep.equal([]);
      expect(
        Math.max(...batches.map((batch) => batch.worstLatenessMs)),
        'the stall is seen',
      ).to.be.greaterThan(1000);
    });

    it('heeds no signal of the terminal, and ends with the probes', async () => {
      const { gaps, probes, child, batches, until } = await started();
      child.kill('SIGINT');
      child.kill('SIGTERM');
      const before = batches.length;
      await until(() => batches.length > before + 2);
      await probes.stop();
      expect([child.exitCode, gaps]).to.deep.equal([0, []]);
    });

    it('does not outlive its parent', async () => {
      const target = await bound();
      let lastMs = 0;
      target.socket.on('message', () => (lastMs = realClock.nowMs()));
      const folder = mkdtempSync(join(tmpdir(), 'fover-probes-'));
      const room = fileURLToPath(new URL('.', import.meta.url));
      writeFileSync(
        join(folder, 'parent.mts'),
        `import { realClock as clock } from ${JSON.stringify(join(room, '../clock.ts'))};
         import { startProbes } from ${JSON.stringify(join(room, 'index.ts'))};
         const place = ${JSON.stringify(target.place)};
         const flow = { name: 'f', everyMs: 5, send: { to: place }, receive: { attachTo: place } };
         await startProbes([flow], { clock, batchEveryMs: 50, onBatch: () => process.stdout.write('.'), onGap: () => undefined });`,
      );
      const parent = spawn(process.execPath, [...process.execArgv, join(folder, 'parent.mts')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        await within(realClock, 40_000, new Promise((resolve) => parent.stdout.once('data', resolve)));
        expect(lastMs).to.be.greaterThan(0);
        parent.kill('SIGKILL');
        await within(
          realClock,
          40_000,
          (async () => {
            do await pause(realClock, 100);
            while (realClock.nowMs() - lastMs < 1500);
          })(),
        );
      } finally {
        parent.kill('SIGKILL');
        rmSync(folder, { recursive: true });
      }
    });
  });
});

import { expect } from 'chai';
import { FirewallSession } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import type { Line } from '../transport/index.ts';
import { Bench } from './bench.ts';
import { bringUp } from './bring-up.ts';
import { UnitConsole } from './unit-console.ts';
import { openVirtualBench } from './virtual-bench.test-support.ts';
import type { VirtualBench } from './virtual-bench.test-support.ts';

const never = new AbortController().signal;

describe('witnesses that are lost in the middle of a run, on a virtual clock', () => {
  let opened: VirtualBench;
  let hangUp: () => void;

  /** Another line to the console of primary, that the far end can hang up. */
  function session(): FirewallSession {
    const { simulated, clock, bench } = opened;
    const terminal = simulated.units.primary.console;
    const closed = new Set<(why?: Error) => void>();
    const state = { open: true };
    const line: Line = {
      name: 'a line',
      get open() {
        return state.open;
      },
      write: (bytes) =>
        state.open ? Promise.resolve(terminal.type(bytes)) : Promise.reject(new Error('closed')),
      onBytes: (listener) => terminal.onBytes((bytes) => state.open && listener(bytes, clock.nowMs())),
      onClosed: (listener) => {
        closed.add(listener);
        return () => void closed.delete(listener);
      },
      close: () => Promise.resolve(),
    };
    hangUp = () => {
      state.open = false;
      for (const listener of closed) listener(new Error('the server hung up'));
    };
    const { login } = bench.topology.pair;
    return new FirewallSession(line, clock, {
      name: 'primary console',
      username: login.username,
      password: () => bench.secrets.reveal(login.password),
      enable: () => bench.secrets.reveal(login.enable),
    });
  }

  beforeEach(async () => {
    opened = openVirtualBench([]);
    await opened.run(bringUp(opened.bench, never));
    await opened.run(opened.bench.watch.stop());
  });
  afterEach(() => opened.discard());

  const told = (from: number): readonly string[] =>
    opened.recorder.entries.slice(from).flatMap((entry) => {
      if (entry.kind === 'gap') return [`gap: ${entry.why}`];
      return entry.kind === 'observation' && entry.saw.sight !== 'message' ? [entry.saw.sight] : [];
    });

  it('a line that was lost is a gap, never a silence of the unit, and is opened again', async () => {
    const { bench, clock, run, recorder } = opened;
    let refusals = 3;
    const open = (): Promise<FirewallSession> =>
      refusals-- > 0
        ? Promise.reject(new BenchError('primary console', 'line busy'))
        : Promise.resolve(session());
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, open });
    const from = recorder.entries.length;
    expect((await run(console.lookAtFailover(4000))).saw.sight).to.equal('failover');
    const looking = console.lookAtFailover(4000);
    hangUp();
    const againMs = clock.nowMs();
    const seen = await run(looking);
    expect(seen.saw.sight).to.equal('failover');
    expect(seen.askedMs).to.be.at.least(againMs + 3000);
    expect(told(from)).to.deep.equal([
      'failover',
      'gap: the line of the console was lost: the server hung up',
      'failover',
    ]);
  });

  it('one that cannot be opened again is trouble with the bench, within a bound, and says what was tried', async () => {
    const { bench, clock, run, recorder } = opened;
    const open = (): Promise<FirewallSession> => Promise.reject(new BenchError('way', 'connection refused'));
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, open });
    hangUp();
    const [from, fromMs] = [recorder.entries.length, clock.nowMs()];
    const error: unknown = await run(console.lookAtFailover(4000).catch((thrown: unknown) => thrown));
    expect(error)
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.matches(/the server hung up.*could not be opened again.*connection refused/);
    expect(clock.nowMs() - fromMs).to.be.at.most(25_000);
    expect(told(from)).to.deep.equal(['gap: the line of the console was lost: the server hung up']);
  });

  it('probes that are not accounted for in time are a gap', async () => {
    const { bench, clock, run, recorder } = opened;
    const flow = { name: 'out', everyMs: 10 };
    const topology = { ...bench.topology, flows: [flow] };
    const probing = new Bench(Object.assign(Object.create(bench), { topology }) as Bench);
    probing.carry({ stop: () => Promise.resolve() });
    probing.probed('out', clock.nowMs());
    const from = recorder.entries.length;
    await run(probing.probesUntil(clock.nowMs()));
    expect(told(from)).to.deep.equal([]);
    const untilMs = clock.nowMs() + 1000;
    await run(probing.probesUntil(untilMs));
    expect(told(from)).to.deep.equal(['gap: the probes were not accounted for']);
    expect(recorder.entries.at(-1)).to.include({ witness: 'probe out', toMs: bench.notebook.at(untilMs) });
  });
});

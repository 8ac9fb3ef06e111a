import { expect } from 'chai';
import { pause } from '../clock.ts';
import { FirewallSession } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import type { Line } from '../transport/index.ts';
import { Bench } from './bench.ts';
import { bringUp } from './rest/bring-up.ts';
import { UnitConsole } from './unit-console.ts';
import { openVirtualBench } from './virtual-bench.test-support.ts';
import type { VirtualBench } from './virtual-bench.test-support.ts';

const never = new AbortController().signal;

describe('witnesses that are lost in the middle of a run, on a virtual clock', () => {
  let opened: VirtualBench;
  let hangUp: () => void;

  /** Another line to the console of a unit, that the far end can hang up. */
  function session(unit: UnitName = 'primary'): FirewallSession {
    const { simulated, clock, bench } = opened;
    const terminal = simulated.units[unit].console;
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

  const serial = 'FCH1931J0PA';

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
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, serial, open });
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
      'identity',
      'failover',
    ]);
  });

  /** A console whose line was lost, and leads to another unit when it is opened again. */
  function swapped(): UnitConsole {
    const { bench, clock } = opened;
    const open = (): Promise<FirewallSession> => Promise.resolve(session('secondary'));
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, serial, open });
    hangUp();
    return console;
  }
  const acts = {
    'a command': (console: UnitConsole) => console.run('write memory', { boundMs: 4000 }),
    'a configuration': (console: UnitConsole) =>
      console.configure([{ typed: 'hostname other', shown: 'hostname other' }], { boundMs: 4000 }),
    'a reload': (console: UnitConsole) => console.fire('reload noconfirm', 4000),
  };
  for (const [what, act] of Object.entries(acts))
    it(`${what} is not typed at another unit than the one whose line was lost`, async () => {
      const { run, recorder, simulated, clock } = opened;
      const console = swapped();
      const said: string[] = [];
      simulated.units.secondary.console.onBytes((bytes) => said.push(Buffer.from(bytes).toString('latin1')));
      const from = recorder.entries.length;
      for (let times = 0; times < 2; times += 1) {
        const error: unknown = await run(act(console).catch((thrown: unknown) => thrown));
        expect(error)
          .to.be.instanceOf(BenchError)
          .with.property('message')
          .that.matches(/serial number FCH1931J0SB, not to FCH1931J0PA.*by-id/);
      }
      await clock.advance(60_000);
      expect(said.join(''))
        .to.include('show version')
        .and.not.match(/write memory|configure|reload/);
      expect(told(from)).to.include.members([
        'gap: the line that was opened again leads to the unit with serial number FCH1931J0SB, not to FCH1931J0PA',
      ]);
    });

  it('what another unit says is not booked to the one whose line was lost', async () => {
    const { run, recorder } = opened;
    const console = swapped();
    const from = recorder.entries.length;
    const error: unknown = await run(console.lookAtFailover(4000).catch((thrown: unknown) => thrown));
    expect(error).to.be.instanceOf(BenchError).with.property('message').that.includes('FCH1931J0SB');
    expect(told(from)).to.not.include('failover');
    expect(told(from).at(-1)).to.match(/^gap: .*FCH1931J0SB/);
  });

  it('a line that is lost under a command is trouble with the bench, no silence of the unit', async () => {
    const { bench, clock, run } = opened;
    const open = (): Promise<FirewallSession> => Promise.resolve(session());
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, serial, open });
    const running = console.run('show version', { boundMs: 4000 }).catch((thrown: unknown) => thrown);
    hangUp();
    expect(await run(running))
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.matches(/the server hung up, while "show version" was under way; whether .* is not known/);
    // What is asked next finds the line open again.
    expect((await run(console.run('show version', { boundMs: 4000 }))).output).to.include(serial);
  });

  it('a line that is lost again and again under one question is trouble with the bench', async () => {
    const { bench, clock, run } = opened;
    const open = (): Promise<FirewallSession> => {
      const lost = session();
      hangUp();
      return Promise.resolve(lost);
    };
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, serial, open });
    hangUp();
    const error: unknown = await run(console.lookAtFailover(4000).catch((thrown: unknown) => thrown));
    expect(error).to.be.instanceOf(BenchError).with.property('message').that.includes('lost each time');
  });

  it('closed while it is being opened again, it leaves no line open', async () => {
    const { bench, clock, run } = opened;
    const late: FirewallSession[] = [];
    const open = async (): Promise<FirewallSession> => {
      await pause(clock, 3000);
      late.push(session());
      return late[0]!;
    };
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, serial, open });
    hangUp();
    const looking = console.lookAtFailover(4000).catch((thrown: unknown) => thrown);
    await clock.advance(1000);
    await run(console.close());
    expect(await run(looking)).to.be.instanceOf(BenchError);
    expect(late.map((each) => each.closed)).to.deep.equal([true]);
    const after: unknown = await run(console.lookAtFailover(4000).catch((thrown: unknown) => thrown));
    expect(after).to.be.instanceOf(BenchError);
    expect(late).to.have.length(1);
  });

  it('one that cannot be opened again is trouble with the bench, within a bound, and says what was tried', async () => {
    const { bench, clock, run, recorder } = opened;
    const open = (): Promise<FirewallSession> => Promise.reject(new BenchError('way', 'connection refused'));
    const console = new UnitConsole('primary', session(), bench.notebook, { clock, serial, open });
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

import { expect } from 'chai';
import type { Clock } from '../clock.ts';
import type { EntryToRecord } from '../timeline/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Notebook } from './notebook.ts';
import { TimeWatch } from './time-watch.ts';

/** A machine of which the clocks can be tampered with, and whose process can be stopped. */
class Machine implements Clock {
  readonly virtual = new VirtualClock();
  wallAheadMs = 0;
  sleptMs = 0;
  stoodMs = 0;
  sinceBootMs?: () => number = () => 1e6 + this.nowMs() + this.sleptMs;

  nowMs(): number {
    return this.virtual.nowMs() + this.stoodMs;
  }
  wall(): Date {
    return new Date(this.virtual.wall().getTime() + this.stoodMs + this.sleptMs + this.wallAheadMs);
  }
  after(ms: number, then: () => void): () => void {
    return this.virtual.after(ms, then);
  }
}

describe('the watch of the time', () => {
  let machine: Machine;
  let recorded: EntryToRecord[];
  let notebook: Notebook;
  let watch: TimeWatch;

  beforeEach(() => {
    machine = new Machine();
    recorded = [];
    const book = {
      at: (ms: number) => ms,
      now: () => machine.nowMs(),
      consoleBytes: () => undefined,
      record: (entry: EntryToRecord) => {
        recorded.push(entry);
        return { seq: recorded.length, ...entry };
      },
    };
    notebook = new Notebook(book, (error) => expect.fail(error.message));
    watch = new TimeWatch(machine, notebook);
    watch.start();
  });
  afterEach(() => watch.stop());

  const advance = (ms: number): Promise<void> => machine.virtual.advance(ms);

  it('writes nothing down while time passes as it should, slewed clocks and short delays included', async () => {
    for (let second = 0; second < 600; second++) {
      machine.wallAheadMs += 0.5;
      machine.stoodMs += second % 10 === 0 ? 1500 : 0;
      await advance(1000);
    }
    expect(recorded).to.deep.equal([]);
  });

  it('has a gap of every witness while this process stood still, and the clocks agree', async () => {
    await advance(1000);
    machine.stoodMs = 5000;
    await advance(1000);
    expect(recorded).to.have.length(1);
    expect(recorded[0]).to.deep.include({ kind: 'gap', witness: 'every witness', fromMs: 1000, toMs: 6250 });
    expect(recorded[0])
      .to.have.property('why')
      .that.matches(/^nothing ran in this process for 5\.3 s: it was stopped/);
  });

  it('writes the gap down before whatever woke first', async () => {
    await advance(1000);
    machine.stoodMs = 5000;
    notebook.trouble('bench', 'a timer of somebody else');
    await advance(1000);
    expect(recorded.map(({ kind }) => kind)).to.deep.equal(['gap', 'trouble']);
  });

  it('has a gap where the machine slept, though the clock of the run did not go on', async () => {
    await advance(1000);
    machine.sleptMs = 3_600_000;
    await advance(250);
    expect(recorded).to.have.length(1);
    expect(recorded[0]).to.deep.include({ kind: 'gap', witness: 'every witness', fromMs: 1000, toMs: 1250 });
    expect(recorded[0]).to.have.property('why').that.contains('slept for 3600.0 s');
  });

  for (const byMs of [7_200_000, -7_200_000, 600, -600])
    it(`notes a clock that is set by ${byMs} ms, and nothing more: no time was lost`, async () => {
      await advance(1000);
      machine.wallAheadMs = byMs;
      await advance(1000);
      const wall = new Date(Date.UTC(2026, 0, 1, 0, 0, 1, 250) + byMs).toISOString();
      expect(recorded).to.deep.equal([{ kind: 'clock-step', atMs: 1250, byMs, wall }]);
    });

  it('tells both where both happened', async () => {
    machine.sleptMs = 60_000;
    machine.wallAheadMs = -5000;
    machine.stoodMs = 3000;
    await advance(500);
    expect(recorded.map(({ kind }) => kind)).to.deep.equal(['gap', 'clock-step']);
  });

  it('takes a leap of the wall clock for a sleep as well where nobody counts what a machine sleeps', async () => {
    watch.stop();
    delete machine.sinceBootMs;
    watch = new TimeWatch(machine, notebook);
    watch.start();
    machine.wallAheadMs = 60_000;
    await advance(500);
    machine.wallAheadMs = 0;
    await advance(500);
    expect(recorded.map(({ kind }) => kind)).to.deep.equal(['clock-step', 'gap', 'clock-step']);
  });

  it('leaves nothing behind when it is stopped', async () => {
    watch.stop();
    expect(machine.virtual.pending).to.equal(0);
    machine.stoodMs = 5000;
    await advance(1000);
    notebook.trouble('bench', 'later');
    expect(recorded.map(({ kind }) => kind)).to.deep.equal(['trouble']);
  });
});

/** Promises P3, P5 and P8 in the player, on a virtual clock: devices that fail, stops at any moment, and what is left of the bench. */
import { expect } from 'chai';
import { bringUp, StopRequested } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { BenchError } from '../errors.ts';
import { judgeScenario } from '../judge/index.ts';
import type { Entry, Phase } from '../timeline/index.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;
const dark: Scenario = {
  name: 'dark',
  title: 'dark',
  requirements: [],
  begin: 'primary',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};

const troubles = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.kind === 'trouble' ? [`${entry.whose}: ${entry.message}`] : []));
const powers = ({ simulated }: VirtualBench): readonly string[] =>
  simulated.pdus.flatMap(({ outlets }) => outlets.map(({ power }) => power));

/** Replaces how the PDUs carry out a command; `really` is what they would have done. */
function onSet(
  { bench }: VirtualBench,
  instead: (wish: 'on' | 'off', really: () => Promise<unknown>) => Promise<unknown>,
): () => void {
  const restore = [...bench.pdus.values()].map((pdu) => {
    const set = pdu.set.bind(pdu);
    Object.assign(pdu, {
      set: (outlet: string, wish: 'on' | 'off') => instead(wish, () => set(outlet, wish)),
    });
    return () => Object.assign(pdu, { set });
  });
  return () => restore.forEach((each) => each());
}

describe('a bench in trouble, on a virtual clock', function () {
  this.timeout(60_000);
  let opened: VirtualBench;

  beforeEach(async () => {
    opened = openVirtualBench(['dark', 'next']);
    await opened.run(bringUp(opened.bench, never));
  });
  afterEach(() => opened.discard());

  const phases: readonly Phase[] = ['prepare', 'steady', 'fault', 'watch', 'heal', 'recovered'];
  for (const phase of phases) {
    it(`a stop in phase ${phase} leaves every outlet on and nothing in the journal`, async () => {
      const { bench, recorder, clock, run } = opened;
      const stop = new AbortController();
      const reached = (): boolean =>
        recorder.entriesOf('dark').some((entry) => entry.kind === 'phase' && entry.phase === phase);
      const playing = play(bench, dark, stop.signal).catch((error: unknown) => error);
      while (!reached()) await clock.advance(10);
      stop.abort(new StopRequested());
      expect(await run(playing)).to.be.instanceOf(StopRequested);
      expect(bench.journal.open).to.deep.equal([]);
      expect(powers(opened).filter((power) => power !== 'on')).to.deep.equal([]);
      expect(recorder.entriesOf('dark').at(-1)?.kind).to.equal('scenario-ended');
      expect(judgeScenario(recorder.entries, 'dark').outcome).to.equal('inconclusive');
      const heals = recorder
        .entriesOf('dark')
        .flatMap((entry) => (entry.kind === 'action' && entry.role === 'heal' ? [entry.failed] : []));
      expect(heals).to.deep.equal(phases.indexOf(phase) < 2 ? [] : [undefined]);
    });
  }

  it('a healing that fails is tried again before the next scenario, which is not judged in the midst of the outage', async () => {
    const { bench, recorder, run } = opened;
    let refusals = 1;
    onSet(opened, (wish, really) =>
      wish === 'on' && refusals-- > 0 ? Promise.reject(new BenchError('pdu1', 'no answer')) : really(),
    );
    await run(play(bench, dark, never));
    expect(bench.journal.open.map(({ restores }) => restores)).to.deep.equal(['power of primary on']);
    expect(judgeScenario(recorder.entries, 'dark').infrastructure).to.equal(true);
    await run(play(bench, { ...dark, name: 'next' }, never));
    const next = recorder.entriesOf('next');
    const [first] = next.flatMap((entry) => (entry.kind === 'action' ? [entry] : []));
    expect(first).to.include({ did: 'put back what was still broken: power of primary on', role: 'setup' });
    const { outcome, because } = judgeScenario(recorder.entries, 'next');
    expect(outcome, because).to.equal('pass');
    expect(bench.journal.open).to.deep.equal([]);
  });

  it('nothing more is broken while something cannot be put back, and it is named', async () => {
    const { bench, recorder, run } = opened;
    let cuts = 0;
    const restore = onSet(opened, (wish, really) => {
      if (wish === 'off') cuts++;
      return wish === 'on' ? Promise.reject(new BenchError('pdu1', 'no answer')) : really();
    });
    await run(play(bench, dark, never));
    await run(play(bench, { ...dark, name: 'next' }, never));
    expect(cuts).to.equal(1);
    expect(troubles(recorder.entriesOf('next')).join()).to.match(
      /still broken: power of primary on.*no answer/,
    );
    const { outcome, infrastructure } = judgeScenario(recorder.entries, 'next');
    expect({ outcome, infrastructure }).to.deep.equal({ outcome: 'inconclusive', infrastructure: true });
    expect(await run(bench.mend())).to.have.length(1);
    restore();
    expect(await run(bench.mend())).to.deep.equal([]);
  });

  it('a healing that fails hides neither the stop before it nor itself', async () => {
    const { bench, recorder, clock, run } = opened;
    const restore = onSet(opened, (wish, really) =>
      wish === 'on' ? Promise.reject(new BenchError('pdu1', 'no answer')) : really(),
    );
    const stop = new AbortController();
    const playing = play(bench, dark, stop.signal).catch((error: unknown) => error);
    while (bench.journal.open.length === 0) await clock.advance(10);
    stop.abort(new StopRequested('enough'));
    expect(await run(playing)).to.be.instanceOf(StopRequested);
    expect(troubles(recorder.entriesOf('dark'))).to.deep.equal(['stopped: enough', 'bench: pdu1: no answer']);
    restore();
  });

  it('a driver that never returns does not keep the rest from being put back, and is named', async () => {
    const { bench, simulated, run } = opened;
    await run(bench.shutPort('primary', 'inside'));
    await run(bench.cutPower('secondary'));
    // Nobody need look on meanwhile: it takes its time.
    await run(bench.watch.stop());
    const restore = onSet(opened, () => new Promise(() => undefined));
    const left = await run(bench.mend());
    expect(left.map(({ message }) => message).join()).to.match(/^power of secondary on: nothing came within/);
    const ports = simulated.switches.flatMap((each) => each.ports.map(({ admin }) => admin));
    expect(ports).not.to.include('down');
    expect(bench.journal.open.map(({ restores }) => restores)).to.deep.equal(['power of secondary on']);
    restore();
    expect(await run(bench.mend())).to.deep.equal([]);
  });

  it('a unit is not taken its power while its mate has none, or while nobody knows', async () => {
    const { bench, run } = opened;
    let cuts = 0;
    onSet(opened, (wish, really) =>
      wish === 'off' && cuts++ > 0 ? Promise.reject(new Error('cut')) : really(),
    );
    await run(bench.cutPower('secondary'));
    const refused = await run(bench.cutPower('primary').catch((error: unknown) => error));
    expect(refused)
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.matches(/both units must never be dark/);
    await run(bench.restorePower('secondary'));
    const pdus = [...bench.pdus.values()];
    const reads = pdus.map((pdu) => pdu.read.bind(pdu));
    for (const pdu of pdus)
      Object.assign(pdu, { read: () => Promise.reject(new BenchError(pdu.name, 'mute')) });
    const blind = await run(bench.cutPower('primary').catch((error: unknown) => error));
    expect(blind).to.be.instanceOf(BenchError).with.property('message').that.matches(/mute/);
    pdus.forEach((pdu, at) => Object.assign(pdu, { read: reads[at] }));
    expect(cuts).to.equal(1);
    expect(bench.journal.open).to.deep.equal([]);
  });

  it('a unit is not taken its power while that of its mate is being cut, whatever the PDUs still read', async () => {
    const { bench, run } = opened;
    const both = Promise.allSettled([bench.cutPower('secondary'), bench.cutPower('primary')]);
    const ended = await run(both);
    expect(ended.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected']);
    expect(powers(opened).filter((power) => power !== 'on')).to.have.length(1);
    await run(bench.restorePower('secondary'));
    onSet(opened, (wish, really) =>
      wish === 'off' ? Promise.resolve({ askedMs: 0, answeredMs: 0, raw: 'later' }) : really(),
    );
    const late = await run(bench.cutPower('secondary').catch((error: unknown) => error));
    expect(late).to.be.instanceOf(BenchError);
    const refused = await run(bench.cutPower('primary').catch((error: unknown) => error));
    expect(refused)
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.matches(/must never be dark/);
    expect(await run(bench.mend())).to.deep.equal([]);
  });

  it('a port that leads to a dark unit is back when it is enabled: no link can come up there', async () => {
    const { bench, run } = opened;
    await run(bench.shutPort('secondary', 'inside'));
    await run(bench.cutPower('secondary'));
    await run(bench.enablePort('secondary', 'inside'));
    expect(bench.journal.open.map(({ restores }) => restores)).to.deep.equal(['power of secondary on']);
    expect(await run(bench.mend())).to.deep.equal([]);
  });

  it('an outlet is not back while its PDU still has a command to carry out', async () => {
    const { bench, clock, run } = opened;
    const settledMs = clock.nowMs() + 3000;
    for (const pdu of bench.pdus.values()) {
      const read = pdu.read.bind(pdu);
      Object.assign(pdu, {
        read: async (outlet: string) => ({ ...(await read(outlet)), pending: clock.nowMs() < settledMs }),
      });
    }
    const { effectMs } = await run(bench.restorePower('primary'));
    expect(effectMs.hiMs).to.be.at.least(settledMs);
  });

  it('what a unit refuses to do, it was not told', async () => {
    const { bench, run } = opened;
    const refused = await run(bench.tell('primary', 'failover sideways').catch((error: unknown) => error));
    expect(refused)
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.matches(/was refused with/);
  });
});

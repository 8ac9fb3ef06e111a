import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import type { Pdu } from '../../device/index.ts';
import type { Entry } from '../../timeline/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { Notebook } from '../notebook.ts';
import type { BenchParts } from '../parts.ts';
import { refuseOtherLabels, switchPower } from './power.ts';

interface Plug {
  power: 'on' | 'off' | 'unsettled';
  /** Milliseconds from being told until the relay moves; -1 for one that never does. */
  readonly relayMs: number;
  readonly label?: string;
  /** What it draws while its relay is closed, and how long its meter lags. */
  readonly watts?: number;
  readonly meterMs?: number;
  drawn?: number;
}

/** A PDU with one outlet, told at once, following later. */
function pduOf(name: string, plug: Plug, clock: VirtualClock, told: string[]): Pdu {
  if (plug.watts !== undefined) plug.drawn = plug.watts;
  const now = () => ({ askedMs: clock.nowMs(), answeredMs: clock.nowMs() });
  return {
    name,
    outlets: () => Promise.resolve(['1']),
    read: () =>
      Promise.resolve({
        power: plug.power,
        ...(plug.label === undefined ? {} : { label: plug.label }),
        ...(plug.drawn === undefined ? {} : { watts: plug.drawn }),
        raw: plug.power,
        ...now(),
      }),
    set: (outlet, wish) => {
      told.push(`${name} ${outlet} ${wish}`);
      if (plug.relayMs >= 0)
        clock.after(plug.relayMs, () => {
          plug.power = wish;
          clock.after(plug.meterMs ?? 0, () => {
            if (plug.watts !== undefined) plug.drawn = wish === 'off' ? 0 : plug.watts;
          });
        });
      return Promise.resolve({ raw: wish, ...now() });
    },
    close: () => Promise.resolve(),
  };
}

/** As much of a bench as power needs: two feeds of the primary unit, on two PDUs. */
function benchWith(first: Plug, second: Plug, label?: string) {
  const clock = new VirtualClock();
  const told: string[] = [];
  const entries: Entry[] = [];
  const book = {
    record: (entry: object) => entries.push({ seq: entries.length, ...entry } as Entry),
    at: (ms: number) => ms,
    now: () => clock.nowMs(),
    consoleBytes: () => undefined,
  };
  const plugs = { a: first, b: second };
  const bench = {
    clock,
    progress: { say: () => undefined, waiting: () => () => undefined },
    notebook: new Notebook(book as never, (error) => {
      throw error;
    }),
    pdus: new Map(Object.entries(plugs).map(([name, plug]) => [name, pduOf(name, plug, clock, told)])),
    topology: {
      pdus: { a: { settle: 5000, poll: 100 }, b: { settle: 5000, poll: 100 } },
      units: {
        primary: {
          power: [
            { pdu: 'a', outlet: '1', ...(label === undefined ? {} : { label }) },
            { pdu: 'b', outlet: '1' },
          ],
        },
      },
    },
  };
  return { bench: bench as unknown as BenchParts, clock, told, entries };
}

async function refusal(clock: VirtualClock, promise: Promise<unknown>): Promise<string> {
  const caught = promise.catch((error: unknown) => error);
  await clock.advance(60_000);
  const error = await caught;
  if (error instanceof BenchError) return error.message;
  throw new Error('expected a BenchError');
}

describe('power of a unit', () => {
  it('is switched at all feeds as one, and how far apart they were is on record', async () => {
    const { bench, clock, told } = benchWith({ power: 'on', relayMs: 200 }, { power: 'on', relayMs: 1200 });
    const beganMs = clock.nowMs();
    const switched = switchPower(bench, 'primary', 'off');
    await clock.advance(10_000);
    const { effectMs, skewMs } = await switched;
    expect(told).to.deep.equal(['a 1 off', 'b 1 off']);
    expect(effectMs.loMs).to.equal(beganMs);
    // Dark is when the last is off; the first was off a second before, and both were told at once.
    expect(effectMs.hiMs - beganMs).to.be.within(1200, 1300);
    expect(skewMs).to.deep.equal({ loMs: 0, hiMs: effectMs.hiMs - beganMs });
  });

  it('is on with the first feed', async () => {
    const { bench, clock } = benchWith({ power: 'off', relayMs: 200 }, { power: 'off', relayMs: 1200 });
    const beganMs = clock.nowMs();
    const switched = switchPower(bench, 'primary', 'on');
    await clock.advance(10_000);
    expect((await switched).effectMs.hiMs - beganMs).to.be.within(200, 300);
  });

  it('is not off where a meter still shows that it is drawn from: a relay that is stuck tells lies', async () => {
    const stuck: Plug = { power: 'on', relayMs: 100, watts: 80, meterMs: 1_000_000 };
    const { bench, clock } = benchWith(stuck, { power: 'on', relayMs: 100 });
    expect(await refusal(clock, switchPower(bench, 'primary', 'off'))).to.match(
      /^a: acknowledged the command, but outlet 1 of a draws less than 5 W did not show/,
    );
  });

  it('waits for a meter that lags, whose word is part of the witness, and claims nothing later for it', async () => {
    const metered: Plug = { power: 'on', relayMs: 100, watts: 80, meterMs: 3000 };
    const { bench, clock, entries } = benchWith(metered, { power: 'on', relayMs: 100 });
    const beganMs = clock.nowMs();
    const switched = switchPower(bench, 'primary', 'off');
    await clock.advance(10_000);
    const { effectMs, witness } = await switched;
    expect(effectMs.hiMs - beganMs).to.be.at.most(200);
    expect(witness).to.equal('outlet 1 of a (0 W), outlet 1 of b');
    expect(entries.at(-1)).to.deep.include({
      saw: { sight: 'outlet', pdu: 'a', outlet: '1', power: 'off', watts: 0 },
    });
  });

  it('is not touched at an outlet that is called otherwise than the topology says, nor at one without a name', async () => {
    for (const [called, says] of [
      [{ label: 'fw-b' }, 'is called "fw-a", but the PDU calls it "fw-b"'],
      [{}, 'is called "fw-a", but the PDU gives it no name'],
    ] as const) {
      const plug: Plug = { power: 'on', relayMs: 0, ...called };
      const { bench, clock, told } = benchWith(plug, { power: 'on', relayMs: 0 }, 'fw-a');
      expect(await refusal(clock, refuseOtherLabels(bench, 'primary')))
        .to.contain('outlet 1 is not touched')
        .and.to.contain(says);
      expect(told).to.deep.equal([]);
    }
    const { bench } = benchWith(
      { power: 'on', relayMs: 0, label: 'fw-a' },
      { power: 'on', relayMs: 0 },
      'fw-a',
    );
    await refuseOtherLabels(bench, 'primary');
  });

  it('that is neither on nor off is not off', async () => {
    const { bench, clock } = benchWith({ power: 'unsettled', relayMs: -1 }, { power: 'on', relayMs: 0 });
    expect(await refusal(clock, switchPower(bench, 'primary', 'off'))).to.contain(
      'outlet 1 of a reads off did not show within 5 s',
    );
  });
});

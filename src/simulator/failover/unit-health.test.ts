import { expect } from 'chai';
import { VirtualClock } from '../../virtual-clock.ts';
import { UnitHealth } from './unit-health.ts';

/** Hellos every poll time until `lastMs`; answers on another interface to each question, if there are any. */
async function watched(pollMs: number, holdMs: number, answers: boolean): Promise<string[]> {
  const clock = new VirtualClock();
  const told: string[] = [];
  const health = new UnitHealth({
    clock,
    pollMs: () => pollMs,
    holdMs: () => holdMs,
    expectsMate: () => false,
    probe: () => {
      told.push(`${clock.nowMs()} probe`);
      if (answers) health.heardElsewhere();
    },
    decide: (verdict) => told.push(`${clock.nowMs()} ${verdict}`),
  });
  health.heardElsewhere();
  health.heard();
  health.heardElsewhere();
  for (let nowMs = pollMs; nowMs <= 2 * holdMs; nowMs += pollMs) {
    await clock.advance(pollMs);
    health.tick();
  }
  return told;
}

describe('the health of a mate', () => {
  it('is asked for on every interface after three missed hellos, and lost when the hold time is over', async () => {
    const told = await watched(500, 3000, false);
    expect(told[0]).to.equal('1500 probe');
    expect(told.at(-1)).to.equal('3000 mate-lost');
    expect(told.filter((one) => one.endsWith('lost'))).to.have.length(1);
  });

  it('is asked for earlier where the hold time has no room for three', async () => {
    expect((await watched(1000, 3000, false))[0]).to.equal('2000 probe');
  });

  it('is good if it answers on another interface: only the failover link has failed', async () => {
    const told = await watched(500, 3000, true);
    expect(told).to.include('3000 link-failed');
    expect(told.join()).to.not.include('mate-lost');
    expect(told.at(-1)).to.match(/probe$/);
  });

  it('is not judged by hellos on other interfaces that came before it was asked for', async () => {
    expect((await watched(200, 800, false)).at(-1)).to.equal('800 mate-lost');
  });

  it('is not judged by a unit that was itself asleep, until it has listened once more', async () => {
    const clock = new VirtualClock();
    let aheadMs = 0;
    const told: string[] = [];
    const health = new UnitHealth({
      clock: {
        nowMs: () => clock.nowMs() + aheadMs,
        wall: () => clock.wall(),
        after: (ms, then) => clock.after(ms, then),
      },
      pollMs: () => 500,
      holdMs: () => 3000,
      expectsMate: () => false,
      probe: () => undefined,
      decide: (verdict) => told.push(verdict),
    });
    health.heard();
    aheadMs = 10_000;
    await clock.advance(3000);
    expect(told).to.deep.equal([]);
    await clock.advance(500);
    expect(told).to.deep.equal(['mate-lost']);
  });

  it('is judged by the hold time that is configured when the older one would be over', async () => {
    const clock = new VirtualClock();
    let holdMs = 15_000;
    const told: string[] = [];
    const health = new UnitHealth({
      clock,
      pollMs: () => 15_000,
      holdMs: () => holdMs,
      expectsMate: () => false,
      probe: () => undefined,
      decide: (verdict) => told.push(`${clock.nowMs()} ${verdict}`),
    });
    health.heard();
    await clock.advance(1000);
    holdMs = 45_000;
    await clock.advance(60_000);
    expect(told).to.deep.equal(['45000 mate-lost']);
  });

  for (const answers of [true, false])
    it(`that was never heard over the failover link, and ${answers ? 'answers' : 'is silent'} elsewhere, ${answers ? 'has that link failed' : 'is not lost again'}`, async () => {
      const clock = new VirtualClock();
      const told: string[] = [];
      let isActive = false;
      const health = new UnitHealth({
        clock,
        pollMs: () => 500,
        holdMs: () => 3000,
        expectsMate: () => isActive,
        probe: () => answers && health.heardElsewhere(),
        decide: (verdict) => told.push(`${clock.nowMs()} ${verdict}`),
      });
      const listens = async (): Promise<void> => {
        health.heardElsewhere();
        for (let polls = 0; polls < 12; polls += 1) {
          await clock.advance(500);
          health.tick();
        }
      };
      await listens();
      expect(told).to.deep.equal([]);
      isActive = true;
      await listens();
      expect(told).to.deep.equal(answers ? ['9000 link-failed'] : []);
    });

  it('is judged by new times from the moment they are set, not by its silence before', async () => {
    const clock = new VirtualClock();
    let holdMs = 45_000;
    const told: string[] = [];
    const health = new UnitHealth({
      clock,
      pollMs: () => holdMs / 3,
      holdMs: () => holdMs,
      expectsMate: () => false,
      probe: () => told.push(`${clock.nowMs()} probe`),
      decide: (verdict) => told.push(`${clock.nowMs()} ${verdict}`),
    });
    health.heard();
    await clock.advance(14_000);
    holdMs = 3000;
    health.retime();
    health.tick();
    await clock.advance(60_000);
    expect(told).to.deep.equal(['17000 mate-lost']);
  });

  it('is asked for before the hold time is over, even if polls come a little late', async () => {
    const clock = new VirtualClock();
    const told: string[] = [];
    const health = new UnitHealth({
      clock,
      pollMs: () => 205,
      holdMs: () => 800,
      expectsMate: () => false,
      probe: () => health.heardElsewhere(),
      decide: (verdict) => told.push(verdict),
    });
    health.heard();
    await clock.advance(174);
    for (let polls = 0; polls < 4; polls += 1) {
      health.tick();
      await clock.advance(210);
    }
    expect(told).to.deep.equal(['link-failed']);
  });
});

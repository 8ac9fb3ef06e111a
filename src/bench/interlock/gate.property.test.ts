import { expect } from 'chai';
import * as fc from 'fast-check';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { silentProgress } from '../progress.ts';
import { FakeRack, keptOutlet, keptPort } from './fake-rack.test-support.ts';
import type { RackPlan, Temper } from './fake-rack.test-support.ts';
import { Gate } from './gate.ts';
import { interlocks } from './interlocks.ts';
import type { Interlock } from './interlock.ts';
import { linesInMemory } from './kept-lines.ts';
import type { PowerLine } from './kept-lines.ts';
import { machineTime } from './moment.ts';

/** What somebody does to a rack, as a scenario, by hand, or by mistake. */
type Step =
  | { readonly step: 'set'; readonly pdu: number; readonly outlet: string; readonly wish: 'on' | 'off' }
  | { readonly step: 'unit'; readonly unit: UnitName; readonly wish: 'on' | 'off'; readonly awaits: boolean }
  | { readonly step: 'both'; readonly wish: 'on' | 'off' }
  | { readonly step: 'port'; readonly port: string; readonly vlan: boolean }
  | { readonly step: 'wait'; readonly ms: number }
  | { readonly step: 'flash'; readonly unit: UnitName; readonly ms: number }
  | { readonly step: 'clock'; readonly ms: number }
  | { readonly step: 'kill'; readonly boots: boolean };

const unit = fc.constantFrom<UnitName>(...unitNames);
const wish = fc.constantFrom<'on' | 'off'>('on', 'off', 'off');
const limit = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
  .map(([hour, more]) => ({ hour, day: hour + more }));

const temper: fc.Arbitrary<Temper> = fc
  .record({
    says: fc.constantFrom<Temper['says']>('truth', 'truth', 'truth', 'on', 'what-it-was-told'),
    commands: fc.array(
      fc.record({
        lateBy: fc.constantFrom(0, 0, 0.1, 0.5, 1),
        does: fc.constantFrom<Temper['commands'][number]['does']>(
          'done',
          'done',
          'done',
          'done',
          'deaf',
          'lost',
          'broken',
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    tellsPending: fc.boolean(),
    failsEvery: fc.constantFrom(0, 0, 3, 7),
    answersInMs: fc.constantFrom(0, 20, 700),
  })
  // One that says yes, does nothing, and says that it did cannot be told from an honest one by asking it.
  .map((one) =>
    one.says === 'truth'
      ? one
      : {
          ...one,
          commands: one.commands.map((each) =>
            each.does === 'deaf' ? { ...each, does: 'done' as const } : each,
          ),
        },
  );

const rack: fc.Arbitrary<RackPlan> = fc
  .array(
    fc.record({
      settle: fc.integer({ min: 100, max: 10_000 }),
      dwell: fc.integer({ min: 0, max: 8000 }),
      temper,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((pdus) => {
    const feeds = fc.array(fc.integer({ min: 0, max: pdus.length - 1 }), { minLength: 1, maxLength: 3 });
    const some = fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }) },
    );
    return fc.record({
      pdus: fc.constant(pdus),
      feeds: fc.record({ primary: feeds, secondary: feeds }),
      limits: fc.record({ primary: limit, secondary: limit }),
      // What was off before anything was done, only a PDU that tells the truth can tell.
      offAtFirst: pdus.every((pdu) => pdu.temper.says === 'truth') ? some : fc.constant([]),
      misnamed: some,
    });
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('set' as const),
      pdu: fc.integer({ min: 0, max: 2 }),
      outlet: fc.constantFrom('1', '2', '3', '4', '7', keptOutlet),
      wish,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ step: fc.constant('unit' as const), unit, wish, awaits: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('both' as const), wish }) },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('port' as const),
      port: fc.constantFrom(
        'GigabitEthernet1/0/3',
        keptPort,
        'Gi1/0/24',
        'gigabitethernet 1/0/24',
        'Gi1/0/11',
      ),
      vlan: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('wait' as const),
      ms: fc.constantFrom(50, 900, 5000, 12_000, 600_000, 3_590_000, 7_200_000, 40_000_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('flash' as const),
      unit,
      ms: fc.constantFrom(500, 20_000, 400_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('clock' as const),
      ms: fc.constantFrom(-86_400_000, -3_600_000, 3_600_000, 86_400_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('kill' as const), boots: fc.boolean() }) },
);

/** The date of another boot is all that is known of it: one that was set ahead meanwhile cannot be told from time that passed. */
function believable(steps: readonly Step[]): readonly Step[] {
  const boots = steps.some((each) => each.step === 'kill' && each.boots);
  return steps.filter((each) => !boots || each.step !== 'clock' || each.ms < 0);
}

/** Plays the steps on the rack, before a gate with these interlocks. Returns what happened that must never. */
async function wrongsOf(
  plan: RackPlan,
  steps: readonly Step[],
  locks: readonly Interlock[],
): Promise<{ wrongs: readonly string[]; reached: number }> {
  const clock = new VirtualClock();
  const rackNow = new FakeRack(plan, clock);
  if (unitNames.some((each) => rackNow.isDark(each) && unitNames.every((one) => rackNow.isDark(one))))
    return { wrongs: [], reached: 0 };
  let lines: readonly PowerLine[] = [];
  let wallMs = 0;
  let boot = { name: 'boot 0', sinceMs: 0 };
  let generation = 0;
  const open = (): Gate & {
    pdus: readonly ReturnType<Gate['guardPdu']>[];
    switch: ReturnType<Gate['guardSwitch']>;
  } => {
    const mine = generation;
    const isAlive = (): boolean => mine === generation;
    const kept = linesInMemory(lines);
    const time = {
      nowMs: () => clock.nowMs() - bootOf.sinceMs,
      wall: () => new Date(clock.wall().getTime() + wallMs),
    };
    const bootOf = boot;
    const gate = new Gate({
      topology: rackNow.topology,
      clock: { ...time, after: (ms, then) => clock.after(ms, () => void (isAlive() && then())) },
      progress: silentProgress,
      writes: (each) => rackNow.writes(each),
      interlocks: locks,
      time: machineTime(time, bootOf.name),
      lines: {
        read: () => kept.read(),
        replace: (all) => kept.replace(all),
        add: (line) => {
          if (!isAlive()) return;
          kept.add(line);
          lines = [...kept.read()];
        },
      },
    });
    return Object.assign(gate, {
      pdus: rackNow.pdus(isAlive).map((pdu) => gate.guardPdu(pdu)),
      switch: gate.guardSwitch(rackNow.switch(isAlive)),
    });
  };
  let gate = open();
  const quietly = (act: Promise<unknown> | undefined): Promise<unknown> =>
    Promise.resolve(act).catch(() => undefined);
  /** As `switchPower`: all feeds as one, and read a few times after. */
  const whole = async (of: UnitName, to: 'on' | 'off'): Promise<void> => {
    const { pdus } = gate;
    const feeds = rackNow.topology.units[of].power.map(({ pdu, outlet }) => ({
      of: pdus[Number(pdu.slice(3))],
      outlet,
    }));
    await Promise.all(feeds.map((feed) => quietly(feed.of?.set(feed.outlet, to))));
    for (const feed of feeds) await quietly(feed.of?.read(feed.outlet));
  };
  const atMost = async (act: Promise<unknown>, ms = 400_000): Promise<void> => {
    const state = { isOver: false };
    void act.then(() => (state.isOver = true));
    for (let passed = 0; passed < ms && !state.isOver; passed += 2000) await clock.advance(2000);
  };
  for (const each of steps) {
    if (each.step === 'wait') await clock.advance(each.ms);
    else if (each.step === 'set') await atMost(quietly(gate.pdus[each.pdu]?.set(each.outlet, each.wish)));
    else if (each.step === 'both') await atMost(Promise.all(unitNames.map((one) => whole(one, each.wish))));
    else if (each.step === 'unit') {
      const act = whole(each.unit, each.wish);
      if (each.awaits) await atMost(act);
      else await clock.advance(30);
    } else if (each.step === 'port')
      await atMost(
        quietly(each.vlan ? gate.switch.setVlan(each.port, 5) : gate.switch.setPort(each.port, 'down')),
      );
    else if (each.step === 'flash') rackNow.writesUntilMs[each.unit] = clock.nowMs() + each.ms;
    else if (each.step === 'clock') wallMs += each.ms;
    else {
      generation += 1;
      if (each.boots) boot = { name: `boot ${generation}`, sinceMs: clock.nowMs() };
      gate = open();
    }
  }
  await clock.advance(60_000);
  return { wrongs: rackNow.wrongs, reached: rackNow.reached };
}

const plans = Number(process.env['FOVER_PLANS'] ?? 600);
const anyPlan = [rack, fc.array(step, { minLength: 1, maxLength: 14 })] as const;

const holds = (locks: readonly Interlock[], runs: number, seed?: number) =>
  fc.check(
    fc.asyncProperty(...anyPlan, async (plan, steps) => {
      const { wrongs } = await wrongsOf(plan, believable(steps), locks);
      if (wrongs.length > 0) throw new Error(wrongs.join('; '));
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed, endOnFailure: true }) },
  );

describe('a bench behind its interlocks', function () {
  this.timeout(1_800_000);

  it(`comes to no harm by any of ${plans} plans, on racks that lie, are late, fall silent, and whose harness is killed`, async () => {
    const found = await holds(interlocks, plans);
    expect(found.failed, `${fc.defaultReportMessage(found) ?? ''} ${String(found.errorInstance)}`).to.equal(
      false,
    );
  });

  it('is worked at all the same: most plans reach a driver', async () => {
    const sampled = fc.sample(fc.tuple(...anyPlan), { numRuns: 60, seed: 7 });
    let reached = 0;
    for (const [plan, steps] of sampled)
      if ((await wrongsOf(plan, believable(steps), interlocks)).reached > 0) reached += 1;
    expect(reached).to.be.at.least(40);
  });

  for (const missing of interlocks)
    it(`comes to harm without ${missing.name}: ${missing.keeps}`, async () => {
      const others = interlocks.filter((each) => each !== missing);
      expect((await holds(others, 3000, 1)).failed).to.equal(true);
    });
});

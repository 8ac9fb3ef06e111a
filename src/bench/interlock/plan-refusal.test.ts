import { mkdtempSync, rmSync, writeFileSync, appendFileSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { benchFolderAt } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import type { Act } from './act.ts';
import { topologyOf } from './fake-rack.test-support.ts';
import { interlocks } from './interlocks.ts';
import { linesInFile } from './lines-in-file.ts';
import { machineTime } from './moment.ts';
import { planRefusal } from './plan-refusal.ts';
import { PowerHistory } from './power-history.ts';

const temper = {
  says: 'truth',
  commands: [{ lateBy: 0, does: 'done' }],
  tellsPending: false,
  failsEvery: 0,
  answersInMs: 0,
} as const;
const topology = topologyOf({
  pdus: [{ settle: 1000, dwell: 500, temper }],
  feeds: { primary: [0], secondary: [0] },
  limits: { primary: { hour: 2, day: 3 }, secondary: { hour: 2, day: 3 } },
  offAtFirst: [],
  misnamed: [],
});
const clock = new VirtualClock();
const hourMs = 3_600_000;
const outlet = (number: string, wish: 'on' | 'off'): Act => ({
  kind: 'outlet',
  pdu: 'pdu0',
  outlet: number,
  wish,
});
const of = 'a-scenario';
const cycleAt = (number: string, afterMs: number) =>
  (['off', 'on'] as const).map((wish) => ({ act: outlet(number, wish), of, afterMs }));

describe('a plan that is held against the interlocks', () => {
  it('is refused where both units would be without power, and said by which scenario', () => {
    const acts = [outlet('1', 'off'), outlet('2', 'off')].map((act) => ({ act, of, afterMs: 0 }));
    expect(planRefusal(acts, { topology, clock })).to.match(
      /^a-scenario: outlet 2 of pdu0 off would be refused: .* both units must never be dark$/,
    );
    expect(planRefusal([...cycleAt('1', 0), ...cycleAt('2', 0)], { topology, clock })).to.equal(undefined);
  });

  it('is refused where a unit would be cut too often in an hour or a day, with when it may be again', () => {
    const thrice = [...cycleAt('1', 0), ...cycleAt('1', 1000), ...cycleAt('1', 2000)];
    expect(planRefusal(thrice, { topology, clock }))
      .to.contain('cut 2 times within the last hour')
      .and.to.match(/again at 2026-01-01T01:00:0\dZ$/);
    const slowly = [0, 1, 2, 3].flatMap((at) => cycleAt('1', at * 2 * hourMs));
    expect(planRefusal(slowly.slice(0, 6), { topology, clock })).to.equal(undefined);
    expect(planRefusal(slowly, { topology, clock })).to.contain('cut 3 times within the last day');
  });

  it('is refused where it would touch what is protected or not given, by any spelling', () => {
    for (const act of [
      outlet('8', 'off'),
      outlet('7', 'on'),
      { kind: 'port', switch: 'sw1', port: 'gi1/0/24', wish: 'down' },
      { kind: 'port', switch: 'sw1', port: 'GigabitEthernet1/0/11', wish: { vlan: 7 } },
      { kind: 'port', switch: 'constructor', port: 'name', wish: 'up' },
    ] as const)
      expect(planRefusal([{ act, of, afterMs: 0 }], { topology, clock }), JSON.stringify(act)).to.contain(
        'refused',
      );
  });
});

describe('when power was cut, as it is kept between runs', () => {
  let folder: string;
  let kept: BenchFolder;
  beforeEach(
    () => (kept = benchFolderAt(join((folder = mkdtempSync(join(tmpdir(), 'cycles-'))), 'rack.bench'))),
  );
  afterEach(() => rmSync(folder, { recursive: true }));

  const feed = { pdu: 'pdu0', outlet: '1' };
  const history = (time = machineTime(clock, 'this boot')): PowerHistory =>
    new PowerHistory(linesInFile(kept), time);
  const cycle = (at: PowerHistory): void => {
    at.toldOff('primary', feed);
    at.supposeOn('primary', feed);
  };

  it('counts in the next run, is for its owner alone, and forgets what is older than a day', async () => {
    cycle(history());
    cycle(history());
    expect(statSync(kept.cycles).mode & 0o777).to.equal(0o600);
    const on = { topology, clock, kept };
    expect(planRefusal(cycleAt('1', 0), on)).to.contain('cut 2 times within the last hour');
    expect(planRefusal(cycleAt('2', 0), on)).to.equal(undefined);
    for (let lines = 0; lines < 2100; lines += 3) cycle(history());
    await clock.advance(25 * hourMs);
    history();
    expect(readFileSync(kept.cycles, 'utf8')).to.equal('');
  });

  it('counts the same when the wall clock is set, and a date ahead of us is now', () => {
    const at = (wall: string, boot: string, nowMs: number) =>
      machineTime({ nowMs: () => nowMs, wall: () => new Date(wall) }, boot);
    cycle(history(at('2026-01-01T00:00:00Z', 'one', 0)));
    const agoMs = (time: ReturnType<typeof at>): number | undefined =>
      history(time).cutsOf('primary', feed).agoMs[0];
    expect(agoMs(at('2026-02-01T00:00:00Z', 'one', 5000)), 'set ahead').to.equal(5000);
    expect(agoMs(at('2026-01-01T00:10:00Z', 'two', 1)), 'another boot').to.equal(600_000);
    expect(agoMs(at('2025-01-01T00:00:00Z', 'two', 1)), 'set back').to.equal(0);
  });

  for (const [what, spoil] of [
    ['a torn line', () => appendFileSync(kept.cycles, '{"saw":"told-of')],
    ['garbage', () => appendFileSync(kept.cycles, 'garbage\n')],
    ['another shape', () => writeFileSync(kept.cycles, '{"saw":"told-off","unit":"tertiary"}\n')],
  ] as const)
    it(`${what} lifts no limit: nothing is cut until somebody has seen to it`, () => {
      cycle(history());
      spoil();
      expect(() => planRefusal(cycleAt('1', 0), { topology, clock, kept })).to.throw(
        BenchError,
        /No power is cut until somebody has seen to it/,
      );
    });
});

describe('an interlock', () => {
  for (const each of interlocks)
    it(`${each.name} has a name and says what it keeps, and lets power come back`, () => {
      expect(each.name).to.match(/^[a-z-]+$/);
      expect(each.keeps).to.match(/^[a-z].*[^.]$/);
      expect(each.refusal ?? each.doubt, 'asks nothing').to.be.a('function');
      const before = new PowerHistory(
        linesInFile(benchFolderAt('/nonexistent/rack.bench')),
        machineTime(clock),
      );
      expect(each.refusal?.(outlet('1', 'on'), { topology, history: before })).to.equal(undefined);
    });
});

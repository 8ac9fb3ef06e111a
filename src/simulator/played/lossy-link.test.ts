import { expect } from 'chai';
import { type UnitName, unitNames } from '../../pair/index.ts';
import { ActiveActivePair } from './active-active.test-support.ts';
import { PlayedPair } from './played-pair.test-support.ts';

const failoverLink = 'GigabitEthernet0/2';
const ownLines = /Serial Number|failover lan unit|Cryptochecksum|^: (Saved|Written|Hardware)/;

/** The configuration, without what is of one unit only. */
async function configuration(pair: PlayedPair, unit: UnitName, which = 'running-config'): Promise<string[]> {
  return (await pair.ask(unit, `show ${which}`)).filter((line) => !ownLines.test(line));
}

async function areEqual(pair: PlayedPair, which?: string): Promise<boolean> {
  const [one, other] = await Promise.all(unitNames.map(async (unit) => configuration(pair, unit, which)));
  return one?.join('\n') === other?.join('\n');
}

/** Waits until both units have one configuration; says where they differ if they never do. */
async function becomeEqual(pair: PlayedPair, capMs?: number): Promise<number> {
  try {
    return await pair.until(async () => areEqual(pair), capMs);
  } catch (error) {
    expect(await configuration(pair, 'secondary')).to.deep.equal(await configuration(pair, 'primary'));
    throw error;
  }
}

const count = (lines: readonly string[], start: string): number =>
  lines.filter((line) => line.startsWith(start)).length;

const access = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `access-list T${from + at} extended permit udp any any`);

const history = async (pair: PlayedPair, unit: UnitName): Promise<string> =>
  (await pair.ask(unit, 'show failover history')).join('\n');

describe('a failover link that loses a third of everything, and doubles and overtakes the rest', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = new PlayedPair({ seed: 7 });
    pair.bench.trouble.primary.impair(failoverLink, { loss: 0.3, duplicates: 0.3, jitterMs: 150 });
    await pair.bootstrap();
  });
  after(() => pair.close());

  it('is enough for two units to become a pair', async () => {
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    await becomeEqual(pair);
  });

  it('replicates a hundred commands, each once and in its order', async () => {
    for (let round = 0; round < 20; round += 1)
      await pair.configure('primary', [
        ...access(2 * round, 2 * round + 2),
        `no access-list T${2 * round} extended permit udp any any`,
        `interface GigabitEthernet0/${round % 2}`,
        `description round ${round}`,
      ]);
    await becomeEqual(pair, 30_000);
    const lines = await configuration(pair, 'secondary');
    expect(count(lines, 'access-list T')).to.equal(20);
    expect(lines).to.include.members([' description round 18', ' description round 19']);
  });

  it('saves on both units', async () => {
    expect(count(await configuration(pair, 'secondary', 'startup-config'), 'access-list T')).to.equal(0);
    await pair.say('primary', 'write memory', 500);
    const saved = async (): Promise<number> =>
      count(await configuration(pair, 'secondary', 'startup-config'), 'access-list T');
    await pair.until(async () => (await saved()) > 0, 20_000);
    expect(await areEqual(pair, 'startup-config')).to.equal(true);
    expect(count(await configuration(pair, 'secondary', 'startup-config'), 'access-list T')).to.equal(20);
  });

  it('carries failover exec there, and its output back', async () => {
    for (let times = 0; times < 10; times += 1)
      expect(
        await pair.say('primary', 'failover exec mate show failover | include This host', 10_000),
      ).to.match(/This host: Secondary - Standby Ready/);
  });

  it('repeats files once', async () => {
    await pair.say('primary', 'mkdir /noconfirm backup', 10_000);
    expect((await pair.ask('secondary', 'dir')).join('\n')).to.include(' backup');
  });

  it('hands over, and the configuration stays one', async () => {
    await pair.say('secondary', 'failover active');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active', 20_000);
    await pair.steady('secondary');
    await pair.configure('secondary', access(100, 105));
    await becomeEqual(pair);
    expect(count(await configuration(pair, 'primary'), 'access-list T10')).to.equal(5);
  });
});

describe('a failover link that is cut in the middle of a replication', () => {
  for (const [what, cutMs, isAnew] of [
    ['for less than the hold time: what was typed follows', 2000, false],
    ['for long: the standby unit takes the configuration anew', 20_000, true],
  ] as const)
    it(what, async () => {
      const pair = await new PlayedPair().bootstrap();
      const before = await history(pair, 'secondary');
      await pair.configure('primary', access(0, 5));
      pair.bench.trouble.primary.impair(failoverLink, { loss: 1 });
      await pair.configure('primary', access(5, 15));
      expect(count(await configuration(pair, 'secondary'), 'access-list T')).to.equal(5);
      await pair.clock.advance(cutMs);
      pair.bench.trouble.primary.repair(failoverLink);
      await becomeEqual(pair, 5000);
      expect(count(await configuration(pair, 'secondary'), 'access-list T')).to.equal(15);
      await pair.steady('primary');
      const since = (await history(pair, 'secondary')).slice(before.lastIndexOf('\n'));
      if (isAnew) expect(since).to.match(/Standby Ready +Cold Standby +Configuration mismatch/);
      else expect(since).to.not.include('Cold Standby');
      pair.close();
    });

  it('while the whole configuration is on its way: it is sent once more, or goes on', async () => {
    for (const cutMs of [1000, 3500, 7000, 15_000]) {
      const pair = await new PlayedPair().bootstrap();
      await pair.configure('primary', access(0, 60));
      await pair.say('primary', 'write standby', 1);
      await pair.until(async () => (await pair.stateOf('secondary')) !== 'Standby Ready');
      pair.bench.trouble.primary.impair(failoverLink, { delayMs: 50, jitterMs: 100 });
      await pair.clock.advance(200);
      pair.bench.trouble.primary.impair(failoverLink, { loss: 1 });
      await pair.configure('primary', access(60, 70));
      await pair.clock.advance(cutMs);
      pair.bench.trouble.primary.repair(failoverLink);
      await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready', 90_000);
      await pair.steady('primary');
      await becomeEqual(pair, 30_000);
      expect(count(await configuration(pair, 'secondary'), 'access-list T')).to.equal(70);
      pair.close();
    }
  });
});

describe('a failover link that is cut while each unit carries a group', () => {
  it('gives each context to the unit that stands by for it, and leaves roles and connections alone', async () => {
    const pair = await new ActiveActivePair().open();
    await pair.say('secondary', 'failover active group 2');
    await pair.becomes('primary', 'Active Standby Ready / Standby Ready Active');
    pair.bench.trouble.primary.impair(failoverLink, { loss: 1 });
    for (const [unit, context] of [
      ['primary', 'admin'],
      ['secondary', 'branch'],
    ] as const) {
      await pair.say(unit, `changeto context ${context}`);
      await pair.configure(unit, access(0, 5));
      await pair.say(unit, 'changeto system');
    }
    await pair.clock.advance(20_000);
    pair.bench.trouble.primary.repair(failoverLink);
    await pair.clock.advance(5000);
    expect(await pair.shown('primary')).to.equal('Active Standby Ready / Standby Ready Active');
    for (const context of ['admin', 'branch']) {
      for (const unit of unitNames) {
        await pair.say(unit, `changeto context ${context}`);
        expect(count(await configuration(pair, unit), 'access-list T'), `${context} on ${unit}`).to.equal(5);
      }
    }
    expect(await history(pair, 'secondary')).not.to.match(/Cold Standby +Configuration mismatch/);
    pair.close();
  });
});

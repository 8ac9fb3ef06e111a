/** Random faults, commands and repairs: what must hold while they happen, and where the groups are afterwards. */
import { expect } from 'chai';
import { isActive, failoverStates, unitNames } from '../../pair/index.ts';
import { type Random, seededRandom } from '../ground/random.ts';
import { FakePair, splitGroups } from './fake-pair.test-support.ts';

const wires = ['a1', 'a2', 'b1', 'b2'] as const;
const deeds = [
  'unplug',
  'cut',
  'heal',
  'power',
  'boot',
  'card',
  'active',
  'standby',
  'reset',
  'write',
] as const;
/** Two units call themselves active for as long as a hand-over takes, and no longer. */
const bothAtMostMs = 300;

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random.between(0, from.length))];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

function disturb(pair: FakePair, random: Random): string {
  const [deed, name, wire] = [pick(random, deeds), pick(random, unitNames), pick(random, wires)];
  const ids = pair.primary.groups.map(({ id }) => id);
  const group = ids[Math.floor(random.between(0, ids.length + 1))];
  const unit = pair[name];
  const commands = unit.process?.commands;
  if (deed === 'unplug') pair.unplug(name, wire);
  else if (deed === 'cut') pair.cut.add(wire);
  else if (deed === 'heal') pair.heal();
  else if (deed === 'power') unit.off();
  else if (deed === 'boot') unit.boot();
  else if (deed === 'card') unit.cardDown = !unit.cardDown;
  else if (deed === 'active') commands?.becomeActive(group);
  else if (deed === 'standby') commands?.becomeStandby(group);
  else if (deed === 'reset') commands?.reset(group);
  else commands?.writeStandby();
  return `${Math.round(pair.clock.nowMs())} ms: ${deed} ${name} ${wire} ${group ?? 'all'}: ${pair.shown()}`;
}

/** Lets time pass, and throws if a group is active on both units for too long. */
async function watch(pair: FakePair, forMs: number, since: Map<number, number>): Promise<void> {
  const untilMs = pair.clock.nowMs() + forMs;
  while (pair.clock.nowMs() < untilMs) {
    await pair.clock.advance(20);
    pair.states().forEach((row, at) => {
      const active = row.filter((word) => failoverStates.some((state) => state === word && isActive(state)));
      if (active.length < 2) since.delete(at);
      else if (!since.has(at)) since.set(at, pair.clock.nowMs());
      expect(pair.clock.nowMs() - (since.get(at) ?? Infinity), pair.shown()).to.be.at.most(bothAtMostMs);
    });
  }
}

async function play(pair: FakePair, random: Random): Promise<void> {
  const done: string[] = [];
  const since = new Map<number, number>();
  try {
    await pair.bootTogether();
    for (let count = 0; count < 8; count += 1) {
      done.push(disturb(pair, random));
      await watch(pair, random.between(0, pick(random, [100, 1500, 8000])), since);
    }
    pair.heal();
    for (const name of unitNames) {
      pair[name].cardDown = false;
      if (!pair[name].process) pair[name].boot();
    }
    await pair.settled();
    await pair.clock.advance(10_000);
    for (const row of pair.states()) expect(row).to.have.members(['active', 'standby-ready']);
    for (const name of unitNames) {
      for (const { id, state } of pair[name].running.groups)
        expect(pair[name].roles.get(id), `addresses of group ${id}`).to.equal(
          state === 'active' ? 'active' : 'standby',
        );
    }
  } catch (error) {
    throw new Error(done.join('\n'), { cause: error });
  } finally {
    for (const name of unitNames) pair[name].off();
  }
}

describe('random faults and commands', function () {
  this.timeout(30_000);
  const kinds = {
    'Active/Standby': [],
    'Active/Active': splitGroups,
    'Active/Active with preemption': splitGroups.map((group) => ({ ...group, preempt: { afterMs: 3000 } })),
  };
  for (const [kind, groups] of Object.entries(kinds)) {
    it(`never leave a group active on both units, and every group settles once all is well: ${kind}`, async () => {
      for (let seed = 1; seed <= 25; seed += 1) await play(new FakePair(groups), seededRandom(seed));
    });
  }
});

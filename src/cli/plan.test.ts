import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { controls } from '../pair/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { readTopology } from '../topology/index.ts';
import { foretellScenario } from './foretold.ts';
import { fover, workFolder } from './fover.test-support.ts';
import { planText } from './plan-text.ts';
import { planOf } from './planned.ts';
import type { Plan } from './planned.ts';

const root = resolve(import.meta.dirname, '../..');
const topologyOf = (name: string): ReturnType<typeof readTopology>['topology'] =>
  readTopology(join(root, 'topologies', `${name}.yaml`)).topology;

const dark: Scenario = {
  name: 'dark',
  title: 'the standby unit takes over',
  requirements: ['AS-ACTIVE-FAILED'],
  begin: 'primary',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};
const link: Scenario = { ...dark, name: 'link', fault: 'failover-link-down', watch: 'nothing' };
const inside: Scenario = { ...dark, name: 'in', fault: 'interface-down', interface: 'inside' };

describe('a plan', () => {
  it('names every feed and port that will be touched, each once', () => {
    const { touches } = planOf(topologyOf('rack-asa-5520'), [dark, inside, { ...dark, name: 'again' }]);
    expect(touches.map(({ called }) => called)).to.deep.equal([
      'outlet 7 of pdu-a (power of primary)',
      'outlet 7 of pdu-b (power of primary)',
      'GigabitEthernet1/0/3 of sw7 (inside of primary)',
    ]);
  });

  it('says which drivers have never met their hardware', () => {
    const plan = planOf(topologyOf('rack-asa-5520'), [dark]);
    expect(plan.drivers.map(({ device, driver, proof }) => [device, driver, proof])).to.deep.equal([
      ['pdu-a', 'apc-rpdu2', 'written'],
      ['pdu-b', 'apc-rpdu2', 'written'],
    ]);
    expect(planText(plan)).to.match(
      /^Drivers that were written from documents, and have never met their hardware:\n {2}pdu-a: apc-rpdu2, from PowerNet-MIB/m,
    );
  });

  it('takes its windows from the model and the timers of the topology', () => {
    const windowOf = (name: string): readonly number[] =>
      foretellScenario(topologyOf(name), dark)
        .flatMap(({ predicted }) => predicted)
        .flatMap((each) =>
          each.prediction === 'becomes' && each.saidBy === 'itself' && each.states.includes('active')
            ? [each.earliestMs, each.latestMs]
            : [],
        );
    // Poll 1 s and hold 15 s on the rack, 0.5 s and 3 s on the simulated bench: hold, poll, and a second to change.
    expect(windowOf('rack-asa-5520')).to.deep.equal([13_000, 17_000]);
    expect(windowOf('simulated')).to.deep.equal([2000, 4500]);
  });

  it('tells what must follow from the healing as well, from the state that the fault left', () => {
    const foretold = foretellScenario(topologyOf('simulated'), dark);
    expect(foretold.map(({ after }) => after)).to.deep.equal(['fault', 'heal']);
    const back = foretold[1]?.predicted.map(({ who, prediction }) => `${who} ${prediction}`);
    expect(back).to.have.members(['primary becomes', 'secondary stays']);
  });

  it('foretells of two units that boot at once only what follows whichever is noticed first', () => {
    const both: Scenario = { ...dark, fault: 'both-units-booting', watch: 'nothing' };
    const [first, second, booted] = foretellScenario(topologyOf('simulated'), both);
    expect([first?.predicted, second?.predicted]).to.deep.equal([[], []]);
    expect(booted?.predicted.map(({ who, states: [state] }) => `${who} ${state}`)).to.deep.equal([
      'primary active',
      'secondary standby-ready',
    ]);
  });

  it('knows a bench with a failover cable, and says what it cannot play there', () => {
    const plan = planOf(topologyOf('rack-pix-515e-cable'), [link, dark]);
    expect(plan.scenarios.map(({ scenario }) => scenario.name)).to.deep.equal(['dark']);
    expect(plan.pending).to.deep.equal([
      { scenario: 'link', why: 'this pair has a failover cable, not a failover link' },
    ]);
    expect(planText(plan)).to.match(/^Not played on this bench:\n {2}link: this pair has a failover cable/m);
  });

  it('sums the bounds of every step, and of the way to the first one', () => {
    const { bringUp, scenarios, takes } = planOf(topologyOf('simulated'), [dark, link]);
    for (const bound of ['leastMs', 'mostMs'] as const) {
      const steps = [...bringUp, ...scenarios.flatMap((each) => each.steps)];
      expect(takes[bound]).to.equal(steps.reduce((sum, step) => sum + step[bound], 0));
    }
    expect(takes.leastMs).to.be.greaterThan(0);
    expect(takes.mostMs).to.be.greaterThan(takes.leastMs);
  });
});

describe('fover plan', function () {
  this.timeout(60_000);

  it('plans the first suite for a rack that is not there and whose secrets are not: nothing is touched', async () => {
    const folder = workFolder();
    const rack = join(root, 'topologies/rack-asa-5520.yaml');
    const { code, out, err } = await fover(folder, ['plan', '-t', rack]);
    expect(code, err).to.equal(0);
    expect(out).to.match(/^What a run would do on rack-asa-5520; nothing has been touched\.$/m);
    expect(out).to.contain('secondary is active within 13 s to 17 s');
    expect(out).to.match(/^Put back: /m);
    for (const control of controls) expect(out).to.match(new RegExp(`^control-${control}$`, 'm'));
    expect(existsSync(join(folder, 'reports'))).to.equal(false);
  });

  it('prints the whole of it as JSON: the simulated bench can play every suite, and the model speaks of each fault', async () => {
    const { code, out, err } = await fover(workFolder(), [
      'plan',
      'active-standby',
      'active-standby-in-depth',
      '--no-controls',
      '--json',
    ]);
    expect(code, err).to.equal(0);
    const { topology, scenarios, pending } = JSON.parse(out) as Plan;
    expect(topology).to.equal('simulated');
    expect(pending).to.deep.equal([]);
    for (const { steps, touches, foretold } of scenarios) {
      expect(steps).to.have.length(6);
      expect(touches).to.not.be.empty;
      expect(foretold[0]?.predicted).to.not.be.empty;
    }
  });

  it('asks an Active/Active pair what its mode is asked, and says what must follow for each group', async () => {
    const both = join(root, 'topologies/simulated-active-active.yaml');
    const { code, out, err } = await fover(workFolder(), ['plan', '-t', both, '--json']);
    expect(code, err).to.equal(0);
    const { scenarios, pending } = JSON.parse(out) as Plan;
    expect(pending).to.deep.equal([]);
    const one = scenarios.find(({ scenario }) => scenario.name === 'no-failover-active-group');
    expect(one?.steps.find(({ phase }) => phase === 'fault')?.does).to.contain(
      'no failover active group 1 on primary',
    );
    const told = one?.foretold[0]?.predicted.map(
      ({ group, who, prediction }) => `${group} ${who} ${prediction}`,
    );
    expect(told).to.include.members(['1 secondary becomes', '2 secondary stays']);
  });

  it('does not ask one whose interfaces have other names for those of ours', async () => {
    const { code, out } = await fover(workFolder(), [
      'plan',
      '-t',
      join(root, 'topologies/active-active.yaml'),
    ]);
    expect(code).to.equal(0);
    expect(out).to.match(/active-group-interface-down: .*two\/outside-two of .* is not cabled/);
  });
});

import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import { bringUp } from './rest/bring-up.ts';
import { groupsIn, refuseOtherGroups } from './groups.ts';
import { portPlace } from './asking/place.ts';
import { activeUnit } from './rest/steady.ts';
import { openVirtualBench } from './virtual-bench.test-support.ts';
import type { VirtualBench } from './virtual-bench.test-support.ts';

const never = new AbortController().signal;

describe('an Active/Active bench', function () {
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench([], [], undefined, 'simulated-active-active');
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  it('is brought up over the consoles, each group where it prefers to be', () => {
    const { latest } = opened.bench.watch;
    expect([activeUnit(latest, 1), activeUnit(latest, 2)]).to.deep.equal(['primary', 'secondary']);
  });

  it('has the groups of its topology on both units', async () => {
    const { consoles, topology } = opened.bench;
    for (const console of [consoles.primary, consoles.secondary]) {
      const { groups } = await opened.run(console.lookAtGroups({ signal: never }));
      expect(groups).to.deep.equal(groupsIn(topology));
    }
    await opened.run(refuseOtherGroups(opened.bench, never));
  });

  it('is refused, once it is configured, by a topology with other groups', async () => {
    const { consoles, topology } = opened.bench;
    const { contexts } = topology.pair;
    const moved = contexts.map((each) => (each.name === 'one' ? { ...each, group: 2 as const } : each));
    const other = { ...topology, pair: { ...topology.pair, contexts: moved } };
    const refusal = refuseOtherGroups({ consoles, topology: other }, never);
    const refused = await opened.run(refusal.catch((error: unknown) => error));
    expect(refused).to.be.instanceOf(BenchError);
    expect(String(refused)).to.match(/group 1 .* with admin, one, the topology says .* with admin;/);
  });

  it('finds the ports of interfaces in contexts, that of a subinterface by its socket', () => {
    const { topology } = opened.bench;
    const portOf = (unit: UnitName, name: string): string | undefined => portPlace(topology, unit, name).name;
    expect(portOf('primary', 'one/outside-one')).to.equal('GigabitEthernet1/0/1');
    expect(portOf('secondary', 'two/inside-two')).to.equal('GigabitEthernet1/0/12');
    expect(portOf('secondary', 'fover')).to.equal('GigabitEthernet1/0/6');
    for (const name of ['inside-two', 'one/inside-two', 'two/fover'])
      expect(() => portOf('primary', name), name).to.throw(BenchError, 'not cabled');
  });
});

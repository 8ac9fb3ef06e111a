import { expect } from 'chai';
import { afterHealMs, quietMs, watchCapMs } from './bounds.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import { everyFault } from '../fault/index.ts';
import type { Cabled, FaultName } from '../fault/index.ts';
import type { FailoverSettings } from '../pair/index.ts';
import { foretoldStimuli, missingFor, touchedBy } from './foreseen.ts';
import { procedureOf } from './procedure.ts';
import type { Scenario } from './scenario.ts';
import { timesOf } from './times.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};

const struck = (fault: FaultName, more: Partial<Scenario> = {}): Scenario => ({
  name: 'struck',
  title: 'struck',
  requirements: [],
  begin: 'primary',
  fault,
  target: 'active',
  interface: 'inside',
  watch: 'failover',
  ...more,
});

const phases = ['prepare', 'steady', 'fault', 'watch', 'heal', 'recovered'];
const saidOf = (scenario: Scenario, phase: string): string =>
  procedureOf(scenario).find((step) => step.phase === phase)?.does ?? '';

describe('the procedure of a scenario', () => {
  let cabled: Cabled;

  before(async () => {
    const opened = openVirtualBench([]);
    cabled = { topology: opened.bench.topology };
    await opened.discard();
  });

  it('has the phases of the player, in their order, and the words of the fault', () => {
    for (const [name, fault] of Object.entries(everyFault)) {
      const scenario = struck(name as FaultName);
      const target = { unit: 'primary', nameif: 'inside' } as const;
      expect(procedureOf(scenario).map(({ phase }) => phase)).to.deep.equal(phases);
      expect(saidOf(scenario, 'fault')).to.contain(fault.did(target));
      if ('mended' in fault) expect(saidOf(scenario, 'heal')).to.equal(fault.mended?.(target));
      else expect(saidOf(scenario, 'heal')).to.match(/nothing/);
    }
  });

  it('names the units as they will be, by who begins and who is struck', () => {
    expect(saidOf(struck('unit-power-loss', { target: 'standby' }), 'fault')).to.contain(
      'power of secondary',
    );
    const other = struck('unit-power-loss', { begin: 'secondary' });
    expect(saidOf(other, 'prepare')).to.contain('failover active on secondary');
    expect(saidOf(other, 'watch')).to.contain('until primary says that it is active');
  });

  it('says what the units are offered, and on which bench that cannot be', () => {
    const before = [{ offer: { image: '9.2(5)', configuration: ['no names'] }, means: 'something new' }];
    const asked = procedureOf(struck('told-standby', { before })).map(({ does }) => does);
    expect(asked).to.include(
      'offer «image 9.2(5) and the configuration with «no names»» at the bench: something new',
    );
    expect(missingFor(cabled, struck('told-standby', { before }))).to.match(/add listen.update-server/);
  });

  it('watches whoever is to take over, and all the time where nothing is to happen', () => {
    const told = struck('told-active', { target: 'standby' });
    expect(saidOf(told, 'watch')).to.contain('until secondary says');
    expect(saidOf(struck('failover-link-down', { watch: 'nothing' }), 'watch')).to.contain('as long as');
    const marked = struck('unit-power-loss', { target: 'standby', watch: 'mate-failed' });
    expect(saidOf(marked, 'watch')).to.contain('until primary says that secondary failed');
  });

  it('foresees what it lays hands on, and what the pair notices', () => {
    expect(touchedBy(cabled, struck('interface-down'))).to.deep.equal([
      {
        place: 'port',
        unit: 'primary',
        called: 'GigabitEthernet1/0/3 of sw1 (inside of primary)',
        device: 'sw1',
        name: 'GigabitEthernet1/0/3',
        settleMs: 5000,
        restMs: 0,
      },
    ]);
    const standby = struck('unit-power-loss', { target: 'standby' });
    expect(foretoldStimuli(standby)).to.deep.equal([
      { after: 'fault', stimulus: { stimulus: 'unit-silent', unit: 'secondary' } },
      { after: 'heal', stimulus: { stimulus: 'unit-booting', unit: 'secondary' } },
    ]);
    expect(missingFor(cabled, struck('interface-down', { interface: 'dmz' }))).to.match(/dmz of primary/);
  });

  it('says how long each phase takes, from the timers and the topology', () => {
    const dark = timesOf(struck('unit-power-loss'), cabled, settings);
    expect(dark.watch.mostMs).to.be.at.least(watchCapMs(settings));
    expect(dark.fault).to.deep.equal({ leastMs: 0, mostMs: 5000 });
    expect(dark.heal).to.deep.equal({ leastMs: 0, mostMs: 5500 });
    expect(dark.recovered.leastMs).to.equal(afterHealMs(settings, []));
    const quiet = timesOf(struck('failover-link-down', { watch: 'nothing' }), cabled, settings);
    expect(quiet.watch.leastMs).to.be.at.least(quietMs(settings));
    expect(timesOf(struck('told-standby'), cabled, settings).heal.mostMs).to.equal(0);
    for (const { leastMs, mostMs } of [...Object.values(dark), ...Object.values(quiet)])
      expect(leastMs).to.be.at.most(mostMs);
  });
});

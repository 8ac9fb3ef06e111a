import { expect } from 'chai';
import { activeUnit } from '../bench/index.ts';
import type { Pdu, Switch } from '../device/index.ts';
import type { VirtualBench } from '../explore/index.ts';
import { auditExitCode } from './index.ts';
import type { Audited } from './index.ts';
import { tryAudit } from './virtual-audit.test-support.ts';
import type { Edited } from './virtual-audit.test-support.ts';

const inside = 'GigabitEthernet0/1';

const wrongs = ({ findings }: Audited): readonly string[] =>
  findings.filter(({ outcome }) => outcome !== 'as-declared').map(({ told }) => told);

/** Puts another switch or PDU in the place of one of the bench. */
function replace<T>(devices: ReadonlyMap<string, T>, name: string, change: (of: T) => Partial<T>): void {
  const of = devices.get(name)!;
  (devices as Map<string, T>).set(name, { ...of, ...change(of) });
}

const spoilSwitch = (change: (of: Switch) => Partial<Switch>) => (opened: VirtualBench) =>
  replace(opened.bench.switches, 'sw1', change);
const spoilPdu = (change: (of: Pdu) => Partial<Pdu>) => (opened: VirtualBench) =>
  replace(opened.bench.pdus, 'pdu1', change);

function twoFeeds(topology: Edited): void {
  topology.units.primary.power.push({ pdu: 'pdu1', outlet: '3' });
  topology.units.secondary.power.push({ pdu: 'pdu1', outlet: '4' });
}

describe('an audit', () => {
  for (const topology of [
    'simulated',
    'simulated-contexts',
    'simulated-active-active',
    'simulated-pix-cable',
  ])
    it(`finds each port and outlet of ${topology} where it is said to be, and leaves all as it was`, async () => {
      const { audited, bench, left, entries } = await tryAudit({ topology });
      expect(wrongs(audited)).to.deep.equal([]);
      expect(audited).to.deep.include({ conclusions: [] }).and.not.to.have.property('stopped');
      expect(auditExitCode(audited)).to.equal(0);
      const { units } = bench.topology;
      const count = [units.primary, units.secondary].flatMap(({ cables, power }) => [
        ...Object.keys(cables),
        ...power,
      ]).length;
      expect(audited.findings).to.have.length(count);
      expect(left).to.deep.equal([]);
      expect(bench.journal.open).to.deep.equal([]);
      expect(entries.filter(({ kind }) => kind === 'trouble')).to.deep.equal([]);
    });

  it('names cables that changed places, between units and within one', async () => {
    const between = await tryAudit({
      declare: ({ units: { primary, secondary } }) => {
        [primary.cables[inside], secondary.cables[inside]] = [
          secondary.cables[inside]!,
          primary.cables[inside]!,
        ];
      },
    });
    expect(wrongs(between.audited)).to.deep.equal([
      'port GigabitEthernet1/0/3 of sw1 took down inside of primary, not inside of secondary',
      'port GigabitEthernet1/0/4 of sw1 took down inside of secondary, not inside of primary',
    ]);
    expect(between.audited.conclusions[0]).to.equal(
      'the cables of inside of secondary and inside of primary are swapped at GigabitEthernet1/0/3 of sw1 and GigabitEthernet1/0/4 of sw1, or the topology is',
    );
    expect(auditExitCode(between.audited)).to.equal(1);
    expect(between.left).to.deep.equal([]);
    const within = await tryAudit({
      declare: ({ units: { primary } }) => {
        const outside = primary.cables['GigabitEthernet0/0']!;
        primary.cables['GigabitEthernet0/0'] = primary.cables[inside]!;
        primary.cables[inside] = outside;
      },
    });
    expect(within.audited.conclusions[0]).to.contain('outside of primary and inside of primary are swapped');
  });

  it('names the units of swapped power cords, and never leaves the pair without an active unit', async () => {
    const { audited, left } = await tryAudit({
      declare: ({ units: { primary, secondary } }) => {
        [primary.power, secondary.power] = [secondary.power, primary.power];
      },
    });
    expect(wrongs(audited)).to.deep.equal([
      'outlet 1 of pdu1 silenced primary, not secondary',
      'outlet 2 of pdu1 silenced secondary, not primary',
    ]);
    expect(audited.conclusions[0]).to.contain('the power cords of secondary and primary are swapped');
    expect(left).to.deep.equal([]);
  });

  it('names outlets that are off by one', async () => {
    const { audited, left } = await tryAudit({
      make: ({ units: { primary, secondary } }) => {
        primary.power = [{ pdu: 'pdu1', outlet: '2' }];
        secondary.power = [{ pdu: 'pdu1', outlet: '3' }];
      },
      declare: ({ units: { primary, secondary } }) => {
        primary.power = [{ pdu: 'pdu1', outlet: '1' }];
        secondary.power = [{ pdu: 'pdu1', outlet: '2' }];
      },
    });
    expect(wrongs(audited)).to.deep.equal([
      'outlet 2 of pdu1 silenced primary, not secondary',
      'outlet 1 of pdu1 read off'.replace('read', 'reads') +
        ', and nobody fell silent: primary is fed from elsewhere as well, or pdu1 says so and does nothing',
    ]);
    expect(audited.conclusions).to.deep.equal([
      'on pdu1 the topology is off by one: what it says of an outlet was found at the outlet one further on than it says',
    ]);
    expect(left).to.deep.equal([]);
  });

  it('proves each feed of two, and both together', async () => {
    const { audited } = await tryAudit({ make: twoFeeds });
    expect(wrongs(audited)).to.deep.equal([]);
    expect(
      audited.findings.filter(({ step }) => step.kind === 'outlet').map(({ told }) => told),
    ).to.deep.equal([
      'outlet 2 of pdu1 alone silenced nobody, for secondary has other feeds',
      'outlet 4 of pdu1 alone silenced nobody, for secondary has other feeds',
      'outlet 2 of pdu1 and outlet 4 of pdu1 silenced secondary, and nobody else',
      'outlet 1 of pdu1 alone silenced nobody, for primary has other feeds',
      'outlet 3 of pdu1 alone silenced nobody, for primary has other feeds',
      'outlet 1 of pdu1 and outlet 3 of pdu1 silenced primary, and nobody else',
    ]);
  });

  it('finds a second feed that is none, and leaves all of them together alone then', async () => {
    const { audited, left } = await tryAudit({ declare: twoFeeds });
    expect(wrongs(audited).slice(0, 2)).to.deep.equal([
      'outlet 2 of pdu1 alone silenced secondary: it is the only feed there, and the topology gives secondary more than one',
      'outlet 2 of pdu1 and outlet 4 of pdu1 are left on: one of them alone did not do as declared',
    ]);
    expect(left).to.deep.equal([]);
  });

  it('takes the word of no switch and no PDU: one that says yes and does nothing is trouble with the bench', async () => {
    const now = { raw: 'yes', askedMs: 0, answeredMs: 0 };
    const idle = await tryAudit({ spoil: spoilSwitch(() => ({ setPort: () => Promise.resolve(now) })) });
    expect(wrongs(idle.audited)).to.have.length(8);
    expect(wrongs(idle.audited)[0]).to.match(
      /^sw1: acknowledged the command, but GigabitEthernet1\/0\/2 of sw1 reads down did not show/,
    );
    expect(auditExitCode(idle.audited)).to.equal(3);
    expect(idle.left).to.deep.equal([]);
    const idlePdu = await tryAudit({ spoil: spoilPdu(() => ({ set: () => Promise.resolve(now) })) });
    expect(wrongs(idlePdu.audited)).to.have.length(2);
    expect(wrongs(idlePdu.audited)[0]).to.contain('outlet 2 of pdu1 reads off did not show within');
    expect(auditExitCode(idlePdu.audited)).to.equal(3);
  });

  it('believes the units where a switch or a PDU reads back what it did not do', async () => {
    const told = new Map<string, 'up' | 'down'>();
    const { audited } = await tryAudit({
      spoil: (opened) => {
        spoilSwitch((of) => ({
          setPort: (port, wish) => {
            told.set(port, wish);
            return Promise.resolve({ raw: wish, askedMs: 0, answeredMs: 0 });
          },
          readPort: async (port) => {
            const reading = await of.readPort(port);
            const wish = told.get(port) ?? 'up';
            return { ...reading, admin: wish, oper: wish };
          },
        }))(opened);
        const outlets = new Map<string, 'on' | 'off'>();
        spoilPdu((of) => ({
          set: (outlet, wish) => {
            outlets.set(outlet, wish);
            return Promise.resolve({ raw: wish, askedMs: 0, answeredMs: 0 });
          },
          read: async (outlet) => ({ ...(await of.read(outlet)), power: outlets.get(outlet) ?? 'on' }),
        }))(opened);
      },
    });
    expect(wrongs(audited)).to.have.length(10);
    expect(wrongs(audited)[0]).to.equal(
      'port GigabitEthernet1/0/2 of sw1 reads down, and no unit lost a link: outside of secondary is cabled elsewhere, or sw1 says so and does nothing',
    );
    expect(wrongs(audited).at(-1)).to.contain('outlet 1 of pdu1 reads off, and nobody fell silent');
  });

  it('touches no outlet that is called otherwise on its PDU', async () => {
    const set: string[] = [];
    const { audited } = await tryAudit({
      declare: ({ units: { secondary } }) => {
        secondary.power = [{ pdu: 'pdu1', outlet: '2', label: 'fw-b' }];
      },
      spoil: spoilPdu((of) => ({
        set: (outlet, wish) => {
          set.push(outlet);
          return of.set(outlet, wish);
        },
      })),
    });
    expect(wrongs(audited)).to.have.length(1);
    expect(wrongs(audited)[0]).to.contain('outlet 2 is not touched');
    expect(set).to.deep.equal(['1', '1']);
  });

  it('ends where the pair does not come back, and says what was left', async () => {
    const { audited } = await tryAudit({
      onFinding: ({ step }, { simulated }) => {
        if (step.kind === 'port' && step.socket === inside) simulated.pdus[0]!.command(1, 'off');
      },
    });
    expect(audited.stopped?.why).to.match(
      /^pair: is not as it was before within 60 s: primary has not answered/,
    );
    expect(audited.stopped?.left).to.have.length(7);
    expect(auditExitCode(audited)).to.equal(3);
  });

  it('puts back what is open when it is stopped, the roles as well', async () => {
    const struck: string[] = [];
    const stopAt = (what: string, stop: AbortController): void => {
      struck.push(what);
      stop.abort(new Error('stopped here'));
    };
    const trials: Parameters<typeof tryAudit>[0][] = [
      { onFinding: ({ told }, _, stop) => told.includes('inside of primary') && stopAt('roles', stop) },
      {
        spoil: (opened, stop) =>
          spoilPdu((of) => ({
            set: async (outlet, wish) => {
              const yes = await of.set(outlet, wish);
              if (wish === 'off') stopAt('outlet', stop);
              return yes;
            },
          }))(opened),
      },
      {
        spoil: (opened, stop) =>
          spoilSwitch((of) => ({
            setPort: async (port, wish) => {
              const yes = await of.setPort(port, wish);
              if (wish === 'down') stopAt('port', stop);
              return yes;
            },
          }))(opened),
      },
    ];
    for (const trial of trials) {
      const { audited, left, bench } = await tryAudit(trial);
      expect(audited.stopped).to.include({ by: 'request', why: 'stopped here' });
      expect(audited.findings.length + (audited.stopped?.left.length ?? 0)).to.equal(10);
      expect(auditExitCode(audited)).to.equal(2);
      expect(left).to.deep.equal([]);
      expect(bench.journal.open).to.deep.equal([]);
      for (const of of bench.switches.values())
        for (const port of await of.ports()) expect((await of.readPort(port)).admin).to.equal('up');
      expect(activeUnit(bench.watch.latest)).to.equal('primary');
    }
    expect(struck).to.deep.equal(['roles', 'outlet', 'port']);
  });
});

import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pause } from '../clock.ts';
import { BenchError } from '../errors.ts';
import type { Topology } from '../topology/index.ts';
import type { Chart, UnitChart } from './chart.ts';
import { healthOf } from './examine-bench.ts';
import type { ExaminedRow } from './examine-bench.ts';
import { openRack } from './examined-rack.test-support.ts';
import type { Rack } from './examined-rack.test-support.ts';
import { examinations } from './examination/index.ts';
import { sawOf } from './row.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');
const simulatedNames = readdirSync(topologies)
  .filter((file) => /^simulated.*\.yaml$/.test(file))
  .map((file) => file.replace('.yaml', ''));

const bad = (rows: readonly ExaminedRow[]): readonly ExaminedRow[] =>
  rows.filter(({ outcome }) => outcome === 'wrong');
const told = (rows: readonly ExaminedRow[]): string =>
  rows.map(({ device, what, said, do: todo }) => `${device}: ${what}: ${said}: ${todo ?? ''}`).join('\n');
const rowOf = (rows: readonly ExaminedRow[], device: string, what: RegExp): ExaminedRow => {
  const found = rows.find((row) => row.device === device && what.test(row.what));
  if (!found) throw new Error(`no row ${String(what)} of ${device} among\n${told(rows)}`);
  return found;
};

type Unit = Topology['units']['primary'];
const withUnits = (
  topology: Topology,
  change: (units: Topology['units']) => Record<'primary' | 'secondary', Unit>,
) => ({
  ...topology,
  units: change(topology.units),
});
const withPrimary =
  (change: (unit: Unit) => Partial<Unit>) =>
  (topology: Topology): Topology =>
    withUnits(topology, ({ primary, secondary }) => ({
      primary: { ...primary, ...change(primary) },
      secondary,
    }));

describe('a bench that is examined', () => {
  let rack: Rack;
  let rows: readonly ExaminedRow[];

  before(async () => {
    rack = await openRack();
    rows = await rack.examine();
  });
  after(() => rack.simulated.close());

  it('is good when nothing is wrong with it, and each examination says something', () => {
    expect(told(bad(rows))).to.equal('');
    expect(told(rows.filter(({ outcome }) => outcome === 'unknown'))).to.equal('');
    expect(healthOf(rows)).to.equal('good');
    const spoke = new Set(rows.map(({ examination }) => examination));
    expect([...spoke]).to.have.members(examinations.map(({ name }) => name));
  });

  it('names who answers at each console and at each address', () => {
    expect(rowOf(rows, 'primary', /serial number at the console/).said).to.equal('FCH1931J0PA, primary');
    expect(rowOf(rows, 'secondary', /serial number at the standby address/).said).to.contain('secondary');
  });

  it('is left as it was, and nothing is typed but questions', async () => {
    const before = await rack.state();
    const seen = rack.typed().length;
    await rack.examine();
    const typed = rack.typed().slice(seen);
    expect(await rack.state()).to.equal(before);
    expect(typed).to.include('show version');
    // Names and passwords are typed at logins; none of them is a command.
    // Ctrl-U empties the line before a command.
    const allowed =
      /^\s*(?:who|show [a-z -]+(?:GigabitEthernet0\/\d)?|ping inside [\d.]+|terminal pager 0|enable|lab|open-sesame-4|higher-ground-7)?\s*$/;
    expect(
      typed.map((line) => line.replaceAll('\u0015', '')).filter((line) => !allowed.test(line)),
    ).to.deep.equal([]);
  });

  it('has what is written against what is there compared, timer by timer', async () => {
    const wrong = await openWritten((topology) => ({
      ...topology,
      pair: { ...topology.pair, failover: { ...topology.pair.failover, 'unit-hold': 15_000 } },
    }));
    expect(rowOf(wrong, 'primary', /unit hold time/)).to.include({
      outcome: 'wrong',
      said: '3 s',
      wanted: '15 s',
    });
    expect(bad(wrong)).to.have.length(2);
  });

  it('is warned of a clock that differs from that of this machine, and measures nothing by it', async () => {
    const ahead = {
      nowMs: () => rack.clock.nowMs(),
      after: (ms: number, then: () => void) => rack.clock.after(ms, then),
      wall: () => new Date(rack.clock.wall().getTime() + 2 * 3_600_000),
    };
    const found = await rack.examine({ clock: ahead });
    expect(rowOf(found, 'primary', /clock against this machine/)).to.include({ outcome: 'warning' });
    expect(rowOf(found, 'primary', /clock against this machine/).said).to.match(/, 720\d s behind/);
    expect(healthOf(found)).to.equal('good');
  });

  it('names two consoles that are swapped', async () => {
    const swapped = { primary: 'secondary', secondary: 'primary' } as const;
    const doors = {
      ...rack.doors,
      console: (unit: 'primary' | 'secondary') => rack.doors.console(swapped[unit], 0),
    };
    const found = await rack.examine({ doors });
    expect(rowOf(found, 'primary', /serial number at the console/)).to.include({
      outcome: 'wrong',
      said: 'FCH1931J0SB, that of secondary',
      do: 'the console of primary leads to the serial number of secondary: swap them or the topology',
    });
    // The cables are where they are, whichever console is asked.
    expect(bad(found).map(({ examination }) => examination)).to.deep.equal(['identity', 'identity']);
  });

  it('names an outlet that is called as its neighbour', async () => {
    const found = await openWritten(
      withPrimary(({ power }) => ({ power: power.map((feed) => ({ ...feed, label: 'Outlet 2' })) })),
    );
    expect(rowOf(found, 'pdu1', /outlet 1 .*label/)).to.include({
      outcome: 'wrong',
      said: '"Outlet 1"',
      do: 'that is what outlet 2 is called: off by one?',
    });
    expect(bad(found)).to.have.length(1);
  });

  it('names an outlet that is off while its unit answers', async () => {
    const found = await rack.examineChart((chart) => withOutlet(chart, 'off'));
    expect(rowOf(found, 'pdu1', /outlet 1 .*state/).do).to.contain('does not feed primary');
  });

  it('names a port and an outlet that are not there', async () => {
    const found = await openWritten(
      withPrimary(({ cables, power }) => ({
        cables: { ...cables, 'GigabitEthernet0/1': { switch: 'sw1', port: 'GigabitEthernet1/0/99' } },
        power: power.map((feed) => ({ ...feed, outlet: '77' })),
      })),
    );
    expect(rowOf(found, 'sw1', /1\/0\/99 /)).to.include({ outcome: 'wrong' });
    expect(rowOf(found, 'pdu1', /outlet 77/)).to.include({ outcome: 'wrong' });
  });

  it('tells what of a switch that hangs is unknown, and waits for it once', async () => {
    for (const hang of [atOnce, atItsSecondPort]) {
      const before = rack.clock.nowMs();
      const found = await rack.examine({
        doors: { ...rack.doors, switch: hang },
        patience: { questionMs: 20_000, deviceMs: 60_000 },
      });
      expect(rack.clock.nowMs() - before).to.be.lessThan(41_000);
      expect(healthOf(found)).to.equal('unreached');
      expect(rowOf(found, 'sw1', /SNMP agent/)).to.include({ outcome: 'unknown', because: 'unreached' });
      expect(rowOf(found, 'sw1', /1\/0\/8: hears/)).to.include({ outcome: 'unknown' });
      expect(found.filter(({ device, outcome }) => device === 'primary' && outcome !== 'ok')).to.have.length(
        rows.filter(({ device, outcome }) => device === 'primary' && outcome !== 'ok').length,
      );
    }
  });

  it('tells what of a unit that does not answer is unknown, and judges nothing by its mate alone', async () => {
    const gone = (unit: 'primary' | 'secondary') =>
      unit === 'primary'
        ? Promise.reject(new BenchError('primary console', 'connection refused'))
        : rack.doors.console(unit, 0);
    const found = await rack.examine({ doors: { ...rack.doors, console: gone } });
    expect(rowOf(found, 'pair', /same amount of RAM/)).to.include({
      outcome: 'unknown',
      because: 'unreached',
    });
    expect(rowOf(found, 'sw1', /1\/0\/1: hears/)).to.include({ outcome: 'unknown' });
    expect(bad(found)).to.deep.equal([]);
    expect(healthOf(found)).to.equal('unreached');
  });

  it('tries the address that units send to, unless something stands between', async () => {
    const { listen } = rack.topology;
    if (!listen?.syslog) throw new Error('the bench listens nowhere');
    const open = { ...listen, syslog: { ...listen.syslog, bind: '0.0.0.0' } };
    const found = await openWritten((topology) => ({ ...topology, listen: open }));
    expect(rowOf(found, 'this machine', /^address for system messages/).said).to.equal(
      'udp 198.51.100.10:any port',
    );
    expect(rows.filter(({ what }) => what.startsWith('address for'))).to.deep.equal([]);
  });

  it('counts who is there by telnet, where the topology goes by it', async () => {
    const management = { telnet: { host: '192.0.2.1', port: 23 } };
    const found = await openWritten(withPrimary(() => ({ management })));
    expect(rowOf(found, 'primary', /free telnet sessions/).said).to.equal('5 of 5');
    expect(
      found.filter(({ device, what }) => device === 'primary' && /SSH sessions/.test(what)),
    ).to.deep.equal([]);
  });

  it('tells a place of this machine that is taken', async () => {
    const found = await rack.examine({
      trySocket: () => Promise.reject(new BenchError('syslog', 'address already in use')),
    });
    expect(rowOf(found, 'this machine', /system messages/)).to.include({ outcome: 'wrong' });
  });

  const spoiled: readonly (readonly [string, (chart: Chart) => Chart, string, RegExp, string, RegExp])[] = [
    [
      'a port that its switch has shut',
      (chart) => withPort(chart, { errDisabled: 'bpduguard' }),
      'sw1',
      /1\/0\/1 .*link/,
      'wrong',
      /bpduguard/,
    ],
    [
      'a trunk',
      (chart) => withPort(chart, { trunk: 'on' }),
      'sw1',
      /1\/0\/1 .*trunking/,
      'wrong',
      /trunk on/,
    ],
    [
      'a trunk that would be negotiated',
      (chart) => withPort(chart, { trunk: 'negotiated' }),
      'sw1',
      /1\/0\/1 .*trunking/,
      'wrong',
      /negotiated/,
    ],
    [
      'a channel',
      (chart) => withPort(chart, { channel: 'Po1' }),
      'sw1',
      /1\/0\/1 .*trunking/,
      'wrong',
      /Po1/,
    ],
    [
      'another VLAN than that of the mate',
      (chart) => withPort(chart, { vlan: 102 }),
      'sw1',
      /GigabitEthernet0\/0 of both units/,
      'wrong',
      /VLAN 102, .*VLAN 101/,
    ],
    [
      'a failover link among data',
      (chart) => withPort(chart, { vlan: 103 }),
      'sw1',
      /1\/0\/5 .*without data/,
      'wrong',
      /GigabitEthernet0\/0 of primary/,
    ],
    [
      'a port in a VLAN that must be empty',
      (chart) => withPort(chart, { vlan: 999 }),
      'sw1',
      /isolation VLAN 999/,
      'wrong',
      /1\/0\/1/,
    ],
    [
      'a VLAN to be empty that does not exist',
      (chart) => withSwitch(chart, (of) => ({ ...of, vlans: { saw: [1] } })),
      'sw1',
      /isolation VLAN 999/,
      'wrong',
      /does not exist/,
    ],
    [
      'a link that is down',
      (chart) => withPort(chart, { oper: 'down' }),
      'sw1',
      /1\/0\/1 .*link/,
      'wrong',
      /down/,
    ],
    [
      'a switch that says nothing of PortFast',
      (chart) => withPort(chart, { portfast: undefined }),
      'sw1',
      /1\/0\/1 .*PortFast/,
      'unknown',
      /does not say/,
    ],
    [
      'four sessions that are held',
      (chart) =>
        withPrimaryChart(chart, {
          sessions: {
            saw: [1, 2, 3, 4].map((id) => ({
              id,
              client: '192.0.2.9',
              version: '2.0',
              state: 'SessionStarted',
              user: 'x',
            })),
          },
        }),
      'primary',
      /SSH sessions/,
      'wrong',
      /1 of 5/,
    ],
    [
      'a licence without failover',
      (chart) => withVersion(chart, { failoverLicense: 'disabled' }),
      'primary',
      /failover licence/,
      'wrong',
      /disabled/,
    ],
    [
      'a PIX of version 6',
      (chart) => withVersion(chart, { firmware: '6.3(5)' }),
      'primary',
      /guides speak of/,
      'warning',
      /6\.3/,
    ],
    [
      'another minor version',
      (chart) => withVersion(chart, { firmware: '9.1(7)' }),
      'pair',
      /major and minor/,
      'wrong',
      /9\.1; secondary: 9\.2/,
    ],
    [
      'another maintenance version',
      (chart) => withVersion(chart, { firmware: '9.2(3)' }),
      'pair',
      /to the letter/,
      'warning',
      /9\.2\(3\)/,
    ],
    [
      'multiple contexts on one',
      (chart) => withPrimaryChart(chart, { mode: { saw: { contexts: 'multiple' } } }),
      'pair',
      /context mode/,
      'wrong',
      /multiple/,
    ],
    [
      'a bridge',
      (chart) => withPrimaryChart(chart, { firewall: { saw: { mode: 'transparent' } } }),
      'pair',
      /firewall mode/,
      'wrong',
      /transparent/,
    ],
    [
      'echoes that do not come back',
      (chart) =>
        withPrimaryChart(chart, {
          reaches: [{ address: '198.51.100.10', nameif: 'inside', answered: { saw: 0 } }],
        }),
      'primary',
      /reaches/,
      'warning',
      /0 %/,
    ],
  ];
  for (const [what, spoil, device, row, outcome, said] of spoiled)
    it(`tells of ${what}`, async () => {
      const found = rowOf(await rack.examineChart(spoil), device, row);
      expect(found.outcome).to.equal(outcome);
      expect(found.said).to.match(said);
    });

  async function openWritten(written: (topology: Topology) => Topology): Promise<readonly ExaminedRow[]> {
    return rack.examine({ topology: written(rack.topology) });
  }

  const atOnce = (): Promise<never> => new Promise(() => undefined);

  async function atItsSecondPort() {
    const of = await rack.doors.switch('sw1');
    let asked = 0;
    return {
      ...of,
      portSettings: (port: string) =>
        ++asked > 1 ? pause(rack.clock, 1e9).then(() => of.portSettings(port)) : of.portSettings(port),
    };
  }
});

describe('benches that are made otherwise than they are written', () => {
  const opened: Rack[] = [];
  const open = async (plan: Parameters<typeof openRack>[0]): Promise<Rack> => {
    const rack = await openRack(plan);
    opened.push(rack);
    return rack;
  };
  afterEach(() => opened.splice(0).forEach((rack) => rack.simulated.close()));

  it('are good without any configuration, and say so', async () => {
    const rack = await open({ blank: true });
    const rows = await rack.examine();
    expect(told(bad(rows))).to.equal('');
    expect(rowOf(rows, 'primary', /^failover$/)).to.include({ outcome: 'unknown', because: 'unconfigured' });
    expect(rowOf(rows, 'primary', /^active address/)).to.include({
      outcome: 'unknown',
      because: 'unconfigured',
    });
    expect(healthOf(rows)).to.equal('good');
  });

  it('are told apart by two data cables that are swapped, which hear each other', async () => {
    const rack = await open({
      truth: (topology) =>
        withUnits(topology, ({ primary, secondary }) => {
          const socket = 'GigabitEthernet0/0';
          const [ours, theirs] = [primary.cables[socket]!, secondary.cables[socket]!];
          return {
            primary: { ...primary, cables: { ...primary.cables, [socket]: theirs } },
            secondary: { ...secondary, cables: { ...secondary.cables, [socket]: ours } },
          };
        }),
    });
    const rows = await rack.examine();
    expect(rowOf(rows, 'sw1', /1\/0\/1: hears GigabitEthernet0\/0 of primary/)).to.include({
      outcome: 'wrong',
      do: 'the cables of GigabitEthernet0/0 of primary and GigabitEthernet0/0 of secondary are swapped: swap them or the topology',
    });
    expect(bad(rows)).to.have.length(2);
  });

  it('lack PortFast', async () => {
    const rack = await open({
      truth: (topology) => ({
        ...topology,
        simulated: { ...topology.simulated!, 'spanning-tree': { portfast: false, 'forward-delay': 1000 } },
      }),
    });
    const rows = bad(await rack.examine());
    expect(rows).to.have.length(8);
    expect(
      rows.every(
        ({ what, do: todo }) => what.endsWith('PortFast') && todo?.includes('spanning-tree portfast'),
      ),
    ).to.equal(true);
  });

  it('have unlike memory', async () => {
    const rack = await open({
      truth: (topology) => ({
        ...topology,
        simulated: { ...topology.simulated!, made: { secondary: { memoryMb: 4096 } } },
      }),
    });
    const rows = await rack.examine();
    expect(rowOf(rows, 'pair', /amount of RAM/)).to.include({
      outcome: 'wrong',
      said: 'primary: 8192 MB RAM; secondary: 4096 MB RAM',
    });
  });

  for (const named of simulatedNames)
    it(`${named} is as it is written`, async () => {
      const rack = await open({ named });
      const rows = await rack.examine();
      expect(told(bad(rows))).to.equal('');
      expect(told(rows.filter(({ outcome }) => outcome === 'unknown'))).to.equal('');
      expect(healthOf(rows)).to.equal('good');
    });
});

function withPrimaryChart(chart: Chart, change: Partial<UnitChart>): Chart {
  return { ...chart, units: { ...chart.units, primary: { ...chart.units.primary, ...change } } };
}

function withVersion(chart: Chart, change: object): Chart {
  const version = sawOf(chart.units.primary.version);
  if (!version) throw new Error('the version was not read');
  return withPrimaryChart(chart, { version: { saw: { ...version, ...change } } });
}

function withSwitch(
  chart: Chart,
  change: (
    of: NonNullable<ReturnType<Chart['switches']['get']>>,
  ) => NonNullable<ReturnType<Chart['switches']['get']>>,
): Chart {
  const of = chart.switches.get('sw1');
  if (!of) throw new Error('the switch was not read');
  return { ...chart, switches: new Map([['sw1', change(of)]]) };
}

function withPort(chart: Chart, change: object): Chart {
  const port = 'GigabitEthernet1/0/1';
  return withSwitch(chart, (of) => {
    const settings = sawOf(of.ports.get(port)!);
    if (!settings || 'missing' in settings) throw new Error('the port was not read');
    return { ...of, ports: new Map([...of.ports, [port, { saw: { ...settings, ...change } }]]) };
  });
}

function withOutlet(chart: Chart, power: 'off'): Chart {
  const of = chart.pdus.get('pdu1')!;
  const reading = sawOf(of.outlets.get('1')!);
  if (!reading || 'missing' in reading) throw new Error('the outlet was not read');
  return {
    ...chart,
    pdus: new Map([
      ['pdu1', { ...of, outlets: new Map([...of.outlets, ['1', { saw: { ...reading, power } }]]) }],
    ]),
  };
}

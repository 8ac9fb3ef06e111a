/**
 * Table 13-7 of the ASA 5580 guide («Failover Times»), by mechanism alone: nothing in the simulator knows the table.
 * A failover time is from the failure to the word of the standby unit that it switches to active.
 */
import { expect } from 'chai';
import { bringUp } from '../bench/index.ts';
import { pause } from '../clock.ts';
import type { JourneyPair } from './journey.ts';
import { openPair } from './open-pair.ts';
import type { OpenedPair } from './open-pair.ts';

const never = new AbortController().signal;
/** What a frame takes over two cables and a command over a console: nothing that a table in seconds speaks of. */
const wireMs = 20;
/** A VLAN where nobody else is. */
const nowhere = 999;
/** A failure may come at any time between two polls. */
const lucks = [1, 2, 3, 4, 5, 6];

type Timers = Pick<JourneyPair, 'unitPollMs' | 'unitHoldMs' | 'interfacePollMs' | 'interfaceHoldMs'>;
const columns = {
  Minimum: { unitPollMs: 200, unitHoldMs: 800, interfacePollMs: 500, interfaceHoldMs: 5000 },
  Default: { unitPollMs: 1000, unitHoldMs: 15_000, interfacePollMs: 5000, interfaceHoldMs: 25_000 },
  Maximum: { unitPollMs: 15_000, unitHoldMs: 45_000, interfacePollMs: 15_000, interfaceHoldMs: 75_000 },
} as const satisfies Record<string, Timers>;
type Column = keyof typeof columns;

interface Row {
  readonly condition: string;
  readonly times: Readonly<Record<Column, number>>;
  /** Breaks the primary, the active one; returns when it was broken. */
  readonly fail: (opened: OpenedPair) => Promise<number>;
}

const portOf = ({ simulated }: OpenedPair, hardware: string): number =>
  simulated.switches[0]!.ports.find(({ alias }) => alias === `primary ${hardware}`)!.index;
const linkDown =
  (hardware: string): Row['fail'] =>
  async (opened) => {
    opened.simulated.switches[0]!.setAdmin(portOf(opened, hardware), 'down');
    return opened.clock.nowMs();
  };

const rows: readonly Row[] = [
  {
    condition: 'Active unit loses power or stops normal operation',
    times: { Minimum: 800, Default: 15_000, Maximum: 45_000 },
    fail: ({ simulated, clock }) =>
      new Promise((resolve) => {
        simulated.units.primary.onPower(() => resolve(clock.nowMs()));
        simulated.pdus[0]!.command(1, 'off');
      }),
  },
  {
    condition: 'Active unit main board interface link down',
    times: { Minimum: 500, Default: 5000, Maximum: 15_000 },
    fail: linkDown('GigabitEthernet0/1'),
  },
  {
    condition: 'Active unit 4GE card interface link down',
    times: { Minimum: 2000, Default: 5000, Maximum: 15_000 },
    fail: linkDown('GigabitEthernet1/0'),
  },
  {
    condition: 'Active unit interface up, but connection problem causes interface testing',
    times: { Minimum: 5000, Default: 25_000, Maximum: 75_000 },
    fail: async (opened) => {
      const [sw] = opened.simulated.switches;
      sw!.setVlan(portOf(opened, 'GigabitEthernet0/1'), nowhere);
      return opened.clock.nowMs();
    },
  },
];

/** Milliseconds from the failure to «Switching to Active» on the console of the other unit. */
async function failoverMs(timers: Timers, row: Row, luck: number): Promise<number> {
  const opened = openPair(
    {
      ...timers,
      interfaces: [
        { nameif: 'outside', monitored: true },
        { nameif: 'inside', monitored: true },
        { nameif: 'dmz', monitored: true, socket: 'GigabitEthernet1/0' },
      ],
      policy: { count: 1 },
      stateLink: 'dedicated',
      keyed: false,
      bootMs: 1500,
      syncMs: 300,
    },
    luck,
  );
  const { bench, clock, run, close } = opened;
  await run(bringUp(bench, never));
  const phase = (luck * timers.interfacePollMs * 1.37) % timers.interfacePollMs;
  await run(pause(clock, 2 * timers.interfaceHoldMs + phase));
  const switched = new Promise<number>((resolve) => {
    bench.consoles.secondary.session.onMessage(
      ({ message, atMs }) => message === 'switching-to-active' && resolve(atMs),
    );
  });
  const failedMs = await run(row.fail(opened));
  const tookMs = (await run(switched)) - failedMs;
  await close();
  return tookMs;
}

const cell = (text: string, width: number): string => text.padEnd(width);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

describe('failover times, against Table 13-7', function () {
  this.timeout(300_000);
  const printed: string[] = [];

  for (const row of rows)
    it(`${row.condition}: inside every column`, async () => {
      const cells: string[] = [];
      for (const column of Object.keys(columns) as Column[]) {
        const times: number[] = [];
        for (const luck of lucks) times.push(await failoverMs(columns[column], row, luck));
        cells.push(
          `${seconds(Math.min(...times))} to ${seconds(Math.max(...times))} (${seconds(row.times[column])})`,
        );
        expect(Math.max(...times), column).to.be.at.most(row.times[column] + wireMs);
        expect(Math.min(...times), column).to.be.above(0);
      }
      printed.push([cell(row.condition, 75), ...cells.map((text) => cell(text, 30))].join('').trimEnd());
    });

  after(() => {
    const head = [cell('Failover condition', 75), ...Object.keys(columns).map((name) => cell(name, 30))];
    process.stdout.write(`\n${[head.join('').trimEnd(), ...printed].join('\n')}\n\n`);
  });
});

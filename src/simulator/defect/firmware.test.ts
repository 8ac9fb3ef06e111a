/** Every defect of a firmware: what is done to a pair, what is seen of an honest one, and what of one with the defect. */
import { expect } from 'chai';
import { type UnitName, unitNames } from '../../pair/index.ts';
import { ActiveActivePair, type GroupLines } from '../played/active-active.test-support.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import type { SessionWish } from '../face/simulated-session.ts';
import { bootedPair, type SetUp } from './booted-pair.test-support.ts';
import { defects, isFirmwareDefect } from './index.ts';

/** What is done to a pair, and what was seen then. */
type Sees<Pair extends PlayedPair = PlayedPair, Seen = unknown> = (pair: Pair) => Promise<Seen>;

interface Case<Pair extends PlayedPair = PlayedPair> {
  /** The defects that are seen by it, each with what is seen. */
  readonly broken: Readonly<Record<string, unknown>>;
  readonly sees: Sees<Pair>;
  readonly honest: unknown;
  /** The unit that has the defect; both, if none is named. */
  readonly unit?: UnitName;
}

const both = async (pair: PlayedPair): Promise<string> => {
  const { primary, secondary } = await pair.states();
  return `${primary ?? 'off'} / ${secondary ?? 'off'}`;
};

const inside = 'GigabitEthernet0/1';
const cards = { outside: 0, inside: 1, link: 2, state: 3 } as const;

/** The switch port of an interface goes down, and then both units are looked at. */
const portDown =
  (unit: UnitName, card: keyof typeof cards, ms = 4000): Sees =>
  async (pair) => {
    pair.port(unit, cards[card], 'down');
    await pair.clock.advance(ms);
    return both(pair);
  };

/** How many times over the state is what it was, looked at every quarter of a second. */
async function changes(pair: PlayedPair, unit: UnitName, ms: number): Promise<number> {
  let last = await pair.stateOf(unit);
  let count = 0;
  for (let at = 0; at < ms; at += 250) {
    await pair.clock.advance(250);
    const now = await pair.stateOf(unit);
    if (now !== last) count += 1;
    last = now;
  }
  return count;
}

/** Whether a unit shows a state at any time within `ms`. */
async function everShows(pair: PlayedPair, unit: UnitName, state: string, ms: number): Promise<boolean> {
  for (let at = 0; at < ms; at += 100) {
    await pair.clock.advance(80);
    if ((await pair.stateOf(unit)) === state) return true;
  }
  return false;
}

/** Power off and on, and time to come back. */
async function powerCycle(pair: PlayedPair, unit: UnitName, ms = 12_000): Promise<void> {
  pair.power(unit, 'off');
  await pair.clock.advance(5000);
  pair.power(unit, 'on');
  await pair.clock.advance(ms);
  await pair.enable(unit);
}

/** In how many hold times a standby unit becomes active whose mate loses power. */
const holdTimes: Sees = async (pair) => {
  pair.power('primary', 'off');
  const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active', 20_000);
  return Math.round(tookMs / 3000);
};

/** How long it takes until the secondary unit is active after something, by the order of its length. */
const pace =
  (begin: (pair: PlayedPair) => unknown): Sees =>
  async (pair) => {
    await begin(pair);
    const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active', 30_000);
    if (tookMs < 1200) return 'at once';
    return tookMs < 7000 ? 'after seconds' : 'after long';
  };

/** What a command brings about on both units. */
const told =
  (unit: UnitName, line: string, ms = 3000): Sees =>
  async (pair) => {
    await pair.say(unit, line, ms);
    return both(pair);
  };

/** The lines of an output that match, with runs of blanks as one. */
const shown =
  (
    unit: UnitName,
    command: string,
    pattern: RegExp,
    before?: (pair: PlayedPair) => Promise<unknown>,
  ): Sees<PlayedPair, readonly string[]> =>
  async (pair) => {
    await before?.(pair);
    const lines = await pair.ask(unit, command);
    return lines.filter((line) => pattern.test(line)).map((line) => line.trim().replaceAll(/\s+/g, ' '));
  };

const count =
  (sees: Sees<PlayedPair, readonly string[]>): Sees<PlayedPair, number> =>
  async (pair) =>
    (await sees(pair)).length;

/** What is in the running configuration of one unit after commands on the other. */
const typed =
  (on: UnitName, lines: readonly string[], pattern: RegExp): Sees<PlayedPair, readonly string[]> =>
  async (pair) => {
    await pair.configure(on, lines);
    await pair.clock.advance(100);
    const there = await pair.ask(on === 'primary' ? 'secondary' : 'primary', 'show running-config');
    return there.filter((line) => pattern.test(line)).map((line) => line.trim());
  };

const switchOver = (pair: PlayedPair): Promise<string> => pair.say('primary', 'no failover active', 3000);

/** The MAC address on an interface of the unit that becomes active, by whose it was before. */
const macAfterwards: Sees = async (pair) => {
  const macs = await Promise.all(
    unitNames.map(
      async (unit) => /MAC address (\S+),/.exec(await pair.say(unit, `show interface inside`))?.[1],
    ),
  );
  await switchOver(pair);
  const now = /MAC address (\S+),/.exec(await pair.say('secondary', 'show interface inside'))?.[1];
  return now === macs[0] ? 'of the mate' : now === macs[1] ? 'its own' : now;
};

/** Whether the former active unit has heard where the active addresses are, so long after a switchover. */
const newsAfter =
  (ms: number): Sees =>
  async (pair) => {
    await pair.say('primary', 'clear arp');
    await pair.say('primary', 'no failover active', ms);
    return (await pair.ask('primary', 'show arp')).some((line) => line.includes('inside 10.1.1.1 '));
  };

/** Whether a session from the inside lives on when the active unit is gone. */
const survives =
  (wish: SessionWish, before: (pair: PlayedPair) => unknown = () => undefined): Sees =>
  async (pair) => {
    await before(pair);
    const session = pair.bench.openSession('inside', 'outside', wish);
    session.send(new Uint8Array(10));
    await pair.clock.advance(1500);
    session.reply(new Uint8Array(10));
    await pair.clock.advance(500);
    expect(session.delivered).to.deep.equal({ toServer: 10, toClient: 10 });
    pair.power('primary', 'off');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    session.reply(new Uint8Array(10));
    await pair.clock.advance(9000);
    return session.delivered.toClient === 20;
  };

const tcp: SessionWish = { protocol: 'tcp', port: 22 };
/** A port to which no access list lets anything in. */
const udp: SessionWish = { protocol: 'udp', port: 5001 };
const closeOutside = (pair: PlayedPair) =>
  pair.configure('primary', ['no access-group OUT in interface outside']);

const logging = ['logging enable', 'logging trap informational', 'logging host inside 10.1.1.77'];

/** The system messages of something, as a log host hears them: without their time, and those that match. */
const logged =
  (pattern: RegExp, act: (pair: PlayedPair) => Promise<unknown>): Sees<PlayedPair, readonly string[]> =>
  async (pair) => {
    const texts: string[] = [];
    pair.bench.onSyslog((_unit, _host, _port, text) => texts.push(text.trim()));
    await act(pair);
    return [...new Set(texts.filter((text) => pattern.test(text)))].toSorted();
  };

const other = { secondary: { firmware: '8.4(5)' } };

/** The cases that need the same set-up, boot for boot. */
const cases: readonly (readonly [setUp: SetUp, cases: readonly Case[]])[] = [
  [
    {},
    [
      {
        broken: { 'slow-takeover': 3, 'double-hold-time': 2, 'early-takeover': 0, 'default-unit-times': 5 },
        sees: holdTimes,
        honest: 1,
      },
      {
        broken: { 'never-takes-over': 'Standby Ready' },
        sees: async (pair) => {
          pair.power('primary', 'off');
          await pair.clock.advance(30_000);
          return pair.stateOf('secondary');
        },
        honest: 'Active',
      },
      {
        broken: { 'both-active': 'Active / Active', 'deaf-on-interfaces': 'Active / Active' },
        sees: portDown('primary', 'link', 5000),
        honest: 'Active / Standby Ready',
      },
      {
        broken: { 'denies-being-active': true },
        sees: (pair) => everShows(pair, 'secondary', 'Active', 10_000),
        honest: false,
        unit: 'primary',
      },
      {
        broken: { 'slow-promotion': 'after seconds' },
        sees: pace((pair) => pair.say('primary', 'no failover active')),
        honest: 'at once',
      },
      {
        broken: { 'fails-over-for-its-mate': true },
        sees: async (pair) => {
          pair.port('secondary', cards.inside, 'down');
          return (await changes(pair, 'primary', 6000)) > 0;
        },
        honest: false,
      },
      {
        broken: { 'failed-unit-takes-over': true },
        sees: async (pair) => {
          pair.port('secondary', cards.inside, 'down');
          return everShows(pair, 'secondary', 'Active', 5000);
        },
        honest: false,
      },
      {
        broken: { 'fails-over-with-state-link': 'Failed / Active' },
        sees: portDown('primary', 'state'),
        honest: 'Active / Standby Ready',
      },
      {
        broken: {
          'ignores-link-loss': 'Active / Standby Ready',
          'monitors-nothing': 'Active / Standby Ready',
          'needs-one-more': 'Active / Standby Ready',
          'refuses-active-role': 'Active / Standby Ready',
        },
        sees: portDown('primary', 'inside'),
        honest: 'Failed / Active',
      },
      {
        broken: { 'never-recovers': 'Failed' },
        sees: async (pair) => {
          pair.port('secondary', cards.inside, 'down');
          await pair.clock.advance(3000);
          pair.port('secondary', cards.inside, 'up');
          await pair.clock.advance(5000);
          return pair.stateOf('secondary');
        },
        honest: 'Standby Ready',
      },
      {
        broken: { 'fails-on-unknown': 'Active / Failed' },
        sees: async (pair) => {
          for (const unit of unitNames) pair.bench.trouble[unit].impair(inside, { loss: 1 });
          await pair.clock.advance(12_000);
          return both(pair);
        },
        honest: 'Active / Standby Ready',
      },
      {
        broken: { 'never-fails-by-test': 'Active / Standby Ready' },
        sees: async (pair) => {
          pair.bench.trouble.primary.isolate(inside);
          await pair.clock.advance(8000);
          return both(pair);
        },
        honest: 'Failed / Active',
      },
      {
        broken: { 'asks-nobody': 'Active / Standby Ready' },
        sees: async (pair) => {
          await pair.lostDuring(50);
          pair.bench.trouble.secondary.isolate(inside);
          await pair.clock.advance(8000);
          return both(pair);
        },
        honest: 'Active / Failed',
      },
      {
        broken: {
          'sends-no-interface-hellos': ['Interface inside (10.1.1.1): Normal (Waiting)'],
        },
        sees: shown('primary', 'show failover', /10\.1\.1\.1\)/),
        honest: ['Interface inside (10.1.1.1): Normal (Monitored)'],
        unit: 'secondary',
      },
      {
        broken: { 'shutdown-is-failure': 'Failed / Active' },
        sees: async (pair) => {
          await pair.configure('primary', [`interface ${inside}`, 'shutdown']);
          await pair.clock.advance(5000);
          return both(pair);
        },
        honest: 'Active / Standby Ready',
      },
      {
        broken: { 'slow-interface-poll': 'after seconds' },
        sees: pace((pair) => pair.port('primary', cards.inside, 'down')),
        honest: 'at once',
      },
      {
        broken: { 'slow-interface-hold': 'after long' },
        sees: pace((pair) => pair.bench.trouble.primary.isolate(inside)),
        honest: 'after seconds',
      },
      {
        broken: {
          'tells-mate-all-is-well': ['Interface inside (10.1.1.2): Normal (Waiting)'],
          'shows-all-normal': ['Interface inside (10.1.1.2): Normal (Waiting)'],
        },
        sees: shown('primary', 'show failover', /10\.1\.1\.2\)/, async (pair) => {
          pair.port('secondary', cards.inside, 'down');
          await pair.clock.advance(2000);
        }),
        honest: ['Interface inside (10.1.1.2): No Link (Waiting)'],
      },
      {
        broken: {
          'ignores-no-failover-active': 'Active / Standby Ready',
          'never-yields': 'Active / Active',
        },
        sees: told('primary', 'no failover active'),
        honest: 'Standby Ready / Active',
      },
      {
        broken: {
          'ignores-failover-active': 'Active / Standby Ready',
          'keeps-active-role': 'Active / Standby Ready',
        },
        sees: told('secondary', 'failover active'),
        honest: 'Standby Ready / Active',
      },
      {
        broken: {
          'returns-as-active': 'Active',
          'preempts-unasked': 'Active',
        },
        sees: async (pair) => {
          await powerCycle(pair, 'primary');
          return pair.stateOf('primary');
        },
        honest: 'Standby Ready',
      },
      {
        broken: { flaps: true },
        sees: async (pair) => (await changes(pair, 'primary', 5000)) > 2,
        honest: false,
      },
      {
        broken: { 'ignores-reset': 'Failed' },
        sees: async (pair) => {
          pair.port('secondary', cards.inside, 'down');
          await pair.clock.advance(3000);
          await pair.say('secondary', 'failover reset', 5);
          return pair.stateOf('secondary');
        },
        honest: 'Standby Ready',
      },
      {
        broken: {
          'secondary-first': 'Standby Ready / Active',
          'boots-without-failover': 'off / off',
          'stays-cold': 'Active / Cold Standby',
          'never-ends-replication': 'Active / Sync Config',
        },
        sees: both,
        honest: 'Active / Standby Ready',
      },
      {
        broken: { 'does-not-search': 1 },
        sees: count(
          shown('primary', 'show failover history', /Just Active +Active/, (pair) =>
            powerCycle(pair, 'primary'),
          ),
        ),
        honest: 0,
        unit: 'primary',
      },
      {
        broken: { 'searches-for-ever': 'Negotiation' },
        sees: async (pair) => {
          for (const unit of unitNames) pair.power(unit, 'off');
          await pair.clock.advance(1000);
          pair.power('primary', 'on');
          await pair.clock.advance(20_000);
          await pair.enable('primary');
          return pair.stateOf('primary');
        },
        honest: 'Active',
      },
      {
        broken: { 'loses-configuration': 0, 'save-keeps-old': 0 },
        sees: async (pair) => {
          await pair.configure('primary', ['access-list NEW extended permit tcp any any']);
          await pair.say('primary', 'write memory', 500);
          pair.power('secondary', 'off');
          await powerCycle(pair, 'primary');
          const lines = await pair.ask('primary', 'show running-config');
          return lines.filter((line) => line.startsWith('access-list NEW')).length;
        },
        honest: 1,
      },
      {
        broken: { 'forgets-designation': ['Failover unit Secondary'] },
        sees: shown('primary', 'show failover', /^Failover unit/),
        honest: ['Failover unit Primary'],
        unit: 'primary',
      },
      {
        broken: { 'hangs-on-crash': undefined },
        sees: async (pair) => {
          await pair.say('primary', 'crashinfo force page-fault');
          await pair.say('primary', '', 15_000);
          await pair.enable('primary');
          return pair.stateOf('primary');
        },
        honest: 'Standby Ready',
      },
      { broken: { 'keeps-burned-in': 'its own' }, sees: macAfterwards, honest: 'of the mate' },
      {
        broken: { 'hides-burned-in': 'its own' },
        sees: macAfterwards,
        honest: 'of the mate',
        unit: 'primary',
      },
      {
        broken: { 'answers-for-standby': ['Interface inside (10.1.1.2): Normal (Monitored)'] },
        sees: async (pair) => (await shown('primary', 'show failover', /10\.1\.1\./)(pair)).slice(0, 1),
        honest: ['Interface inside (10.1.1.1): Normal (Monitored)'],
      },
      {
        broken: { 'no-gratuitous-arp': false, 'late-gratuitous-arp': false },
        sees: newsAfter(2000),
        honest: true,
      },
      { broken: { 'late-gratuitous-arp': true }, sees: newsAfter(6000), honest: true },
      {
        broken: { 'wrong-gratuitous-arp': { out: 10, in: 10 } },
        sees: async (pair) => {
          await switchOver(pair);
          return (await pair.lostDuring(100)).lost;
        },
        honest: { out: 0, in: 0 },
      },
      {
        broken: { 'omits-access-lists': [], 'ignores-replicated-commands': [] },
        sees: typed('primary', ['access-list NEW extended permit tcp any any'], /^access-list NEW/),
        honest: ['access-list NEW extended permit tcp any any'],
      },
      {
        broken: { 'omits-interface-commands': [] },
        sees: typed('primary', ['interface GigabitEthernet0/5', 'description spare'], /description spare/),
        honest: ['description spare'],
      },
      {
        broken: { 'replicates-pager': ['pager lines 33'] },
        sees: typed('primary', ['pager lines 33'], /^pager/),
        honest: ['pager lines 24'],
      },
      {
        broken: { 'replicates-designation': ['failover lan unit primary'] },
        sees: typed('primary', ['failover lan unit primary'], /^failover lan unit/),
        honest: ['failover lan unit secondary'],
      },
      {
        broken: { 'replicates-from-standby': ['hostname wrong'] },
        sees: typed('secondary', ['hostname wrong'], /^hostname/),
        honest: ['hostname wall'],
      },
      {
        broken: { 'standby-does-not-save': [] },
        sees: shown('secondary', 'show startup-config', /^access-list NEW/, async (pair) => {
          await pair.configure('primary', ['access-list NEW extended permit tcp any any']);
          await pair.say('primary', 'write memory', 500);
        }),
        honest: ['access-list NEW extended permit tcp any any'],
      },
      {
        broken: { 'ignores-write-standby': ['hostname wrong'] },
        sees: shown('secondary', 'show running-config', /^hostname/, async (pair) => {
          await pair.configure('secondary', ['hostname wrong']);
          await pair.say('primary', 'write standby', 5000);
        }),
        honest: ['hostname wall'],
      },
      {
        broken: { 'synchronizes-half': [] },
        sees: shown('secondary', 'show running-config', /^access-list/),
        honest: ['access-list OUT extended permit udp any any'],
      },
      {
        broken: { 'keeps-files-to-itself': 0 },
        sees: count(
          shown('secondary', 'dir', /notes/, async (pair) => {
            await pair.say('primary', 'mkdir disk0:/notes');
            await pair.say('primary', '', 500);
          }),
        ),
        honest: 1,
      },
      {
        broken: {
          'exec-mate-runs-here': ['Failover unit Primary'],
          'exec-without-output': [],
          'ignores-exec': [],
        },
        sees: shown('primary', 'failover exec mate show failover', /^Failover unit/),
        honest: ['Failover unit Secondary'],
      },
      {
        broken: { 'exec-standby-runs-on-active': ['Failover unit Primary'] },
        sees: shown('primary', 'failover exec standby show failover', /^Failover unit/),
        honest: ['Failover unit Secondary'],
      },
      {
        broken: { 'shows-lost-mate-as-ready': 'Standby Ready' },
        sees: async (pair) => {
          pair.power('primary', 'off');
          await pair.clock.advance(6000);
          return pair.stateOf('secondary', 'Other');
        },
        honest: 'Failed',
      },
      {
        broken: { 'shows-both-active': 'Active' },
        sees: (pair) => pair.stateOf('primary', 'Other'),
        honest: 'Standby Ready',
      },
      {
        broken: { 'shows-wrong-designation': ['This host: Secondary - Active'] },
        sees: shown('primary', 'show failover', /This host/),
        honest: ['This host: Primary - Active'],
      },
      {
        broken: { 'shows-no-last-failover': ['Last Failover at: 00:00:18 UTC Jan 1 1993'] },
        sees: shown('primary', 'show failover', /^Last Failover/),
        honest: ['Last Failover at: 00:00:01 UTC Jan 1 2026'],
      },
      {
        broken: {
          'shows-default-times': ['Unit Poll frequency 1 seconds, holdtime 15 seconds'],
          'default-unit-times': ['Unit Poll frequency 1 seconds, holdtime 15 seconds'],
        },
        sees: shown('primary', 'show failover', /^Unit Poll/),
        honest: ['Unit Poll frequency 500 milliseconds, holdtime 3 seconds'],
      },
      {
        broken: { 'shows-no-active-time': false },
        sees: async (pair) => {
          const text = (await pair.ask('primary', 'show failover')).join('\n');
          return Number(/Active time: (\d+)/.exec(text)?.[1]) > 5;
        },
        honest: true,
      },
      {
        broken: { 'shows-still-counters': false, 'sends-no-updates': false },
        sees: async (pair) => {
          const text = (await pair.ask('primary', 'show failover')).join('\n');
          return Number(/sys cmd \t\d+ +\d+ +(\d+)/.exec(text)?.[1]) > 5;
        },
        honest: true,
      },
      {
        broken: { 'hides-failure-reason': 0 },
        sees: count(
          shown('secondary', 'show failover state', /Comm Failure/, async (pair) => {
            pair.power('primary', 'off');
            await pair.clock.advance(6000);
          }),
        ),
        honest: 1,
      },
      {
        broken: { 'no-standby-warning': false },
        sees: async (pair) => {
          await pair.say('secondary', 'configure terminal');
          return (await pair.say('secondary', 'hostname wrong')).includes('Configurations are no longer');
        },
        honest: true,
      },
      {
        broken: { 'silent-replication': [] },
        sees: async (pair) => {
          const from = pair.printed.primary.length;
          await powerCycle(pair, 'secondary');
          return pair.printed.primary.slice(from).match(/(Beginning|End) configuration replication/gi) ?? [];
        },
        honest: ['Beginning configuration replication', 'End Configuration Replication'],
      },
      { broken: { 'drops-tcp': false, 'ignores-updates': false }, sees: survives(tcp), honest: true },
      { broken: { 'drops-udp': false }, sees: survives(udp, closeOutside), honest: true },
      {
        broken: { 'replicates-http-unasked': true },
        sees: survives({ protocol: 'http' }),
        honest: false,
      },
      {
        broken: { 'drops-arp-table': 0 },
        sees: count(shown('secondary', 'show arp', /10\.1\.1\.(?!1 |2 )/, (pair) => pair.lostDuring(50))),
        honest: 1,
      },
      {
        broken: { 'dead-data-path': { out: 10, in: 10 }, 'passes-no-datagrams': { out: 10, in: 10 } },
        sees: async (pair) => (await pair.lostDuring(100)).lost,
        honest: { out: 0, in: 0 },
      },
    ],
  ],
  [
    { lines: ['no monitor-interface inside'] },
    [
      {
        broken: { 'counts-unmonitored': 'Failed / Active' },
        sees: portDown('primary', 'inside'),
        honest: 'Active / Standby Ready',
      },
    ],
  ],
  [
    { lines: ['interface GigabitEthernet0/1.20', ' vlan 20', ' nameif dmz', ' security-level 50'] },
    [
      {
        broken: { 'monitors-subinterfaces': ['Monitored Interfaces 3 of 216 maximum'] },
        sees: shown('primary', 'show failover', /^Monitored Interfaces/),
        honest: ['Monitored Interfaces 2 of 216 maximum'],
      },
    ],
  ],
  [
    { lines: ['failover interface-policy 2'] },
    [
      {
        broken: { 'ignores-policy': 'Failed / Active', 'loses-interface-policy': 'Failed / Active' },
        sees: portDown('primary', 'inside'),
        honest: 'Active / Standby Ready',
      },
      {
        broken: { 'shows-default-policy': ['Interface Policy 1'] },
        sees: shown('primary', 'show failover', /^Interface Policy/),
        honest: ['Interface Policy 2'],
      },
    ],
  ],
  [
    { lines: ['failover interface-policy 50%'] },
    [
      {
        broken: { 'takes-percentage-for-count': 'Active / Standby Ready' },
        sees: portDown('primary', 'inside'),
        honest: 'Failed / Active',
      },
    ],
  ],
  [
    { lines: ['failover key secret-of-both'] },
    [
      {
        broken: { 'forgets-failover-key': true, 'sends-clear-text': true },
        sees: async (pair) => {
          await pair.clock.advance(10_000);
          return pair.printed.primary.includes('decryption failure');
        },
        honest: false,
        unit: 'secondary',
      },
    ],
  ],
  [
    { own: { primary: ['failover key one'], secondary: ['failover key other'] } },
    [
      {
        broken: { 'silent-decryption-failure': false },
        sees: async (pair) => pair.printed.primary.includes('decryption failure'),
        honest: true,
      },
    ],
  ],
  [
    { lines: [`failover mac address ${inside} 0200.0000.0001 0200.0000.0002`] },
    [
      {
        broken: {
          'ignores-virtual-macs': ['MAC address 5897.1eb3.1101, MTU 1500'],
          'swaps-virtual-macs': ['MAC address 0200.0000.0002, MTU 1500'],
        },
        sees: shown('primary', 'show interface inside', /MAC address/),
        honest: ['MAC address 0200.0000.0001, MTU 1500'],
      },
    ],
  ],
  [
    { lines: ['failover replication http'] },
    [
      {
        broken: { 'never-replicates-http': false },
        sees: survives({ protocol: 'http' }),
        honest: true,
      },
      {
        broken: { 'hides-http-replication': [] },
        sees: shown('primary', 'show failover', /replication http/),
        honest: ['failover replication http'],
      },
    ],
  ],
  [
    {
      lines: [
        'object network hosts',
        ' subnet 10.1.1.0 255.255.255.0',
        ' nat (inside,outside) dynamic interface',
      ],
    },
    [
      {
        broken: { 'drops-translations': 0 },
        sees: async (pair) => {
          await survives(tcp)(pair);
          return (await pair.ask('secondary', 'show xlate')).filter((line) => line.includes(' from ')).length;
        },
        honest: 1,
      },
    ],
  ],
  [
    { lines: logging },
    [
      {
        broken: {
          'silent-switchover': [],
          'logs-wrong-unit': [
            '<161>%ASA-1-104001: (Primary) Switching to ACTIVE - mate want me Active',
            '<161>%ASA-1-104002: (Secondary) Switching to STNDBY - Set by the config command.',
          ],
          'logs-at-wrong-severity': [
            '<166>%ASA-6-104001: (Secondary) Switching to ACTIVE - mate want me Active',
            '<166>%ASA-6-104002: (Primary) Switching to STNDBY - Set by the config command.',
          ],
        },
        sees: logged(/-10400[12]:/, switchOver),
        honest: [
          '<161>%ASA-1-104001: (Secondary) Switching to ACTIVE - mate want me Active',
          '<161>%ASA-1-104002: (Primary) Switching to STNDBY - Set by the config command.',
        ],
      },
      {
        broken: { 'logs-no-bounce': [] },
        sees: logged(/-411002: .* inside/, switchOver),
        honest: ['<164>%ASA-4-411002: Line protocol on Interface inside, changed state to down'],
      },
      {
        broken: { 'logs-no-lost-communications': [] },
        sees: logged(/-105005:/, async (pair) => {
          pair.bench.trouble.secondary.isolate(inside);
          await pair.clock.advance(8000);
        }),
        honest: ['<161>%ASA-1-105005: (Primary) Lost Failover communications with mate on interface inside'],
      },
      {
        broken: { 'slow-hellos': 1 },
        sees: count(logged(/-105043:/, async (pair) => pair.clock.advance(10_000))),
        honest: 0,
        unit: 'secondary',
      },
    ],
  ],
  [
    { made: other },
    [{ broken: { 'accepts-any-version': 'Active / Standby Ready' }, sees: both, honest: 'off / off' }],
  ],
  [
    { made: { secondary: { licence: { 'AnyConnect for Cisco VPN Phone': 'Enabled' } } } },
    [{ broken: { 'accepts-any-licence': 'Active / Standby Ready' }, sees: both, honest: 'off / off' }],
  ],
  [
    { made: { secondary: { model: 'ASA5515' } } },
    [{ broken: { 'accepts-any-chassis': 'Active / Standby Ready' }, sees: both, honest: 'off / off' }],
  ],
  [
    { made: { primary: { module: { model: 'SSM-AIP-10', hardware: '1.0', software: '6.0(1)' } } } },
    [{ broken: { 'accepts-any-card': 'Active / Standby Ready' }, sees: both, honest: 'off / off' }],
  ],
  [
    { made: { secondary: { firmware: '9.2(3)' } } },
    [{ broken: { 'refuses-other-maintenance': 'off / off' }, sees: both, honest: 'Active / Standby Ready' }],
  ],
];

/** Cases with two failover groups, and what stands below each of them. */
const groupCases: readonly (readonly [groups: GroupLines, cases: readonly Case<ActiveActivePair>[]])[] = [
  [
    {},
    [
      {
        broken: {
          'groups-fail-over-together': 'Standby Ready Standby Ready / Active Active',
          'group-command-moves-unit': 'Standby Ready Standby Ready / Active Active',
        },
        sees: async (pair) => {
          await pair.say('primary', 'no failover active group 2', 4000);
          return pair.shown('primary');
        },
        honest: 'Active Standby Ready / Standby Ready Active',
      },
      {
        broken: { 'unit-command-moves-group': 'Standby Ready Active / Active Standby Ready' },
        sees: async (pair) => {
          await pair.say('primary', 'no failover active', 4000);
          return pair.shown('primary');
        },
        honest: 'Standby Ready Standby Ready / Active Active',
      },
    ],
  ],
  [
    { 2: ['preempt'] },
    [
      {
        broken: {
          'ignores-preempt': 'Active Active / Standby Ready Standby Ready',
          'prefers-wrong-unit': 'Active Active / Standby Ready Standby Ready',
        },
        sees: async (pair) => {
          await pair.clock.advance(5000);
          return pair.shown('primary');
        },
        honest: 'Active Standby Ready / Standby Ready Active',
      },
    ],
  ],
  [
    { 2: ['interface-policy 2'] },
    [
      {
        broken: { 'policy-of-first-group': 'Active Failed / Standby Ready Active' },
        sees: async (pair) => {
          pair.port('primary', 5, 'down');
          await pair.clock.advance(4000);
          return pair.shown('primary');
        },
        honest: 'Active Active / Standby Ready Standby Ready',
      },
    ],
  ],
  [
    { 2: ['preempt 60'] },
    [
      {
        broken: {
          'ignores-preempt-delay': 'Active Standby Ready / Standby Ready Active',
        },
        sees: (pair) => pair.shown('primary'),
        honest: 'Active Active / Standby Ready Standby Ready',
      },
    ],
  ],
];

const wanted = (defect: string, unit?: UnitName) => (unit ? { defect, unit } : { defect });

function play<Pair extends PlayedPair>(
  all: readonly Case<Pair>[],
  open: (defects: readonly { defect: string }[]) => Promise<Pair>,
): void {
  const see = async (sees: Sees<Pair>, found: readonly { defect: string }[]): Promise<unknown> => {
    const pair = await open(found);
    try {
      return await sees(pair);
    } finally {
      pair.close();
    }
  };
  for (const { broken, sees, honest, unit } of all) {
    it(`an honest pair, where ${Object.keys(broken).join(' and ')} would be seen`, async () => {
      expect(await see(sees, [])).to.deep.equal(honest);
    });
    for (const [defect, seen] of Object.entries(broken))
      it(defect, async () => {
        expect(await see(sees, [wanted(defect, unit)])).to.deep.equal(seen);
      });
  }
}

describe('broken firmware', function () {
  this.timeout(20_000);

  for (const [setUp, all] of cases) {
    describe(`with ${JSON.stringify(setUp)}`, () => play(all, (found) => bootedPair(found, setUp)));
  }
  for (const [groups, all] of groupCases) {
    describe(`with failover groups ${JSON.stringify(groups)}`, () =>
      play(all, (found) => new ActiveActivePair(undefined, { defects: found }).open(groups)));
  }

  it('has a case for every defect of the catalogue, and none beside it', () => {
    const seen = [...cases, ...groupCases].flatMap(([, all]) =>
      all.flatMap(({ broken }) => Object.keys(broken)),
    );
    const known = defects.filter(isFirmwareDefect).map(({ name }) => name);
    expect([...new Set(seen)].toSorted()).to.deep.equal(known.toSorted());
  });
});

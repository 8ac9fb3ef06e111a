import type { FirewallSession } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import {
  showClock,
  showFailover,
  showFirewall,
  showInterface,
  showMode,
  showModule,
  showRunningConfigFailover,
  showRunningConfigLogging,
  showSshSessions,
  showVersion,
  showWho,
} from '../../show/index.ts';
import type { InterfaceFacts } from '../../show/index.ts';
import { physicalOf, wayInWords } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { ReachSeen, UnitChart, WayChart } from '../chart.ts';
import type { Examined } from '../examined.ts';
import { sawOf } from '../row.ts';
import type { Look } from '../row.ts';
import { answeredShare } from './ping.ts';
import { showsOn, usualPatience, Visit } from './visit.ts';
import type { Show } from './visit.ts';

type Shown = Omit<UnitChart, 'ways' | 'version'>;

/** One way to a unit: how it is opened, and in words. */
interface Way extends Pick<WayChart, 'kind' | 'way'> {
  readonly open: () => Promise<FirewallSession>;
}

/** Looks at a unit by each of its ways, one after the other; by the first one that leads to its console, thoroughly. */
export async function lookAtUnit(examined: Examined, unit: UnitName): Promise<UnitChart> {
  const ways: WayChart[] = [];
  let told: (Shown & Pick<UnitChart, 'version'>) | undefined;
  for (const way of waysTo(examined, unit)) {
    const { seen, ...chart } = await goBy(examined, unit, way, told === undefined && way.kind === 'console');
    ways.push(chart);
    told ??= seen && { ...seen, version: chart.version };
  }
  return { ways, ...(told ?? unseen(ways)) };
}

function waysTo({ topology, doors }: Examined, unit: UnitName): readonly Way[] {
  const { console, management } = topology.units[unit];
  const address = unit === 'primary' ? 'active address' : 'standby address';
  return [
    ...console.map((way, index) => ({
      kind: 'console' as const,
      way: `console by ${wayInWords(way)}`,
      open: () => doors.console(unit, index),
    })),
    ...(['ssh', 'telnet'] as const).flatMap((by) => {
      const at = management?.[by];
      if (!at || at.port === 0) return [];
      const way = `${address} by ${by} ${at.host}:${at.port}`;
      return [{ kind: 'management' as const, way, open: () => doors.management(unit, by) }];
    }),
  ];
}

async function goBy(
  { topology, clock, patience = usualPatience }: Examined,
  unit: UnitName,
  { kind, way, open }: Way,
  isThorough: boolean,
): Promise<WayChart & { readonly seen?: Shown }> {
  const visit = new Visit(clock, patience);
  const opening = await visit.open(`open ${way}`, open);
  if ('blind' in opening) return { kind, way, opened: opening, version: opening };
  const session = opening.saw;
  try {
    const show = showsOn(visit, session, patience.questionMs);
    const version = await show(showVersion);
    const opened: Look<true> = visit.lost ?? { saw: true };
    if (!isThorough || visit.lost) return { kind, way, opened, version };
    return {
      kind,
      way,
      opened,
      version,
      seen: await everything({ topology, show, unit, wall: () => clock.wall() }),
    };
  } finally {
    await session.close();
  }
}

interface Asking {
  readonly topology: Topology;
  readonly show: Show;
  readonly unit: UnitName;
  readonly wall: () => Date;
}

/** All that a console is asked. Nothing of it changes anything. */
async function everything({ topology, show, unit, wall }: Asking): Promise<Shown> {
  const { pair, listen, units } = topology;
  const mode = await show(showMode);
  const isMultiple = sawOf(mode)?.contexts === 'multiple';
  const admin = isMultiple ? pair.contexts.find((each) => each.admin)?.name : undefined;
  const within = admin === undefined ? {} : { context: admin };
  const firewall = await show(showFirewall, within);
  const modules = await show({ ...showModule, parse: (text) => showModule.parse(text).modules });
  const failover = await show(showFailover);
  const settings = await show(showRunningConfigFailover);
  const clock = await show({
    command: showClock.command,
    parse: (text) => ({ facts: showClock.parse(text), wallMs: wall().getTime() }),
  });
  const logging = await show(showRunningConfigLogging, within);
  const sessions = await show(showSshSessions, within);
  const telnet = await show(showWho, within);
  // One by one: an output that cannot be read hides no other interface.
  const interfaces = new Map<string, Look<InterfaceFacts>>();
  for (const socket of Object.keys(units[unit].cables))
    interfaces.set(socket, await show(oneInterface, { typed: `show interface ${socket}` }));
  const contextMacs = isMultiple ? await macsInContexts(topology, show) : new Map<string, string[]>();
  const reaches: ReachSeen[] = [];
  for (const { address, interface: nameif } of heardAt(listen)) {
    const typed = `ping ${nameif} ${address}`;
    const answered = await show({ command: 'ping', parse: answeredShare }, { ...within, typed });
    reaches.push({ address, nameif, answered });
  }
  return {
    mode,
    firewall,
    modules,
    interfaces,
    contextMacs,
    failover,
    settings,
    clock,
    logging,
    sessions,
    telnet,
    reaches,
  };
}

/** A context that is not there, or shows what cannot be read, adds none. */
async function macsInContexts({ pair }: Topology, show: Show): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { name } of pair.contexts)
    for (const { port, mac } of sawOf(await show(showInterface, { context: name })) ?? [])
      if (mac !== undefined) found.set(physicalOf(port), [...(found.get(physicalOf(port)) ?? []), mac]);
  return found;
}

const oneInterface = {
  command: showInterface.command,
  parse: (text: string): InterfaceFacts => {
    const [found] = showInterface.parse(text);
    if (!found) throw new Error('the unit shows no interface of that name');
    return found;
  },
};

/** Where the units send to, each address once. */
function heardAt(listen: Topology['listen']): readonly { address: string; interface: string }[] {
  const all = [listen?.syslog, listen?.traps].flatMap((place) => (place ? [place] : []));
  return all.filter(({ address }, at) => all.findIndex((other) => other.address === address) === at);
}

/** Nobody has seen this unit; the reason is that of the first way. */
function unseen(ways: readonly WayChart[]): Shown & Pick<UnitChart, 'version'> {
  const [first] = ways;
  const blind =
    first && 'blind' in first.opened
      ? first.opened
      : ({ blind: 'no way leads to its console', because: 'unreached' } as const);
  return {
    version: blind,
    mode: blind,
    firewall: blind,
    modules: blind,
    interfaces: new Map(),
    contextMacs: new Map(),
    failover: blind,
    settings: blind,
    clock: blind,
    logging: blind,
    sessions: blind,
    telnet: blind,
    reaches: [],
  };
}

/** Both units. */
export async function lookAtUnits(examined: Examined): Promise<Record<UnitName, UnitChart>> {
  const [primary, secondary] = await Promise.all(unitNames.map((unit) => lookAtUnit(examined, unit)));
  if (!primary || !secondary) throw new Error('a pair has two units');
  return { primary, secondary };
}

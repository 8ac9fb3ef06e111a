/** What a console is asked. Nothing of it changes anything. */
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
  showWho,
} from '../../show/index.ts';
import type { InterfaceFacts } from '../../show/index.ts';
import { physicalOf } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { ReachSeen, UnitChart } from '../chart.ts';
import { sawOf } from '../row.ts';
import type { Blind, Look } from '../row.ts';
import { answeredShare } from './ping.ts';
import type { Show } from './visit.ts';

/** What a console shows, beside who is there. */
export type Shown = Omit<UnitChart, 'ways' | 'version'>;

/** Who is asked, by what topology. */
export interface Asking {
  readonly topology: Topology;
  readonly show: Show;
  readonly unit: UnitName;
  readonly wall: () => Date;
}

/** Asks one thing after the other; what is not answered is blind. */
export async function askUnit({ topology, show, unit, wall }: Asking): Promise<Shown> {
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

/** What a console shows that was not reached. */
export function unasked(blind: Blind): Shown {
  return {
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

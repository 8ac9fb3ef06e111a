import type { Cancel, Clock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { unitNames, type UnitName } from '../pair/index.ts';
import type { Secrets, Topology, TopologyFlow } from '../topology/index.ts';
import { cableTroubleOf } from './trouble/cable-trouble.ts';
import { cableHosts, cableSwitches, switchPortOf } from './cabling/cabling.ts';
import { boxOf } from './box/hardware.ts';
import { madeOtherwise } from './box/made-otherwise.ts';
import { Firewall } from './chassis/firewall.ts';
import { dialectNamed } from './dialect/index.ts';
import { type Defect, defectsOf, portsAreDeaf, traitsWith } from './defect/index.ts';
import type { LogHost } from './fabric/host/log-host.ts';
import type { LearningSwitch } from './fabric/switch/learning-switch.ts';
import type { TrafficHost } from './fabric/host/traffic-host.ts';
import { layFailoverCable } from './cabling/failover-cable.ts';
import { failoverCableTroubleOf } from './trouble/failover-cable-trouble.ts';
import { LifeClock } from './ground/life-clock.ts';
import { managedAddresses } from './management/managed-addresses.ts';
import { cableLogHosts } from './cabling/log-hosts.ts';
import { plugIn } from './cabling/plugging.ts';
import { pduTroubleOf } from './trouble/pdu-trouble.ts';
import { seededRandom } from './ground/random.ts';
import { echoedSession } from './session/echoed-session.ts';
import { openSession } from './session/sessions.ts';
import { troubleOf } from './trouble/unit-trouble.ts';
import type { Box } from './box/box.ts';
import type { CreatedBench } from './face/simulated-bench.ts';
import type { SimulatedBenchOptions, SimulatedFlash } from './face/bench-options.ts';
import type { CableTrouble, FailoverCableTrouble } from './face/trouble.ts';
import type { SimulatedFlow } from './face/simulated-session.ts';

/** The first UDP port of the flows; every flow has one of its own. */
const firstFlowPort = 20_000;

/**
 * The bench that a topology describes, of software only, on the given clock and without a socket. Every outlet is
 * on, so both units begin to boot, from blank flash if not told otherwise. Throws `UsageError` for a defect that is not
 * known, and for a failover cable between units that have no socket for it. What is secret reaches the units as it does on iron: typed at their consoles.
 */
export function createSimulatedBench(
  topology: Topology,
  _secrets: Secrets,
  clock: Clock,
  options: SimulatedBenchOptions = {},
): CreatedBench {
  const wanted = [...(topology.simulated?.defects ?? []), ...(options.defects ?? [])];
  const found = { primary: defectsOf('primary', wanted), secondary: defectsOf('secondary', wanted) };
  const life = new LifeClock(clock);
  const random = seededRandom(options.seed ?? 1);
  const speaks = options.dialect === undefined ? undefined : dialectNamed(options.dialect);
  const box = (unit: UnitName): Box => ({
    ...boxOf(topology, unit, life, random.fork(unit), traitsWith(found[unit]), options.made?.[unit], speaks),
    ...(options.web && { web: options.web }),
  });
  const boxes = { primary: box('primary'), secondary: box('secondary') };
  for (const unit of unitNames) fill(boxes[unit], options.flash?.[unit], clock.wall());
  const switches = cableSwitches(topology, life, boxes);
  const failoverCable = layFailoverCable(topology, boxes);
  const cablesOf = (unit: UnitName): CableTrouble & FailoverCableTrouble => ({
    ...cableTroubleOf(
      boxes[unit],
      (name) => switchPortOf(topology, unit, switches, name),
      random.fork(`cables ${unit}`),
    ),
    ...failoverCableTroubleOf(boxes[unit], failoverCable),
  });
  const hosts = cableHosts(topology, life, switches);
  const addresses = [...hosts.values()].map(({ address }) => address);
  const logHosts = cableLogHosts(topology, life, switches, addresses);
  const bootMs = topology.simulated?.boot ?? 1500;
  const units = {
    primary: new Firewall(boxes.primary, life, bootMs, startupOf(options.flash?.primary)),
    secondary: new Firewall(boxes.secondary, life, bootMs, startupOf(options.flash?.secondary)),
  };
  const pdus = plugIn(topology, life, units, found);
  for (const unit of unitNames) deafen(topology, unit, found[unit], switches);
  return {
    topology,
    units,
    switches,
    pdus,
    addresses: managedAddresses(topology, units),
    flows: topology.flows.map((flow, at) => flowOf(flow, firstFlowPort + at, hosts)),
    openSession: (from, to, wish) => openSession(hostAt(hosts, from), hostAt(hosts, to), wish),
    host: (nameif) => hostAt(hosts, nameif),
    divert: (host, through) => hostAt(hosts, host).divert(hostAt(hosts, through)),
    ...heardAt(logHosts),
    trouble: {
      primary: troubleOf(units.primary, boxes.primary, cablesOf('primary')),
      secondary: troubleOf(units.secondary, boxes.secondary, cablesOf('secondary')),
    },
    exchange: (unit, made) =>
      units[unit].exchange(made ? madeOtherwise(boxes[unit], made, life) : boxes[unit]),
    pduTrouble: Object.fromEntries(pdus.map((pdu) => [pdu.name, pduTroubleOf(pdu)])),
    close: () => {
      for (const unit of unitNames) units[unit].powerOff();
      life.end();
    },
  };
}

/** What the stations hear that the units report to. */
function heardAt(logHosts: readonly LogHost[]): Pick<CreatedBench, 'onSyslog' | 'onLogCall' | 'onTrap'> {
  const atEach = (listen: (host: LogHost) => Cancel): Cancel => {
    const cancels = logHosts.map(listen);
    return () => cancels.forEach((cancel) => cancel());
  };
  return {
    onSyslog: (listener) =>
      atEach((host) =>
        host.onArrived((news) => {
          if (news.carries !== 'syslog') return;
          listener(news.sentBy, news.to, news.toPort, news.text, news.protocol);
        }),
      ),
    onLogCall: (listener) => atEach((host) => host.onCall(listener)),
    onTrap: (listener) =>
      atEach((host) =>
        host.onArrived((news) => {
          if (news.carries === 'trap') listener(news.sentBy, news.to, news.toPort, news.trap);
        }),
      ),
  };
}

function startupOf(flash: readonly string[] | SimulatedFlash | undefined): readonly string[] | undefined {
  return flash && 'startup' in flash ? flash.startup : flash;
}

/** Puts the configurations of contexts into the flash of a unit. */
function fill({ files }: Box, flash: readonly string[] | SimulatedFlash | undefined, at: Date): void {
  if (!flash || !('files' in flash)) return;
  for (const [path, lines] of Object.entries(flash.files))
    files.put(path, { lines, bytes: lines.reduce((sum, line) => sum + line.length + 1, 0), at });
}

/** Makes the ports of a unit say yes and do nothing, where that is the defect. */
function deafen(
  topology: Topology,
  unit: UnitName,
  found: readonly Defect[],
  switches: readonly LearningSwitch[],
): void {
  if (!portsAreDeaf(found)) return;
  for (const cable of Object.values(topology.units[unit].cables))
    switches.find(({ name }) => name === cable.switch)?.deafen(cable.port);
}

function hostAt(hosts: ReadonlyMap<string, TrafficHost>, nameif: string): TrafficHost {
  const host = hosts.get(nameif);
  if (host) return host;
  const there = [...hosts.keys()].join(', ') || 'none';
  throw new UsageError(
    `no host at interface ${nameif}; flows of the topology begin or end at these: ${there}`,
  );
}

function flowOf(flow: TopologyFlow, port: number, hosts: ReadonlyMap<string, TrafficHost>): SimulatedFlow {
  const [sender, receiver] = [hosts.get(flow.from), hosts.get(flow.to)];
  return {
    name: flow.name,
    openEcho: (protocol) => echoedSession(hostAt(hosts, flow.from), hostAt(hosts, flow.to), protocol),
    send: (packet) => receiver && sender?.send(receiver.address, port, packet),
    onArrived: (listener) =>
      receiver?.onArrived((packet) => packet.toPort === port && listener(packet.bytes)) ?? (() => undefined),
  };
}

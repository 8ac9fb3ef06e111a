/** Switch ports by hand, with the interlocks of a run. */
import { BenchError, UsageError } from '../../errors.ts';
import type { PortReading, Switch } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import { cablesOf } from '../breaking/cable.ts';
import type { Cable } from '../breaking/cable.ts';
import { untilEffective } from '../breaking/effect.ts';
import { isolationVlans } from '../breaking/isolation.ts';
import type { Effect } from '../notebook.ts';
import { switchPort } from '../breaking/port.ts';
import type { CabledPort } from '../breaking/port.ts';
import { isPowered } from '../breaking/power.ts';
import { portNow } from '../breaking/prior.ts';
import type { Changed } from '../journal/changed.ts';
import { withPdus, withSwitch } from './by-hand.ts';
import type { ByHand } from './by-hand.ts';
import { mayCut } from './may-cut.ts';

/** A port with its cable, and how its switch reports it. */
export interface PortSeen extends Cable, Pick<PortReading, 'admin' | 'oper'> {
  /** Left out where the port has none of its own. */
  readonly vlan?: number;
}

/**
 * The cables that a word means: an interface of a unit (`primary.inside`, `primary.GigabitEthernet0/1`), a port
 * (`GigabitEthernet1/0/3`, `sw1:GigabitEthernet1/0/3`), all without one. Throws `UsageError` for what no unit is cabled
 * to, and for what is protected.
 */
export function meantPorts(topology: Topology, word?: string): readonly Cable[] {
  const all = unitNames.flatMap((unit) => cablesOf(topology, unit));
  if (word === undefined) return all;
  const found = all.filter((cable) => namesOf(cable).includes(word));
  if (found.length === 1) return found;
  if (found.length > 1)
    throw new UsageError(`${word} is a port of more than one switch; say which, as in sw1:${word}`);
  const isKept = Object.entries(topology.switches).some(([name, { protected: kept }]) =>
    kept.some((port) => [port, `${name}:${port}`].includes(word)),
  );
  throw new UsageError(
    isKept
      ? `port ${word} is protected`
      : `${word} is no port that a unit of this topology is cabled to, and no interface such as primary.inside; see fover port without it`,
  );
}

/** Everything that a cable may be called. */
const namesOf = ({ unit, socket, carries, port, switch: of }: Cable): readonly string[] => [
  ...[socket, ...carries].map((name) => `${unit}.${name}`),
  port,
  `${of}:${port}`,
];

/** Reads the ports. */
export async function lookAtPorts(bench: ByHand, cables: readonly Cable[]): Promise<readonly PortSeen[]> {
  const seen: PortSeen[] = [];
  for (const name of new Set(cables.map((cable) => cable.switch)))
    await withSwitch(bench, name, async (of) => {
      for (const cable of cables.filter((each) => each.switch === name))
        seen.push({ ...cable, ...(await read(of, cable.port)) });
    });
  return seen;
}

/** A trunk has no VLAN of its own, which is no trouble here. */
async function read(of: Switch, port: string): Promise<Pick<PortSeen, 'admin' | 'oper' | 'vlan'>> {
  const { admin, oper } = await of.readPort(port);
  const { vlan } = await of.portSettings(port);
  return { admin, oper, ...(vlan === undefined ? {} : { vlan }) };
}

/** Shuts a port. Undefined where it was not agreed to. Throws `BenchError` when the switch did not do it. */
export async function shutPort(bench: ByHand, cable: Cable): Promise<Effect | undefined> {
  if (!(await mayCut(bench, cable.unit, `shutting ${called(cable)}`))) return undefined;
  return withSwitch(bench, cable.switch, async (of) => {
    if (!bench.held.find(isThe(cable, 'port'))) {
      const before = await portNow(of, cable.unit, cable.port);
      bench.held.intend({ restores: `${called(cable)} ${before.prior}`, of: before });
    }
    return switchPort(bench, cabled(bench, cable, of), 'down');
  });
}

/**
 * Puts a port back into the VLAN that it was taken from by hand, and brings it up. Of the port of a unit without power
 * nothing but what it was told can be read. Safe twice. Throws `BenchError` when the switch did not do it.
 */
export async function bringUpPort(bench: ByHand, cable: Cable): Promise<Effect> {
  const isDark = !(await withPdus(bench, (parts) => isPowered(parts, cable.unit)));
  return withSwitch(bench, cable.switch, async (of) => {
    const moved = bench.held.find(isThe(cable, 'vlan'));
    if (moved?.of.kind === 'vlan') {
      await moveTo(bench, cabled(bench, cable, of), moved.of.prior);
      bench.held.mended(moved);
    }
    const effect = await switchPort(bench, cabled(bench, cable, of), 'up', isDark);
    const shut = bench.held.find(isThe(cable, 'port'));
    if (shut) bench.held.mended(shut);
    return effect;
  });
}

/**
 * Moves a port into an isolation VLAN of its switch that no other port was moved to by hand. Undefined where it was not
 * agreed to. Throws `BenchError` when there is none that is free, and when the switch did not do it.
 */
export async function isolateByHand(bench: ByHand, cable: Cable): Promise<Effect | undefined> {
  const taken = bench.held.all.flatMap(({ of }) => (of.kind === 'vlan' ? [of.apart] : []));
  const vlans = isolationVlans(bench.topology, cable.switch);
  const apart = vlans.find((vlan) => !taken.includes(vlan));
  const before = bench.held.find(isThe(cable, 'vlan'));
  if (before) throw new BenchError(cable.switch, `${cable.port} is isolated already; bring it up first`);
  if (apart === undefined)
    throw new BenchError(cable.switch, 'the topology gives this switch no isolation-vlans that are free');
  if (!(await mayCut(bench, cable.unit, `isolating ${called(cable)}`))) return undefined;
  return withSwitch(bench, cable.switch, async (of) => {
    const { vlan } = await of.readVlan(cable.port);
    if (vlans.includes(vlan))
      throw new BenchError(
        cable.switch,
        `${cable.port} is in the isolation VLAN ${vlan} already, and nobody knows where it belongs; put it back by hand`,
      );
    const { unit, switch: name, port } = cable;
    bench.held.intend({
      restores: `${called(cable)} in VLAN ${vlan}`,
      of: { kind: 'vlan', unit, switch: name, port, prior: vlan, apart },
    });
    return moveTo(bench, cabled(bench, cable, of), apart);
  });
}

async function moveTo(
  bench: ByHand,
  { of, port, settleMs, pollMs }: CabledPort,
  vlan: number,
): Promise<Effect> {
  const setMs = bench.clock.nowMs();
  await of.setVlan(port, vlan);
  const what = `${port} of ${of.name} reads VLAN ${vlan}`;
  const hiMs = await untilEffective(
    { what, device: of.name, everyMs: pollMs, atMostMs: settleMs },
    async () => {
      const { vlan: now, answeredMs } = await of.readVlan(port);
      return { reached: now === vlan, answeredMs };
    },
    bench.clock,
    bench.progress,
  );
  return { effectMs: { loMs: setMs, hiMs }, witness: `VLAN of ${port} of ${of.name}` };
}

function cabled({ topology }: ByHand, cable: Cable, of: Switch): CabledPort {
  const written = topology.switches[cable.switch];
  if (!written) throw new BenchError(cable.switch, 'there is no such switch on this bench');
  const { switch: name, port, socket } = cable;
  return { of, switch: name, port, interface: socket, settleMs: written.settle, pollMs: written.poll };
}

const called = (cable: Cable): string => `${cable.port} of ${cable.switch}`;

const isThe =
  (cable: Cable, kind: 'port' | 'vlan') =>
  (of: Changed): boolean =>
    of.kind === kind && of.switch === cable.switch && of.port === cable.port;

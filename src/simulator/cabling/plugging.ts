import type { Clock } from '../../clock.ts';
import { unitNames, type UnitName } from '../../pair/index.ts';
import { simulatedAs } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Firewall } from '../chassis/firewall.ts';
import { type Defect, outletTraitsWith, pduTraitsWith } from '../defect/index.ts';
import { outletsOfPdu } from '../fabric/power/outlet-names.ts';
import { PowerStrip } from '../fabric/power/power-strip.ts';

type Units = Readonly<Record<UnitName, Firewall>>;
type Found = Readonly<Record<UnitName, readonly Defect[]>>;

/** One power supply of a unit, and the outlet that it is plugged into. */
interface Feed {
  readonly unit: UnitName;
  readonly pdu: string;
  readonly outlet: string;
}

/** What a unit draws, in watts: a little more while it boots, with every fan at full speed. */
const watts = { booting: 190, running: 120 } as const;

/** The PDUs of a topology, with the units plugged into their outlets, all of which are on. */
export function plugIn(topology: Topology, clock: Clock, units: Units, found: Found): readonly PowerStrip[] {
  const feeds: readonly Feed[] = unitNames.flatMap((unit) =>
    topology.units[unit].power.map((feed) => ({ unit, ...feed })),
  );
  const strips = Object.keys(topology.pdus).map((name) => stripOf(topology, clock, name, feeds, found));
  const stripNamed = (name: string) => strips.find((strip) => strip.name === name);
  for (const { unit, pdu, outlet } of feeds) {
    const [strip, socket] = [stripNamed(pdu), stripNamed(pdu)?.outlet(outlet)];
    if (!strip || !socket) continue;
    const feed = `${pdu} ${outlet}`;
    const drawn = feeds.filter((one) => one.unit === unit);
    units[unit].feed(feed, true);
    socket.plug(() => {
      const sharing = drawn.filter((one) => stripNamed(one.pdu)?.outlet(one.outlet)?.live === 'on').length;
      return wattsOf(units[unit]) / Math.max(1, sharing);
    });
    strip.onSwitched(({ number, power }) => {
      if (number === socket.number) units[unit].feed(feed, power === 'on');
    });
  }
  return strips;
}

function stripOf(
  topology: Topology,
  clock: Clock,
  name: string,
  feeds: readonly Feed[],
  found: Found,
): PowerStrip {
  const here = feeds.filter(({ pdu }) => pdu === name);
  const kept = topology.pdus[name]?.protected ?? [];
  const outlets = outletsOfPdu([...here.map(({ outlet }) => outlet), ...kept]);
  const family = topology.simulated?.pdus[name] ?? simulatedAs(topology.pdus[name]?.model);
  const fed = unitNames.filter((unit) => here.some((feed) => feed.unit === unit));
  return new PowerStrip(name, clock, topology.simulated?.['outlet-delay'] ?? 200, outlets, {
    ...(family ? { family } : {}),
    traits: pduTraitsWith(fed.flatMap((unit) => found[unit])),
    outletTraits: (outlet) =>
      outletTraitsWith(
        here
          .filter((feed) => feed.outlet === String(outlet.number) || feed.outlet === outlet.name)
          .flatMap(({ unit }) => found[unit]),
      ),
  });
}

function wattsOf(unit: Firewall): number {
  if (!unit.powered) return 0;
  return unit.booting ? watts.booting : watts.running;
}

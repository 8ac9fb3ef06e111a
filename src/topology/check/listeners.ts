import { suggestion } from '../../nearest.ts';
import { unitNames } from '../../pair/index.ts';
import { isAtLeast } from '../firmware-version.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import { addressesAt, placedInterfaces } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';
import { usualPorts } from '../with-listeners.ts';

/** What the units are told of this machine can be told: an interface of theirs, a port that they take, a way to it. */
export function checkListeners(topology: Topology): readonly Objection[] {
  const { syslog, traps } = topology.listen ?? {};
  return [
    ...(syslog ? [...checkPlace(topology, 'syslog', syslog), ...checkSyslog(syslog)] : []),
    ...(traps ? [...checkPlace(topology, 'traps', traps), ...checkTraps(topology, traps)] : []),
    ...checkSources(topology),
  ];
}

/** An address of the pair goes with a role: whoever is active has the active one. */
function checkSources(topology: Topology): readonly Objection[] {
  const { listen, switches, pdus } = topology;
  const known = [...unitNames, ...Object.keys(switches), ...Object.keys(pdus)];
  const own = placedInterfaces(topology).flatMap(({ data }) => {
    const { active, standby } = addressesAt(topology.pair, data) ?? {};
    return [active, standby];
  });
  return Object.entries(listen?.sources ?? {}).flatMap(([address, who]) => {
    const path = ['listen', 'sources', address];
    if (!known.includes(who))
      return [objectTo(path, `${who} is neither a unit nor a switch nor a PDU${suggestion(who, known)}`)];
    if (!own.includes(address)) return [];
    return [objectTo(path, `${address} is an address of the pair, which no unit keeps; leave it out`)];
  });
}

type Listen = NonNullable<Topology['listen']>;
type Syslog = NonNullable<Listen['syslog']>;
type Traps = NonNullable<Listen['traps']>;

function checkPlace(
  topology: Topology,
  key: keyof Listen,
  place: Pick<Syslog, 'interface' | 'address'>,
): readonly Objection[] {
  return [...checkInterface(topology, key, place), ...checkAddress(topology, key, place)];
}

/** Messages of the system execution space leave by the admin context, as those of failover do. */
function checkInterface(
  topology: Topology,
  key: keyof Listen,
  { interface: nameif }: Pick<Syslog, 'interface'>,
): readonly Objection[] {
  const path = ['listen', key, 'interface'];
  const { contexts } = topology.pair;
  const admin = contexts.find((context) => context.admin)?.name;
  const there = placedInterfaces(topology).filter(
    (placed) => contexts.length === 0 || placed.context === admin,
  );
  const names = there.map(({ data }) => data.nameif);
  if (names.includes(nameif)) return [];
  const where = contexts.length === 0 ? 'the pair' : 'the admin context, by which failover logs';
  return [objectTo(path, `${nameif} is no interface of ${where}${suggestion(nameif, names)}`)];
}

function checkAddress(
  topology: Topology,
  key: keyof Listen,
  { address }: Pick<Syslog, 'address'>,
): readonly Objection[] {
  const path = ['listen', key, 'address'];
  const own = placedInterfaces(topology).find(({ data }) => {
    const { active, standby } = addressesAt(topology.pair, data) ?? {};
    return active === address || standby === address;
  });
  if (own)
    return [objectTo(path, `${address} is an address of ${own.data.nameif}; write that of this machine`)];
  if (!topology.simulated || Object.hasOwn(topology.simulated.stations, address)) return [];
  return [
    objectTo(
      path,
      `nobody stands for ${address} beside the simulated pair; add ${address}: 127.0.0.1 to simulated.stations`,
    ),
  ];
}

function checkSyslog(syslog: Syslog): readonly Objection[] {
  const path = ['listen', 'syslog'];
  if (syslog.udp === undefined && syslog.tcp === undefined)
    return [objectTo(path, 'there is no port to listen at; add udp or tcp')];
  return (['udp', 'tcp'] as const).flatMap((key) => {
    const port = syslog[key];
    const usual = key === 'udp' ? usualPorts.syslogUdp : usualPorts.syslogTcp;
    if (port === undefined || port === 0 || port === usual || port >= 1025) return [];
    return [
      objectTo(
        [...path, key],
        `the units send to ${key} port ${usual}, or to one from 1025 on; not to ${port}`,
      ),
    ];
  });
}

function checkTraps({ pair }: Topology, { version }: Traps): readonly Objection[] {
  if (version !== '3' || isAtLeast(pair.firmware, 8, 2)) return [];
  const message = `firmware ${pair.firmware} knows no SNMP version 3, which came with 8.2; expected 1 or 2c`;
  return [objectTo(['listen', 'traps', 'version'], message)];
}

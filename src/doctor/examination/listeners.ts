import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { addressesAt, inOneSubnet, placedInterfaces, subnetSize } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Chart, ReachSeen } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { notConfigured } from '../physical-unit.ts';
import { about } from '../row.ts';
import type { Row } from '../row.ts';

/** Whether this machine can listen where it is to, whether units reach it there, and whether they are told of it. */
export const listeners: Examination = {
  name: 'listeners',
  examine: (chart) => [
    ...chart.sockets.map(({ what, where, opened }) => {
      const told = about('this machine', what);
      if ('saw' in opened) return told.ok(where);
      const todo =
        'end what listens there, take another port, or give this machine the address; below 1024 takes the right to';
      return told.wrong(opened.blind, where, todo);
    }),
    ...unitNames.flatMap((unit) => [
      ...chart.units[unit].reaches.map((seen) => reached(chart, unit, seen)),
      ...toldOfUs(chart, unit),
    ]),
  ],
};

function reached({ topology, units }: Chart, unit: UnitName, { address, nameif, answered }: ReachSeen): Row {
  const told = about(unit, `reaches ${address} by ${nameif}`);
  const bare = notConfigured(units[unit]);
  if (bare) return told.unknown(bare);
  if ('saw' in answered) {
    const percent = `${Math.round(answered.saw * 100)} % of its echoes come back`;
    if (answered.saw > 0.5) return told.ok(percent);
    const todo = `look at the routes of the unit and at what stands between; a host may also be told not to answer to ping`;
    return told.warning(percent, 'echoes come back', todo);
  }
  // Where a unit has no ping, being on the same network is all that can be seen.
  if (answered.because === 'unread' && isOnNetwork(topology, nameif, address))
    return told.ok(`on the network of ${nameif}; not asked by ping: ${answered.blind}`);
  return told.unknown(answered);
}

function isOnNetwork(topology: Topology, nameif: string, address: string): boolean {
  const placed = placedInterfaces(topology).find(({ data }) => data.nameif === nameif);
  const own = placed && addressesAt(topology.pair, placed.data);
  const size = own && subnetSize(own.mask);
  return own !== undefined && size !== undefined && inOneSubnet(own.active, address, size);
}

function toldOfUs({ topology: { listen }, units }: Chart, unit: UnitName): readonly Row[] {
  const syslog = listen?.syslog;
  if (!syslog) return [];
  const told = about(unit, 'logging host');
  const { logging } = units[unit];
  const bare = notConfigured(units[unit]);
  if (bare) return [told.unknown(bare)];
  if ('blind' in logging) return [told.unknown(logging)];
  const [protocol, port] =
    syslog.udp === undefined ? (['tcp', syslog.tcp ?? 0] as const) : (['udp', syslog.udp] as const);
  const wanted = `${syslog.interface} ${syslog.address} ${protocol}/${port === 0 ? 'any' : port}`;
  const isOurs = logging.saw.hosts.some(
    (host) =>
      host.nameif === syslog.interface &&
      host.address === syslog.address &&
      host.protocol === protocol &&
      (port === 0 || host.port === port),
  );
  const said = logging.saw.hosts
    .map((host) => `${host.nameif} ${host.address} ${host.protocol}/${host.port}`)
    .join(', ');
  if (isOurs && logging.saw.enabled) return [told.ok(said)];
  const todo = `\`fover run\` tells the units where it listens; until then nothing of them is heard`;
  return [told.warning(isOurs ? `${said}, but logging is off` : said || 'none', wanted, todo)];
}

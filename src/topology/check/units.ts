import { nearest, suggestion } from '../../nearest.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { objectTo } from '../objection.ts';
import type { Objection, Path } from '../objection.ts';
import { physicalOf, placedInterfaces } from '../placed-interface.ts';
import type { ConsoleWay } from '../console-way.ts';
import type { Topology } from '../schema.ts';
import { isSamePort } from '../same-port.ts';
import { repeated } from './repeated.ts';

/** The two units and what they are plugged into: every name exists, nothing is shared, nothing protected is used. */
export function checkUnits(topology: Topology): readonly Objection[] {
  return [
    ...checkIdentity(topology),
    ...checkConsoles(topology),
    ...checkOutlets(topology),
    ...checkPorts(topology),
    ...checkCabled(topology),
  ];
}

function checkIdentity({ units }: Topology): Objection[] {
  if (units.primary.serial !== units.secondary.serial) return [];
  const message = `both units have the serial number ${units.secondary.serial}; each console must lead to a unit of its own`;
  return [objectTo(['units', 'secondary', 'serial'], message)];
}

/** The console line is what tells the units apart: no line leads to both. Port 0 is not known yet. */
function checkConsoles({ units }: Topology): readonly Objection[] {
  const ways = unitNames.flatMap((unit) =>
    units[unit].console.flatMap((way, index) => {
      const line = lineOf(way);
      return line === undefined ? [] : [{ path: ['units', unit, 'console', index], line }];
    }),
  );
  return repeated(
    ways,
    ({ line }) => line,
    ({ path, line }) => objectTo(path, `the console line ${line} is given twice; each leads to one unit`),
  );
}

function lineOf(way: ConsoleWay): string | undefined {
  if ('serial' in way) return way.serial.device;
  if ('conserver' in way)
    return `${way.conserver.console} of ${way.conserver.host} port ${way.conserver.port}`;
  const { host, port } = 'telnet' in way ? way.telnet : 'tcp' in way ? way.tcp : way.ssh;
  // Many console servers serve every line behind one SSH port, told apart by the user name.
  const user = 'ssh' in way ? `${way.ssh.login.username}@` : '';
  return port === 0 ? undefined : `${user}${host} port ${port}`;
}

function checkOutlets({ units, pdus }: Topology): readonly Objection[] {
  const feeds = unitNames.flatMap((unit) =>
    units[unit].power.map((feed, index) => ({ unit, ...feed, path: ['units', unit, 'power', index] })),
  );
  return [
    ...feeds.flatMap(({ unit, pdu, outlet, path }) => {
      const known = own(pdus, pdu);
      if (!known) return [unknownName('PDU', pdu, [...path, 'pdu'], pdus)];
      const isProtected = known.protected.includes(outlet);
      return isProtected
        ? [
            objectTo(
              [...path, 'outlet'],
              `outlet ${outlet} of ${pdu} is protected, so fover must not switch it, yet it feeds the ${unit} unit`,
            ),
          ]
        : [];
    }),
    ...repeated(
      feeds,
      ({ pdu, outlet }) => JSON.stringify([pdu, outlet]),
      (later, earlier) =>
        objectTo(
          [...later.path, 'outlet'],
          `outlet ${later.outlet} of ${later.pdu} already feeds the ${earlier.unit} unit`,
        ),
    ),
  ];
}

function checkPorts({ units, switches }: Topology): readonly Objection[] {
  const cables = unitNames.flatMap((unit) =>
    Object.entries(units[unit].cables).map(([socket, cable]) => ({
      unit,
      socket,
      ...cable,
      path: ['units', unit, 'cables', socket],
    })),
  );
  return [
    ...cables.flatMap((cable) => {
      const known = own(switches, cable.switch);
      if (!known) return [unknownName('switch', cable.switch, [...cable.path, 'switch'], switches)];
      const isProtected = known.protected.some((kept) => isSamePort(kept, cable.port));
      return isProtected
        ? [
            objectTo(
              [...cable.path, 'port'],
              `${cable.port} of ${cable.switch} is protected, so fover must not shut it, yet ${cable.socket} of the ${cable.unit} unit is cabled to it`,
            ),
          ]
        : [];
    }),
    ...repeated(
      cables,
      (cable) => JSON.stringify([cable.switch, cable.port]),
      (later, earlier) =>
        objectTo(
          [...later.path, 'port'],
          `${later.port} of ${later.switch} is already cabled to ${earlier.socket} of the ${earlier.unit} unit`,
        ),
    ),
  ];
}

/**
 * Every interface in use has its cable to a switch on both units, but for those that are cabled to each other; cables
 * of unused interfaces may stay.
 */
function checkCabled(topology: Topology): readonly Objection[] {
  const { link, 'state-link': state } = topology.pair.failover;
  const crossover = topology.simulated?.crossover ?? [];
  const used = new Map<string, string>();
  for (const { data } of placedInterfaces(topology)) used.set(physicalOf(data.interface), data.nameif);
  for (const one of [link, state])
    if (one?.interface !== undefined) used.set(physicalOf(one.interface), one.nameif);
  return unitNames.flatMap((unit) => {
    const { cables } = topology.units[unit];
    const spare = Object.keys(cables).filter((socket) => !used.has(socket));
    return [
      ...[...used]
        .filter(([socket]) => !Object.hasOwn(cables, socket) && !crossover.includes(socket))
        .map(([socket, nameif]) => notCabled(unit, socket, nameif, spare)),
      ...spare
        .filter((socket) => physicalOf(socket) !== socket)
        .map((socket) => subinterfaceCabled(unit, socket)),
    ];
  });
}

function notCabled(unit: UnitName, socket: string, nameif: string, spare: readonly string[]): Objection {
  const [near] = nearest(socket, spare);
  const hint = near === undefined ? '' : `; is it the cable that is written for ${near}?`;
  const message = `${socket} (${nameif}) of the ${unit} unit is not cabled; add the switch and port that it is plugged into${hint}`;
  return { path: ['units', unit, 'cables'], on: 'key', message };
}

function subinterfaceCabled(unit: UnitName, socket: string): Objection {
  const message = `a subinterface has no socket of its own; cable ${physicalOf(socket)}`;
  return { path: ['units', unit, 'cables', socket], on: 'key', message };
}

function unknownName(what: string, name: string, path: Path, known: object): Objection {
  return objectTo(path, `there is no ${what} ${JSON.stringify(name)}${suggestion(name, Object.keys(known))}`);
}

/** Looked up as an own name: `constructor` is a fine name for a switch, and no switch unless described. */
function own<T>(of: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

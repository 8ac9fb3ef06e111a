import type { Clock } from '../../clock.ts';
import { openEars } from '../../listen/index.ts';
import type { Ears, Listener, SpeakerByAddress } from '../../listen/index.ts';
import { unitNames } from '../../pair/index.ts';
import { addressesAt, placedInterfaces } from '../../topology/index.ts';
import type { Secrets, Topology } from '../../topology/index.ts';
import type { Notebook } from '../notebook.ts';
import { revealTraps } from './reveal.ts';

/**
 * Listens where the topology says, and writes down what is heard from then on; nothing where it does not say. Throws
 * `BenchError` naming the port that cannot be listened at.
 */
export async function hearUnits(
  topology: Topology,
  secrets: Secrets,
  clock: Clock,
  notebook: Notebook,
): Promise<Ears | undefined> {
  if (!topology.listen) return undefined;
  const { syslog, traps } = topology.listen;
  const at = (port: number | undefined) =>
    syslog && port !== undefined ? { host: syslog.bind, port } : undefined;
  const [syslogUdp, syslogTcp] = [at(syslog?.udp), at(syslog?.tcp)];
  const wish = {
    ...(syslogUdp ? { syslogUdp } : {}),
    ...(syslogTcp ? { syslogTcp } : {}),
    ...(traps ? { traps: { host: traps.bind, port: traps.port, ...revealTraps(traps, secrets) } } : {}),
    speakers: speakersIn(topology),
  };
  return openEars(wish, clock, writing(notebook));
}

/** Whatever is heard goes into the timeline as it comes. */
export function writing(notebook: Notebook): Listener {
  return {
    onHeard: ({ witness, unit, saw, atMs, raw }) =>
      notebook.observed({ witness, ...(unit ? { unit } : {}), saw, askedMs: atMs, answeredMs: atMs, raw }),
    onUnheard: ({ witness, fromMs, toMs, why }) => notebook.gap(witness, fromMs, toMs, why),
  };
}

/**
 * Whose address is whose: the active one goes with the active unit, so that it is a role and no unit. An address that is
 * said to be of two is nobody's.
 */
export function speakersIn(topology: Topology): SpeakerByAddress {
  const claims = [...roleClaims(topology), ...sourceClaims(topology), ...deviceClaims(topology)];
  const speakers = new Map<string, Set<Claim[1]>>();
  for (const [address, who] of claims)
    speakers.set(address, (speakers.get(address) ?? new Set<Claim[1]>()).add(who));
  return new Map(
    [...speakers].flatMap(([address, [who, ...others]]) =>
      who === undefined || others.length > 0 ? [] : [[address, who] as const],
    ),
  );
}

/** The addresses that units have: those of the pair, and those that are said to be of one of them. */
export function unitAddressesIn(topology: Topology): ReadonlySet<string> {
  const ofUnits = sourceClaims(topology).filter(([, who]) => unitNames.some((name) => name === who));
  return new Set([...roleClaims(topology), ...ofUnits].map(([address]) => address));
}

type Claim = readonly [string, SpeakerByAddress extends ReadonlyMap<string, infer Who> ? Who : never];

function roleClaims(topology: Topology): readonly Claim[] {
  return placedInterfaces(topology).flatMap(({ data }) => {
    const { active, standby } = addressesAt(topology.pair, data) ?? {};
    return [
      ...(active === undefined ? [] : [[active, 'active'] as const]),
      ...(standby === undefined ? [] : [[standby, 'standby'] as const]),
    ];
  });
}

function sourceClaims({ listen, switches }: Topology): readonly Claim[] {
  return Object.entries(listen?.sources ?? {}).map(([address, who]) => {
    const unit = unitNames.find((name) => name === who);
    return [
      address,
      unit ?? (Object.hasOwn(switches, who) ? (`switch ${who}` as const) : (`pdu ${who}` as const)),
    ];
  });
}

/** A device speaks from where it is asked, unless all of them are one machine. */
function deviceClaims({ simulated, switches, pdus }: Topology): readonly Claim[] {
  if (simulated) return [];
  return [
    ...Object.entries(switches).flatMap(([name, { snmp, cli }]): Claim[] => {
      const host = (snmp ?? cli?.ssh ?? cli?.telnet)?.host;
      return host === undefined ? [] : [[host, `switch ${name}`]];
    }),
    ...Object.entries(pdus).flatMap(([name, { snmp, http }]): Claim[] => {
      const host = (snmp ?? http)?.host;
      return host === undefined ? [] : [[host, `pdu ${name}`]];
    }),
  ];
}

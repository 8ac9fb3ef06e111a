import type { Clock } from '../clock.ts';
import { openEars } from '../listen/index.ts';
import type { Ears, Listener, RoleByAddress } from '../listen/index.ts';
import { addressesAt, placedInterfaces } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import type { Notebook } from './notebook.ts';
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
    roles: rolesIn(topology),
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

/** Whose address is whose: the active one goes with the active unit, so that it is a role and no unit. */
export function rolesIn(topology: Topology): RoleByAddress {
  return new Map(
    placedInterfaces(topology).flatMap(({ data }) => {
      const { active, standby } = addressesAt(topology.pair, data) ?? {};
      return [
        ...(active === undefined ? [] : [[active, 'active'] as const]),
        ...(standby === undefined ? [] : [[standby, 'standby'] as const]),
      ];
    }),
  );
}

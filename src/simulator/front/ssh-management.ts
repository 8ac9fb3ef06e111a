import type { Socket } from 'node:net';
import ssh2 from 'ssh2';
import type { Clock } from '../../clock.ts';
import type { Endpoint } from '../../topology/index.ts';
import type { SimulatedUnit } from '../bench.ts';
import type { Front } from './front.ts';
import { openTcpFront } from './listening.ts';
import { createSshHostKey } from './ssh-host-key.ts';
import { attendSshConnection, legacyAlgorithms, type SshLink } from './ssh-session.ts';

/** An ASA serves five sessions; beyond them it says 710004 to its log and nothing to the client. */
const sessionsAtMost = 5;
/** How long a connection may take to log in; it holds one of the five sessions meanwhile. */
const loginGraceMs = 60_000;
/** How long a client may take to close its side after the unit has ended the session. */
const farewellMs = 10_000;

/** Where a unit's SSH listens, and by which key it is known. */
export type SshEndpoint = Endpoint & { readonly fingerprint: string };

/**
 * SSH on the management address of a unit, with a host key of this run. A unit that is off, booting or not configured
 * for SSH refuses; loss of power cuts every session at once, with no farewell. `legacy` offers the algorithms of
 * old firmware only. Throws `BenchError` if it cannot listen.
 */
export async function serveSshManagement(
  unit: SimulatedUnit,
  wanted: Endpoint,
  clock: Clock,
  legacy: boolean,
): Promise<Front<SshEndpoint>> {
  const key = await createSshHostKey();
  const config = {
    hostKeys: [key.pem],
    ident: 'Cisco-1.25',
    ...(legacy ? { algorithms: legacyAlgorithms } : {}),
  };
  const sessions = new Set<Socket>();
  const front = await openTcpFront(`management address of the ${unit.name} unit`, wanted, (socket) => {
    if (!unit.reachable || sessions.size >= sessionsAtMost) {
      socket.resetAndDestroy();
      return;
    }
    sessions.add(socket);
    const link = linkOn(socket, clock);
    socket.once('close', () => sessions.delete(socket));
    // A server for each socket, because this library tells a connection's listener nothing about its socket.
    const server = new ssh2.Server(config, (client) => attendSshConnection(client, unit, link));
    server.injectSocket(socket);
  });
  const unpower = unit.onPower((powered) => {
    if (!powered) for (const socket of sessions) socket.resetAndDestroy();
  });
  const close = async (): Promise<void> => {
    unpower();
    await front.close();
  };
  return { endpoint: { ...front.endpoint, fingerprint: key.fingerprint }, close };
}

/** One accepted connection, with its bounds: so long to log in, so long to leave. */
function linkOn(socket: Socket, clock: Clock): SshLink {
  const drop = (): void => void socket.resetAndDestroy();
  let late = clock.after(loginGraceMs, drop);
  socket.once('close', () => late());
  return {
    loggedIn: () => late(),
    leaving: () => {
      if (!socket.destroyed) late = clock.after(farewellMs, drop);
    },
    drop,
  };
}

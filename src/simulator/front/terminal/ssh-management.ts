import type { Socket } from 'node:net';
import ssh2 from 'ssh2';
import type { Clock } from '../../../clock.ts';
import type { Endpoint } from '../../../topology/index.ts';
import type { SimulatedAddress } from '../../face/index.ts';
import { serveDoor } from '../door/address-door.ts';
import type { Front } from '../door/front.ts';
import type { SshHostKey } from './ssh-host-key.ts';
import { attendSshConnection, legacyAlgorithms, type SshLink } from './ssh-session.ts';

/** How long a connection may take to log in; it holds one of the few places of the unit meanwhile. */
const loginGraceMs = 60_000;
/** How long a client may take to close its side after the unit has ended the session. */
const farewellMs = 10_000;

/** Where SSH listens, and by which key it is known. */
export type SshEndpoint = Endpoint & { readonly fingerprint: string };

/**
 * SSH at an address of the pair, for whichever unit has it. `key` is known by both of them: keys of the active unit
 * are replicated. `legacy` offers the algorithms of old firmware only. Throws `BenchError` if it cannot listen.
 */
export async function serveSshManagement(
  at: SimulatedAddress,
  wanted: Endpoint,
  clock: Clock,
  { key, legacy }: { readonly key: SshHostKey; readonly legacy: boolean },
): Promise<Front<SshEndpoint>> {
  const config = {
    hostKeys: [key.pem],
    ident: 'Cisco-1.25',
    ...(legacy ? { algorithms: legacyAlgorithms } : {}),
  };
  const front = await serveDoor('ssh', at, wanted, (socket, visit, unit) => {
    const link = linkOn(socket, clock);
    // A server for each socket, because this library tells a connection's listener nothing about its socket.
    const server = new ssh2.Server(config, (client) => attendSshConnection(client, visit, unit, link));
    server.injectSocket(socket);
  });
  return { endpoint: { ...front.endpoint, fingerprint: key.fingerprint }, close: () => front.close() };
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

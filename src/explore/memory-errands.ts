import type { Errands } from '../bench/index.ts';
import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { CreatedBench, SimulatedSession } from '../simulator/index.ts';
import { createContext, grantContext, gtpPort } from './gtp-messages.ts';

/** How long a host waits for an answer, and how often it looks for one, in milliseconds. */
const boundMs = 5000;
const everyMs = 50;

/** Networks for benchmarks, which nobody has (RFC 2544). */
const behind = { network: '198.18.7.0', mask: '255.255.255.0', hops: 1 } as const;
/** Name and password, as HTTP carries them (RFC 7617). */
const visitor = Buffer.from('visitor:visitor').toString('base64');
/** Where the datagram of a tunnel goes to: RTP media, by its usual port (RFC 3551). */
const mediaPort = 5004;

/** The errands of the hosts of a simulated bench, those at both ends of its first flow; nothing without flows. */
export function memoryErrands(simulated: CreatedBench, clock: Clock): Errands | undefined {
  const [flow] = simulated.topology.flows;
  if (!flow) return undefined;
  const { from, to } = flow;
  const inside = simulated.host(from);
  const outside = simulated.host(to);
  const until = async (isSo: () => boolean): Promise<boolean> => {
    for (const capMs = clock.nowMs() + boundMs; !isSo() && clock.nowMs() < capMs;)
      await pause(clock, everyMs);
    return isSo();
  };
  let call: SimulatedSession | undefined;
  return {
    lease: async () => {
      inside.errands.requestLease();
      await until(() => inside.errands.lease !== undefined);
      const { lease } = inside.errands;
      return lease === undefined ? `${from} got no address` : `${from} leased ${lease}`;
    },
    routes: () => {
      outside.errands.advertise([behind]);
      return Promise.resolve(`${to} told of ${behind.network} ${behind.mask}`);
    },
    tunnel: async () => {
      outside.errands.openTunnel();
      const agreed = await until(() => outside.errands.hasTunnel);
      return `${to} tunnel ${agreed ? 'agreed' : 'not agreed'}`;
    },
    datagram: () => {
      outside.errands.sendThroughTunnel(inside.address, mediaPort, new Uint8Array(8));
      return Promise.resolve(`${to} sent to ${inside.address}:${mediaPort} through its tunnel`);
    },
    call: async () => {
      call?.close();
      const made = simulated.openSession(from, to, { protocol: 'sip' });
      call = made;
      await until(() => made.state === 'open');
      return `${from} call ${made.state}`;
    },
    context: async () => {
      const signalling = simulated.openSession(from, to, { protocol: 'udp', port: gtpPort });
      const [asks, grants] = [createContext(7), grantContext(7, 9)];
      signalling.send(asks);
      await until(() => signalling.delivered.toServer >= asks.length);
      signalling.reply(grants);
      const isMade = await until(() => signalling.delivered.toClient >= grants.length);
      return `${from} context ${isMade ? 'made' : 'not made'}`;
    },
    login: async () => {
      const session = simulated.openSession(from, to, { protocol: 'http' });
      await until(() => session.state === 'open');
      session.send(Buffer.from(`GET / HTTP/1.0\r\nAuthorization: Basic ${visitor}\r\n\r\n`));
      await until(() => session.state !== 'open');
      session.close();
      return `${from} gave the name and password of visitor`;
    },
  };
}

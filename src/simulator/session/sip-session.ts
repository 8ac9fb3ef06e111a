import type { TrafficHost } from '../fabric/host/traffic-host.ts';
import type { SimulatedSession } from '../face/simulated-session.ts';

const sipPort = 5060;

/** A call from one host to another: signalled in the open, the media wherever the two agree. */
export function sipSession(client: TrafficHost, server: TrafficHost, to: string): SimulatedSession {
  const [callerPort, calleePort] = [client.tcp.takePort(), server.tcp.takePort()];
  const call = { id: `${callerPort}@${client.address}`, callerPort, calleePort };
  const counts = { toServer: 0, toClient: 0 };
  let state: SimulatedSession['state'] = 'opening';
  let serverState: SimulatedSession['state'] = 'closed';
  const say = (from: TrafficHost, address: string, first: string, port?: number): void => {
    const media = port === undefined ? '' : `m=audio ${port} RTP/AVP 0\r\n`;
    from.send(address, sipPort, Buffer.from(`${first}\r\nCall-ID: ${call.id}\r\n\r\n${media}`));
  };
  server.onArrived(({ from, toPort, bytes }) => {
    if (toPort === call.calleePort) counts.toServer += bytes.length;
    const text = toPort === sipPort ? Buffer.from(bytes).toString('latin1') : '';
    if (!text.includes(call.id)) return;
    serverState = text.startsWith('BYE ') ? 'closed' : 'open';
    say(server, from, 'SIP/2.0 200 OK', text.startsWith('INVITE ') ? call.calleePort : undefined);
  });
  client.onArrived(({ toPort, bytes }) => {
    if (toPort === call.callerPort) counts.toClient += bytes.length;
    const text = toPort === sipPort ? Buffer.from(bytes).toString('latin1') : '';
    if (text.includes(call.id)) state = text.includes('m=audio') ? 'open' : 'closed';
  });
  say(client, to, `INVITE sip:${to} SIP/2.0`, call.callerPort);
  return {
    get state() {
      return state;
    },
    get serverState() {
      return serverState;
    },
    get delivered() {
      return { ...counts };
    },
    send: (bytes) => client.send(to, call.calleePort, bytes, call.callerPort),
    reply: (bytes) => server.send(client.address, call.callerPort, bytes, call.calleePort),
    close: () => say(client, to, `BYE sip:${to} SIP/2.0`),
    abort: () => (state = serverState = 'closed'),
  };
}

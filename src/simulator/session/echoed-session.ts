import type { TrafficHost } from '../fabric/host/traffic-host.ts';
import { Listeners } from '../ground/listeners.ts';
import type { EchoedSession, SessionState } from '../face/simulated-session.ts';
import { httpPort } from './sessions.ts';

/** Where an echo listens (RFC 862); that of HTTP is an echo as well, which only the pair takes for a server of the web. */
const ports = { tcp: 7, http: httpPort } as const;

/** Opens a session from one host to an echo at another one. */
export function echoedSession(
  client: TrafficHost,
  server: TrafficHost,
  protocol: 'tcp' | 'http',
): EchoedSession {
  const [arrived, changed] = [new Listeners<Uint8Array>(), new Listeners<SessionState>()];
  server.tcp.listen(ports[protocol]);
  const end = client.tcp.connect(server.address, ports[protocol]);
  const deafServer = server.tcp.onNews((news) => {
    if (news.arrived && news.end.peerInitial === end.initial) news.end.send(news.arrived);
  });
  const deafClient = client.tcp.onNews((news) => {
    if (news.end !== end) return;
    if (news.arrived) return arrived.tell(news.arrived);
    const { state } = end;
    if (state === 'closed' || state === 'reset' || state === 'timed-out') {
      deafServer();
      deafClient();
    }
    changed.tell(state);
  });
  return {
    get state() {
      return end.state;
    },
    send: (bytes) => end.send(bytes),
    onArrived: (listener) => arrived.add(listener),
    onChange: (listener) => changed.add(listener),
    close: () => end.close(),
    abort: () => end.abort(),
  };
}

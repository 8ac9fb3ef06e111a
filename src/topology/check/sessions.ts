import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import type { Topology } from '../schema.ts';

/** An appliance knows HTTP by its port, and HTTP is the one kind of session that it replicates only on request. */
const httpPort = 80;

/** Sessions are at ports where an appliance takes them for what they are called. */
export function checkSessions({ flows }: Topology): readonly Objection[] {
  return flows.flatMap(({ sessions: { tcp, http } }, index) => [
    ...(http && http.to.port !== 0 && http.to.port !== httpPort
      ? [
          objectTo(
            ['flows', index, 'sessions', 'http', 'to', 'port'],
            `an appliance takes a session for HTTP by its port; expected ${httpPort}`,
          ),
        ]
      : []),
    ...(tcp?.to.port === httpPort
      ? [
          objectTo(
            ['flows', index, 'sessions', 'tcp', 'to', 'port'],
            `at port ${httpPort} an appliance takes it for HTTP; write it under http, or take another port`,
          ),
        ]
      : []),
  ]);
}

import { duration } from '../syslog/connection-messages.ts';
import type { Space } from '../system/space.ts';
import type { Connection } from '../message/state-entry.ts';

/** `show conn`: every connection, the side of the lower security level first. */
export function showConn(space: Space): string[] {
  const { connections } = space.forwarding.tables;
  const nowMs = space.clock.nowMs();
  const before80 = !space.unit.box.dialect.state.namesInterfaces;
  return [...showConnCount(space), ...connections.all().map((one) => line(one, nowMs, before80))];
}

/** `show conn count`. */
export function showConnCount(space: Space): string[] {
  const { connections } = space.forwarding.tables;
  return [`${connections.count} in use, ${connections.most} most used`];
}

function line(connection: Connection, nowMs: number, before80: boolean): string {
  const { protocol, outbound, initiator, responder, bytes, seenMs } = connection;
  const [near, far] = outbound ? [initiator, responder] : [responder, initiator];
  const flags = connection.flags === '' ? '-' : connection.flags;
  const idle = duration(nowMs - seenMs);
  const head = protocol.toUpperCase();
  if (before80)
    return `${head} out ${far.address}:${far.port} in ${near.address}:${near.port} idle ${idle} bytes ${bytes} flags ${flags}`;
  return `${head} ${far.nameif}  ${far.address}:${far.port} ${near.nameif}  ${near.address}:${near.port}, idle ${idle}, bytes ${bytes}, flags ${flags} `;
}

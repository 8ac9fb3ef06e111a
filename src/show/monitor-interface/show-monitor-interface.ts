import type { HostFacts } from '../failover/host.ts';
import { readHost } from '../failover/host.ts';
import type { Cursor } from '../line/cursor.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** The monitored interfaces of both hosts, or of both sides of a context. */
export interface MonitorInterfaceFacts {
  readonly thisHost: HostFacts;
  readonly otherHost: HostFacts;
}

/** `show monitor-interface`, for a unit or inside a context (document 77809, «View of Monitored Interfaces»). */
export const showMonitorInterface: ShowParser<MonitorInterfaceFacts> = showParser(
  'show monitor-interface',
  readMonitorInterface,
);

function readMonitorInterface(cursor: Cursor): MonitorInterfaceFacts {
  const thisHost = readHost(cursor, 'this') ?? cursor.refuse('`This host: …` or `This context: …`');
  const otherHost =
    readHost(cursor, 'other') ?? cursor.refuse('a row, or `Other host: …` or `Peer context: …`');
  return { thisHost, otherHost };
}

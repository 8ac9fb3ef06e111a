import type { FailoverHeader } from '../failover/facts.ts';
import { readGroupHeader } from '../failover/header.ts';
import type { HostFacts } from '../failover/host.ts';
import { readHost } from '../failover/host.ts';
import type { StatefulFacts } from '../failover/stateful.ts';
import { readStateful } from '../failover/stateful.ts';
import type { Cursor } from '../line/cursor.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** One failover group as both hosts have it. */
export interface FailoverGroupFacts extends Pick<
  FailoverHeader,
  'lastFailoverAt' | 'group1LastFailoverAt' | 'group2LastFailoverAt'
> {
  readonly thisHost: HostFacts;
  readonly otherHost: HostFacts;
  readonly stateful?: StatefulFacts;
}

/** `show failover group 1` (ASA 5580 guide, «Show Failover—Active/Active»). */
export const showFailoverGroup: ShowParser<FailoverGroupFacts> = showParser(
  'show failover group [<group>]',
  readFailoverGroup,
);

function readFailoverGroup(cursor: Cursor): FailoverGroupFacts {
  const header = readGroupHeader(cursor);
  const thisHost = readHost(cursor, 'this') ?? cursor.refuse('`Last Failover at: …` or `This host: …`');
  const otherHost = readHost(cursor, 'other') ?? cursor.refuse('a row of this host, or `Other host: …`');
  const stateful = readStateful(cursor);
  return { ...header, thisHost, otherHost, ...(stateful && { stateful }) };
}

import type { Cursor } from '../line/cursor.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import type { FailoverFacts } from './facts.ts';
import { readHeader } from './header.ts';
import { readHost } from './host.ts';
import { readLanRow } from './lan-row.ts';
import { readStateful } from './stateful.ts';

/**
 * `show failover` in every form of the guides: Active/Standby, Active/Active, inside a context, over the serial
 * cable of a PIX, and off (ASA 5580 guide, «Using the show failover Command»; document 77809, «Verify»).
 */
export const showFailover: ShowParser<FailoverFacts> = showParser('show failover', readFailover);

function readFailover(cursor: Cursor): FailoverFacts {
  const header = readHeader(cursor);
  const thisHost = readHost(cursor, 'this');
  const otherHost = thisHost && readHost(cursor, 'other');
  if (header.on && thisHost === undefined) cursor.refuse('`This host: …` or a line that stands above it');
  if (thisHost !== undefined && otherHost === undefined)
    cursor.refuse('a row of this host, or `Other host: …`');
  const stateful = readStateful(cursor);
  const lan = readLanRow(cursor);
  return {
    ...header,
    ...(thisHost && { thisHost }),
    ...(otherHost && { otherHost }),
    ...(stateful && { stateful }),
    ...(lan && { lan }),
  };
}

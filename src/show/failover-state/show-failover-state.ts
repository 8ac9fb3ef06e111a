import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import type { FailoverStateFacts } from './facts.ts';
import { readNewForm } from './new-form.ts';
import { readOldForm } from './old-form.ts';

/** `show failover state`: the pipe form of 7.x, and the table of 8.x and later. */
export const showFailoverState: ShowParser<FailoverStateFacts> = showParser(
  'show failover state',
  (cursor) =>
    readNewForm(cursor) ??
    readOldForm(cursor) ??
    cursor.refuse('the heading `State  Last Failure Reason` or `====My State====`'),
);

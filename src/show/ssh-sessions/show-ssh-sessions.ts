import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** A session of SSH to a unit, which has five at most. */
export interface SshSession {
  readonly id: number;
  readonly client: string;
  readonly version: string;
  /** `SessionStarted`, among others. */
  readonly state: string;
  /** `-` before the login. */
  readonly user: string;
}

/** `show ssh sessions`; the two directions of a session, which have a row each, are one. */
export const showSshSessions: ShowParser<readonly SshSession[]> = showParser(
  'show ssh sessions [<address>]',
  (cursor) => {
    cursor.need(heading, '`SID Client IP Version Mode Encryption Hmac State Username`');
    return cursor.readAll((text) => row(text)).flatMap((found) => (found === 'outgoing' ? [] : [found]));
  },
);

const heading = shaped(/^SID Client IP Version Mode Encryption Hmac State Username$/i, () => true as const);
const incoming = shaped(
  /^(\d+) (\S+) (\S+) (?:IN|-) \S+ \S+ (\S+)(?: (\S+))?$/,
  (id = '', client = '', version = '', state = '', user = '') => ({
    id: Number(id),
    client,
    version,
    state,
    user: user === '' ? '-' : user,
  }),
);
const outgoing = shaped(/^OUT \S+ \S+ \S+(?: \S+)?$/, () => 'outgoing' as const);
const row = (text: string): SshSession | 'outgoing' | undefined => incoming(text) ?? outgoing(text);

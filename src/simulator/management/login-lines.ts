import { hostnameOf } from '../config/hostname.ts';
import { eventTime } from '../ground/device-time.ts';
import type { System } from '../system/system.ts';

/** What a session shows before its first prompt; the history of logins in those dialects that have one. */
export function loginLines(system: System, username: string, from?: string): readonly string[] {
  const help = "Type help or '?' for a list of available commands.";
  if (!system.box.dialect.loginHistory) return [help];
  const hostname = hostnameOf(system.config);
  const last = from === undefined ? '' : `Last login: ${eventTime(system.deviceTime)} from ${from}`;
  return [
    `User ${username} logged in to ${hostname}`,
    `Logins over the last 1 days: 1.  ${last}`,
    'Failed logins since the last login: 0.  ',
    help,
  ];
}

import { atLeast } from '../show/firmware.ts';
import { eventTime } from '../system/device-time.ts';
import type { System } from '../system/system.ts';

/** What an SSH session shows before its first prompt; the history of logins came with 9.8. */
export function loginLines(system: System, username: string): readonly string[] {
  const hostname = system.config.text('hostname')?.split(' ')[1] ?? 'ciscoasa';
  const history = [
    `User ${username} logged in to ${hostname}`,
    `Logins over the last 1 days: 1.  Last login: ${eventTime(system.deviceTime)} from 127.0.0.1`,
    'Failed logins since the last login: 0.  ',
  ];
  const help = "Type help or '?' for a list of available commands.";
  return atLeast(system.box.firmware, 9, 8) ? [...history, help] : [help];
}

import { join } from 'node:path';
import type { Endpoint } from '../../../topology/index.ts';

/** A stock client with nothing of this machine's configuration, that asks the program `askpass` in `folder` for passwords. */
export function openSshArguments(
  { host, port }: Endpoint,
  username: string,
  folder: string,
): readonly string[] {
  const options = {
    StrictHostKeyChecking: 'accept-new',
    UserKnownHostsFile: join(folder, 'known_hosts'),
    GlobalKnownHostsFile: '/dev/null',
    PubkeyAuthentication: 'no',
    ConnectTimeout: '20',
  };
  const written = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  return ['-F', '/dev/null', ...written, '-tt', '-p', String(port), `${username}@${host}`];
}

export function openSshEnvironment(folder: string): Readonly<Record<string, string>> {
  return { SSH_ASKPASS: join(folder, 'askpass'), SSH_ASKPASS_REQUIRE: 'force', DISPLAY: 'none' };
}

import { autoUpdateSettings } from '../../auto-update/settings.ts';
import { updateTrace } from '../../system/update-client.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';
import type { Shell } from '../shell.ts';

/** Each of these is one line, replaced by the next of its kind. */
const single: readonly (readonly [key: string, grammars: readonly string[]])[] = [
  [
    'auto-update device-id',
    [
      'auto-update device-id hardware-serial|hostname|ipaddress|mac-address',
      'auto-update device-id ipaddress|mac-address <nameif>',
      'auto-update device-id string <word>',
    ],
  ],
  [
    'auto-update poll-period',
    [
      'auto-update poll-period <1-35791>',
      'auto-update poll-period <1-35791> <0-35791>',
      'auto-update poll-period <1-35791> <0-35791> <1-35791>',
    ],
  ],
  ['auto-update timeout', ['auto-update timeout <1-35791>']],
];

/** `auto-update`: where the server is, how often it is asked, and under which name. */
export function addAutoUpdateConfig(set: CommandSet<ConfigContext>): void {
  const server = 'auto-update server <word>';
  const forms = [server, `${server} source <nameif>`, `${server} verify-certificate`];
  set.add([...forms, `${server} source <nameif> verify-certificate`], ({ line, values }, context) => {
    const url = values[0] ?? '';
    if (!URL.canParse(url) || !/^https?:/.test(url)) {
      return refuse(context, `Invalid server URL: ${url}`);
    }
    context.space.config.put('auto-update server', line);
  });
  for (const [key, grammars] of single) {
    set.add(grammars, ({ line }, { space }) => space.config.put(key, line));
  }
  set.add('asdm image <word>', ({ line }, { space }) => space.config.put('asdm image', line));
  set.add(['no asdm image', 'no asdm image <line>'], (_call, { space }) => space.config.remove('asdm image'));
  for (const key of ['auto-update server', ...single.map(([one]) => one)]) {
    set.add([`no ${key}`, `no ${key} <line>`], (_call, { space }) => space.config.remove(key));
  }
}

/** `show auto-update`, and the trace of what it does. */
export function addAutoUpdateCommands(set: CommandSet<Shell>): void {
  set.add(updateTrace, (_call, shell) => {
    shell.system.debugs.add(updateTrace);
    shell.print(`${updateTrace} enabled at level 1`);
  });
  set.add([`no ${updateTrace}`, `un${updateTrace}`], (_call, { system }) =>
    system.debugs.delete(updateTrace),
  );
  set.add('show auto-update', (_call, shell) => {
    const settings = autoUpdateSettings(shell.space.config);
    if (!settings) return shell.print('Server not configured');
    const { server, pollMs, retries, retryMs, deviceId } = settings;
    shell.print(`Server: ${server.replace(/\/\/[^@/]*@/, '//*****@')}`);
    shell.print(
      `Poll period: ${pollMs / 60_000} minutes, retry count: ${retries}, retry period: ${retryMs / 60_000} minutes`,
    );
    shell.print(`Timeout: ${shell.space.config.text('auto-update timeout')?.split(' ')[2] ?? 'none'}`);
    shell.print(`Device ID: ${deviceId.kind} ${deviceId.of ?? ''}`.trimEnd());
  });
}

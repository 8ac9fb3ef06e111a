import { allFailoverLines, failoverLines, interfaceLines, linesOf } from '../../config/config-print.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import { maskedLine } from '../../config/masked-line.ts';
import { clockTime } from '../../ground/device-time.ts';
import { showFailoverGroup } from '../../show/failover-groups.ts';
import { showFailoverHistory } from '../../show/failover-history.ts';
import { showFailoverInterface } from '../../show/failover-interface.ts';
import { showFailoverState } from '../../show/failover-state.ts';
import { showFailover } from '../../show/failover.ts';
import { showInterfaceDetail } from '../../show/interface-detail.ts';
import { showInterface, showInterfaceBrief } from '../../show/interface.ts';
import { showIpAddress } from '../../show/ip-address.ts';
import { showLogging } from '../../show/logging.ts';
import { showMacAddressTable } from '../../show/mac-address-table.ts';
import { showModule } from '../../show/module.ts';
import { showMonitorInterface } from '../../show/monitor-interface.ts';
import { framed, showRunningConfig } from '../../show/running-config.ts';
import { showVersion } from '../../show/version.ts';
import type { Space } from '../../system/space.ts';
import type { System } from '../../system/system.ts';
import { startupOf } from './save-commands.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** Every `show` that prints something of the unit, whichever its execution space, and needs nothing else. */
const ofUnit: readonly (readonly [string, (system: System, space: Space) => readonly string[]])[] = [
  ['failover', showFailover],
  ['failover group 1', (system) => showFailoverGroup(system, 1)],
  ['failover group 2', (system) => showFailoverGroup(system, 2)],
  ['failover state', showFailoverState],
  ['failover history', showFailoverHistory],
  ['failover interface', showFailoverInterface],
  ['running-config all failover', (system, space) => allFailoverLines(space.config, system.failover())],
  ['monitor-interface', showMonitorInterface],
  ['module', showModule],
  ['version', showVersion],
  ['clock', (system) => [clockTime(system.deviceTime)]],
  ['mode', (system) => [`Security context mode: ${system.spaces.multiple ? 'multiple' : 'single'} `]],
  [
    'firewall',
    (system) => [`Firewall mode: ${system.config.text('firewall') === undefined ? 'Router' : 'Transparent'}`],
  ],
];

/** The same of the execution space that the session is in. */
const ofSpace: readonly (readonly [string, (space: Space) => readonly string[]])[] = [
  ['logging', showLogging],
  ['interface', (space) => showInterface(space)],
  ['interface detail', (space) => showInterfaceDetail(space)],
  ['mac-address-table', showMacAddressTable],
  ['interface ip brief', showInterfaceBrief],
  ['ip address', showIpAddress],
  ['running-config', showRunningConfig],
  ['running-config failover', ({ config }) => failoverLines(config)],
  ['running-config interface', (space) => interfacesOf(space)],
];

/** Of which a part of the running configuration can be shown by its first words. */
const parts = [
  'access-group',
  'access-list',
  'arp',
  'asdm',
  'auto-update',
  'banner',
  'class-map',
  'global',
  'hostname',
  'http',
  'icmp',
  'logging',
  'monitor-interface',
  'mtu',
  'nat',
  'nat-control',
  'object',
  'object-group',
  'policy-map',
  'prompt',
  'route',
  'same-security-traffic',
  'service-policy',
  'snmp-server',
  'ssh',
  'static',
  'telnet',
  'timeout',
  'username',
];

/** What may be shown without the enable password. */
const unprivileged = ['version', 'clock'];

/** `show curpriv` and everything else that is shown; in user mode only what needs no privilege. */
export function addShowCommands(set: CommandSet<Shell>, privileged: boolean): void {
  for (const [words, lines] of ofUnit) {
    if (!privileged && !unprivileged.includes(words)) continue;
    set.add(`show ${words}`, (_call, shell) =>
      lines(shell.system, shell.space).forEach((line) => shell.print(line)),
    );
  }
  set.add('show curpriv', (_call, shell) => {
    shell.print(`Username : ${shell.username}`);
    shell.print(`Current privilege level : ${shell.mode === 'user' ? 1 : 15}`);
    shell.print(
      `Current Mode/s : ${shell.mode === 'user' ? 'P_UNPR' : shell.mode === 'enable' ? 'P_PRIV' : 'P_PRIV P_CONF'}`,
    );
  });
  if (!privileged) return;
  for (const [words, lines] of ofSpace)
    set.add(`show ${words}`, (_call, shell) => lines(shell.space).forEach((line) => shell.print(line)));
  for (const part of parts)
    set.add(`show running-config ${part}`, (_call, shell) =>
      linesOf(shell.space.config, part).forEach((line) => shell.print(line)),
    );
  for (const [tail, show] of [
    ['', showInterface],
    [' detail', showInterfaceDetail],
  ] as const)
    for (const kind of ['hardware', 'nameif']) {
      set.add(`show interface <${kind}>${tail}`, ({ values }, shell) => {
        const shown = show(shell.space, values[0]);
        if (shown.length === 0) shell.print(`ERROR: % Invalid interface name ${values[0] ?? ''}`);
        for (const line of shown) shell.print(line);
      });
    }
  for (const kind of ['hardware', 'nameif'])
    set.add(`show running-config interface <${kind}>`, ({ values }, shell) => {
      for (const line of interfacesOf(shell.space, values[0])) shell.print(line);
    });
  set.add('show startup-config', (_call, shell) => {
    const stored = startupOf(shell);
    if (!stored) return shell.print('No Configuration');
    const masked = stored.map((line) => maskedLine(line));
    for (const line of framed(shell.space, masked, shell.system.box.nonvolatile.written)) shell.print(line);
  });
}

function interfacesOf({ config }: Space, only?: string): string[] {
  return config
    .nodes()
    .filter(({ key }) => key.startsWith('interface '))
    .filter(
      ({ key }) =>
        only === undefined || key === sectionOf(only) || config.text('nameif', key) === `nameif ${only}`,
    )
    .flatMap((node) => ['!', node.text, ...interfaceLines(config, node, 'masked')]);
}

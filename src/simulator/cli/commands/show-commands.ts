import { allFailoverLines, failoverLines, interfaceLines } from '../../config/config-print.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import { clockTime } from '../../system/device-time.ts';
import { showFailoverHistory } from '../../show/failover-history.ts';
import { showFailoverInterface } from '../../show/failover-interface.ts';
import { showFailoverState } from '../../show/failover-state.ts';
import { showFailover } from '../../show/failover.ts';
import { showInterface, showInterfaceBrief } from '../../show/interface.ts';
import { showIpAddress } from '../../show/ip-address.ts';
import { showLogging } from '../../show/logging.ts';
import { showModule } from '../../show/module.ts';
import { showMonitorInterface } from '../../show/monitor-interface.ts';
import { framed, showRunningConfig } from '../../show/running-config.ts';
import { showVersion } from '../../show/version.ts';
import type { System } from '../../system/system.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** Every `show` that prints something of the system and needs nothing else. */
const plain: readonly (readonly [string, (system: System) => readonly string[]])[] = [
  ['failover', showFailover],
  ['failover state', showFailoverState],
  ['failover history', showFailoverHistory],
  ['failover interface', showFailoverInterface],
  ['monitor-interface', showMonitorInterface],
  ['logging', showLogging],
  ['module', showModule],
  ['version', showVersion],
  ['interface', (system) => showInterface(system)],
  ['interface ip brief', showInterfaceBrief],
  ['ip address', showIpAddress],
  ['clock', (system) => [clockTime(system.deviceTime)]],
  [
    'firewall',
    (system) => [`Firewall mode: ${system.config.text('firewall') === undefined ? 'Router' : 'Transparent'}`],
  ],
  ['mode', () => ['Security context mode: single ']],
  ['running-config', showRunningConfig],
  ['running-config failover', (system) => failoverLines(system.config)],
  ['running-config all failover', (system) => allFailoverLines(system.config)],
  ['running-config interface', (system) => interfacesOf(system)],
  [
    'conn count',
    (system) => [
      `${system.forwarding.connections.count} in use, ${system.forwarding.connections.count} most used`,
    ],
  ],
];

/** What may be shown without the enable password. */
const unprivileged = ['version', 'clock'];

/** `show curpriv` and everything else that is shown; in user mode only what needs no privilege. */
export function addShowCommands(set: CommandSet<Shell>, privileged: boolean): void {
  for (const [words, lines] of plain) {
    if (!privileged && !unprivileged.includes(words)) continue;
    set.add(`show ${words}`, (_call, shell) => lines(shell.system).forEach((line) => shell.print(line)));
  }
  set.add('show curpriv', (_call, shell) => {
    shell.print(`Username : ${shell.username}`);
    shell.print(`Current privilege level : ${shell.mode === 'user' ? 1 : 15}`);
    shell.print(
      `Current Mode/s : ${shell.mode === 'user' ? 'P_UNPR' : shell.mode === 'enable' ? 'P_PRIV' : 'P_PRIV P_CONF'}`,
    );
  });
  if (!privileged) return;
  for (const kind of ['hardware', 'nameif']) {
    set.add(`show interface <${kind}>`, ({ values }, shell) => {
      const shown = showInterface(shell.system, values[0]);
      if (shown.length === 0) shell.print(`ERROR: % Invalid interface name ${values[0] ?? ''}`);
      for (const line of shown) shell.print(line);
    });
  }
  set.add('show running-config interface <hardware>', ({ values }, shell) => {
    for (const line of interfacesOf(shell.system, values[0])) shell.print(line);
  });
  set.add('show startup-config', (_call, shell) => {
    const stored = shell.box.startup();
    if (!stored) return shell.print('No Configuration');
    const masked = stored.map((line) => (line.startsWith('failover key ') ? 'failover key *****' : line));
    for (const line of framed(shell.system, masked)) shell.print(line);
  });
}

function interfacesOf(system: System, only?: string): string[] {
  return system.config
    .nodes()
    .filter(({ key }) => key.startsWith('interface ') && (only === undefined || key === sectionOf(only)))
    .flatMap((node) => ['!', node.text, ...interfaceLines(system.config, node, 'masked')]);
}

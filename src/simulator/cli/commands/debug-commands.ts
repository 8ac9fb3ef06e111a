import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** The traces of failover (`debug fover`). */
const traces = [
  'cable',
  'cmd-exec',
  'fail',
  'fmsg',
  'ifc',
  'open',
  'rx',
  'rxip',
  'switch',
  'sync',
  'tx',
  'txip',
  'verify',
];

/** `debug` is of one unit, and lasts until it restarts (ASA 5580 guide, «Debug Messages», table 13-1). */
export function addDebugCommands(set: CommandSet<Shell>): void {
  for (const trace of traces) {
    const name = `debug fover ${trace}`;
    set.add(name, (_call, shell) => {
      shell.system.debugs.add(name);
      shell.print('fover event trace on');
    });
    set.add([`no ${name}`, `undebug fover ${trace}`], (_call, shell) => {
      shell.system.debugs.delete(name);
      shell.print('fover event trace off');
    });
  }
  set.add(['undebug all', 'no debug all'], (_call, { system }) => system.debugs.clear());
  set.add('show debug', (_call, shell) => {
    for (const name of shell.system.debugs) shell.print(`${name}  enabled at level 1`);
  });
}

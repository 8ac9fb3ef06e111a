import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** So many requests are sent, one after the other, and each of them is given so long. */
const requests = 5;
const waitMs = 2000;

/** `ping`, by way of the routes or out of the interface that is named. */
export function addPingCommand(set: CommandSet<Shell>): void {
  set.add('ping <ip>', ({ values: [to = ''] }, shell) => {
    const exits = shell.space.forwarding.exitsTo(to);
    announce(shell, to);
    if (exits.length > 0) return ping(shell, exits, to);
    for (const line of [`No route to host ${to}`, '', 'Success rate is 0 percent (0/1)']) shell.print(line);
  });
  set.add('ping <nameif> <ip>', ({ values: [nameif = '', to = ''] }, shell) => {
    const exit = shell.space.interfaces().find((one) => one.nameif === nameif);
    if (!exit) return shell.print(`ERROR: % Invalid interface name ${nameif}`);
    announce(shell, to);
    ping(shell, [exit], to);
  });
}

function announce(shell: Shell, to: string): void {
  shell.print('Type escape sequence to abort.');
  shell.print(`Sending ${requests}, 100-byte ICMP Echos to ${to}, timeout is ${waitMs / 1000} seconds:`);
}

function ping(shell: Shell, exits: readonly InterfaceSettings[], to: string): void {
  const tookMs: (number | undefined)[] = [];
  const finish = (): void => goOn(() => resultOf(tookMs).forEach((line) => shell.print(line)));
  const ask = (): (() => void) =>
    shell.space.forwarding.ping(exits, to, waitMs, (took) => {
      tookMs.push(took);
      if (tookMs.length < requests) cancel = ask();
      else finish();
    });
  const goOn = shell.hold(() => {
    cancel();
    tookMs.push(undefined);
    finish();
  });
  let cancel = ask();
}

/** A mark for every request, and what became of them. */
function resultOf(tookMs: readonly (number | undefined)[]): readonly string[] {
  const marks = tookMs.map((took) => (took === undefined ? '?' : '!')).join('');
  const times = tookMs.filter((took) => took !== undefined);
  const percent = Math.floor((100 * times.length) / tookMs.length);
  const success = `Success rate is ${percent} percent (${times.length}/${tookMs.length})`;
  return [marks, times.length === 0 ? success : `${success}, round-trip min/avg/max = ${spread(times)} ms`];
}

/** Whole milliseconds, and one at least: an appliance has no finer clock for them. */
function spread(times: readonly number[]): string {
  const average = times.reduce((sum, one) => sum + one, 0) / times.length;
  return [Math.min(...times), average, Math.max(...times)]
    .map((one) => Math.max(1, Math.round(one)))
    .join('/');
}

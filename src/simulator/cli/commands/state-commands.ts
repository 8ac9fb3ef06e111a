import { showArp } from '../../show/arp.ts';
import { showDhcpBinding, showIsakmp, showPdpContexts, showSip, showUauth } from '../../show/host-state.ts';
import { showConn, showConnCount } from '../../show/conn.ts';
import { showXlate, showXlateCount } from '../../show/xlate.ts';
import type { Space } from '../../system/space.ts';
import type { StateEntry } from '../../message/state-entry.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** What stands in the state tables, by the words after `show`. */
const shown: readonly (readonly [string, (space: Space) => readonly string[]])[] = [
  ['conn', showConn],
  ['conn count', showConnCount],
  ['xlate', showXlate],
  ['xlate count', showXlateCount],
  ['arp', showArp],
  ['uauth', showUauth],
  ['dhcpd binding', showDhcpBinding],
  ['crypto isakmp sa', showIsakmp],
  ['sip', showSip],
  ['service-policy inspect gtp pdp-context', showPdpContexts],
];

/** What a `clear` forgets. */
const cleared: Readonly<Record<string, readonly StateEntry['kind'][]>> = {
  conn: ['tcp', 'udp', 'http'],
  // Connections do not outlast the translations that they use.
  xlate: ['tcp', 'udp', 'http', 'xlate'],
  arp: ['arp'],
  uauth: ['uauth'],
};

/** The commands that show and clear the state of connections and hosts. */
export function addStateCommands(set: CommandSet<Shell>): void {
  for (const [words, lines] of shown) {
    set.add(`show ${words}`, (_call, shell) => lines(shell.space).forEach((line) => shell.print(line)));
  }
  for (const [word, kinds] of Object.entries(cleared)) {
    set.add(`clear ${word}`, (_call, { space }) =>
      space.forwarding.tables.end((one) => kinds.includes(one.kind)),
    );
  }
}

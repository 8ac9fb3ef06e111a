import { isAtLeast } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';

/** What fover itself needs: a name, a login, and a prompt that tells the units and their states apart. */
export function identityStep(topology: Topology): BootstrapStep {
  return {
    why: 'name the pair, and let fover log in',
    source: 'not part of the guides: what fover needs to work with the pair',
    lines: [...nameLines(topology), ...loginLines(topology), ...promptLines(topology)],
  };
}

/** Host name and enable password. */
export function nameLines({ pair }: Topology): readonly BootstrapLine[] {
  return [line`hostname ${pair.hostname}`, line`enable password ${pair.login.enable}`];
}

/** The user that fover logs in as over SSH. */
export function loginLines({ pair }: Topology): readonly BootstrapLine[] {
  const { username, password } = pair.login;
  return [
    line`username ${username} password ${password} privilege 15`,
    line`aaa authentication ssh console LOCAL`,
  ];
}

/** The command came with 7.2; older firmware shows the bare host name. */
export function promptLines({ pair }: Topology): readonly BootstrapLine[] {
  if (!isAtLeast(pair.firmware, 7, 2)) return [];
  return [
    pair.contexts.length > 0
      ? line`prompt hostname context priority state`
      : line`prompt hostname priority state`,
  ];
}

import type { Requirement } from '../../pair/index.ts';
import { remoteCommands } from '../requirement/remote-command.ts';

/** Whom a command is sent to, as `failover exec` is told. */
export type ExecTarget = 'active' | 'standby' | 'mate';

/** What must come of a command that is sent with `failover exec`, and what says so. */
export interface ExecCommand {
  readonly what: string;
  readonly to: ExecTarget;
  /** The command that is sent, with `<…>` for names of the bench. */
  readonly sent: string;
  /** The command mode of the session that it is sent from. */
  readonly from: 'exec' | 'configuration';
  /** `accepted` commands are executed and their output appears in the session; `refused` ones leave no trace. */
  readonly expected: 'accepted' | 'refused';
  /** What a configuration command changes: both units, or only the one it was sent to. */
  readonly changes?: 'both' | 'one';
  /** The only pairs on which it can be tried. */
  readonly only?: 'multiple context mode';
  readonly requirements: readonly Requirement[];
}

const { activeOrStandby, mate, output, replicated, standbyNotReplicated, localMode } = remoteCommands;
const { noChangeto, noDebug, noRecursion, sameContext } = remoteCommands;

/** Every command of which the guide says whether it can be sent, as it is sent. */
export const execCommands: readonly ExecCommand[] = [
  {
    what: 'a show command for the mate',
    to: 'mate',
    sent: 'show failover',
    from: 'exec',
    expected: 'accepted',
    requirements: [mate, output],
  },
  {
    what: 'a show command for the active unit',
    to: 'active',
    sent: 'show failover',
    from: 'exec',
    expected: 'accepted',
    requirements: [activeOrStandby, output],
  },
  {
    what: 'a show command for the standby unit',
    to: 'standby',
    sent: 'show failover',
    from: 'exec',
    expected: 'accepted',
    requirements: [activeOrStandby, output],
  },
  {
    what: 'a configuration command for the active unit',
    to: 'active',
    sent: 'access-list <name> extended permit ip any any',
    from: 'configuration',
    expected: 'accepted',
    changes: 'both',
    requirements: [activeOrStandby, replicated],
  },
  {
    what: 'a configuration command for the standby unit',
    to: 'standby',
    sent: 'access-list <name> extended permit ip any any',
    from: 'configuration',
    expected: 'accepted',
    changes: 'one',
    requirements: [standbyNotReplicated],
  },
  {
    what: 'a configuration command for the mate from privileged EXEC mode',
    to: 'mate',
    sent: 'access-list <name> extended permit ip any any',
    from: 'exec',
    expected: 'refused',
    requirements: [localMode],
  },
  {
    what: 'a change of context',
    to: 'mate',
    sent: 'changeto context <another context>',
    from: 'exec',
    expected: 'refused',
    only: 'multiple context mode',
    requirements: [noChangeto, sameContext],
  },
  ...(['debug fover', 'undebug all'] as const).map((sent): ExecCommand => ({
    what: `${sent} on the mate`,
    to: 'mate',
    sent,
    from: 'exec',
    expected: 'refused',
    requirements: [noDebug],
  })),
  ...(['active', 'standby', 'mate'] as const).map((to): ExecCommand => ({
    what: `failover exec by failover exec ${to}`,
    to,
    sent: `failover exec ${to} show failover`,
    from: 'exec',
    expected: 'refused',
    requirements: [noRecursion],
  })),
];

/** What the command line does with the text that is sent, whatever it is; not to be told from accepted and refused. */
export const execCustoms: readonly { readonly what: string; readonly requirement: Requirement }[] = [
  { what: 'a question mark or a tab in it brings no help', requirement: remoteCommands.noCompletion },
  { what: 'a command that would ask is sent with /noconfirm', requirement: remoteCommands.noConfirm },
  { what: 'it crosses the failover link, in clear without a key', requirement: remoteCommands.overLink },
];

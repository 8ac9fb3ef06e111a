import { mateOf } from '../../pair/index.ts';
import type { Requirement, UnitName } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { remoteCommands } from '../requirement/remote-command.ts';
import { activeOf } from '../roles.ts';
import type { ExecTarget } from './exec-commands.ts';

/** A command that is sent with `failover exec`, and from where. */
export interface ExecSent {
  readonly to: ExecTarget;
  readonly line: string;
  /** The unit where it is typed, the mode of that session, and its privilege level. */
  readonly here: UnitName;
  readonly session: 'exec' | 'configuration';
  /** Whether the line is a configuration command. */
  readonly configures: boolean;
  /** False if the line needs privileges that the session lacks. */
  readonly isPrivileged: boolean;
  /** The standby unit is failed for its service card, which alone does not keep it from being sent commands. */
  readonly failedByCard?: true;
  /** The software of the mate does not know the command, as after half of an upgrade. */
  readonly mateLacksIt?: true;
}

/** Where it is executed; or that it is refused; and what says so. `open` where the guide does not say who is meant. */
export type ExecAnswer =
  | { readonly expected: 'executed'; readonly on: UnitName; readonly requirements: readonly Requirement[] }
  | { readonly expected: 'refused' | 'open'; readonly requirements: readonly Requirement[] };

/** What can never be sent: the words that the command begins with. */
const neverSent: readonly (readonly [RegExp, Requirement])[] = [
  [/^changeto\b/, remoteCommands.noChangeto],
  [/^(un|no )?debug\b/, remoteCommands.noDebug],
  [/^failover exec\b/, remoteCommands.noRecursion],
];

/** What comes of it. Words are taken as they are written out; the guide says nothing of shortened ones. */
export function execAnswer(view: GroupView, sent: ExecSent): ExecAnswer {
  const refusal = neverSent.find(([words]) => words.test(sent.line.trim().toLowerCase()));
  if (refusal) return refused(refusal[1]);
  if (!sent.isPrivileged) return refused(remoteCommands.privilege);
  const on = execUnit(view, sent.to, sent.here);
  if (on === undefined) return { expected: 'open', requirements: [] };
  if (on === sent.here) return { expected: 'executed', on, requirements: [saysWhom(sent.to)] };
  const hindrance = onTheWay(view, sent, on);
  if (hindrance) return refused(hindrance);
  return { expected: 'executed', on, requirements: [saysWhom(sent.to), remoteCommands.output] };
}

/** The unit that a keyword means; absent where no one unit is active. */
export function execUnit(view: GroupView, to: ExecTarget, here: UnitName): UnitName | undefined {
  if (to === 'mate') return mateOf(here);
  const active = activeOf(view);
  return active === undefined || to === 'active' ? active : mateOf(active);
}

const saysWhom = (to: ExecTarget): Requirement =>
  to === 'mate' ? remoteCommands.mate : remoteCommands.activeOrStandby;

const refused = (requirement: Requirement): ExecAnswer => ({
  expected: 'refused',
  requirements: [requirement],
});

/** What keeps a command from being executed on the mate. */
function onTheWay(view: GroupView, sent: ExecSent, on: UnitName): Requirement | undefined {
  if (sent.mateLacksIt) return remoteCommands.bothSupport;
  if (view.failoverLink === 'down' || view.units[on] === 'off') return remoteCommands.overLink;
  if (view.units[on] === 'failed' && !sent.failedByCard) return remoteCommands.failedStandby;
  return sent.configures && sent.session === 'exec' ? remoteCommands.localMode : undefined;
}

/** What decides where a command is executed, in whichever case. */
export const execAnswerSays: readonly Requirement[] = [
  ...neverSent.map(([, requirement]) => requirement),
  remoteCommands.privilege,
  remoteCommands.bothSupport,
  remoteCommands.overLink,
  remoteCommands.failedStandby,
  remoteCommands.localMode,
];

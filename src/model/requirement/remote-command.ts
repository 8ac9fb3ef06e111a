import type { Requirement } from '../../pair/index.ts';
import { chapter13 } from './guides.ts';

const execution = chapter13('Remote Command Execution');
const modes = chapter13('Changing Command Modes');
const security = chapter13('Security Considerations');
const limitations = chapter13('Limitations of Remote Command Execution');

/** `failover exec`: commands for a unit of the pair, entered on either. */
export const remoteCommands = {
  activeOrStandby: {
    id: 'EXEC-ACTIVE-OR-STANDBY',
    statement:
      '`failover exec active` and `failover exec standby` execute the command on the unit in that state, even if it is the one that one is logged in to.',
    sources: [execution],
    observed: { by: ['console'] },
  },
  mate: {
    id: 'EXEC-MATE',
    statement: '`failover exec mate` executes the command on the mate.',
    sources: [execution],
    observed: { by: ['console'] },
  },
  output: {
    id: 'EXEC-OUTPUT',
    statement:
      'The output of configuration, exec and show commands that were sent appears in the session they were sent from.',
    sources: [execution],
    observed: { by: ['console'] },
  },
  replicated: {
    id: 'EXEC-REPLICATED',
    statement:
      'Configuration changes sent with `failover exec active` are replicated from there to the standby unit.',
    sources: [execution],
    observed: { by: ['console', 'show-running-config'] },
  },
  standbyNotReplicated: {
    id: 'EXEC-STANDBY-NOT-REPLICATED',
    statement:
      'Configuration changes sent to the standby unit with `failover exec` are not replicated to the active one, and the configurations are no longer synchronized.',
    sources: [execution],
    observed: { by: ['console', 'show-running-config'] },
  },
  privilege: {
    id: 'EXEC-PRIVILEGE',
    statement: 'A command can be sent to the mate only with the privileges that it needs on the local unit.',
    sources: [execution],
    observed: { by: ['console'] },
  },
  sameContext: {
    id: 'EXEC-SAME-CONTEXT',
    statement: 'In multiple context mode commands reach only the same context on the mate.',
    sources: [execution, limitations],
    observed: { by: ['console'] },
    only: 'multiple context mode',
  },
  prompt: {
    id: 'EXEC-PROMPT-STAYS',
    statement:
      'A command that changes the command mode by `failover exec` does not change the prompt of the session.',
    sources: [execution, modes],
    observed: { by: ['console'] },
  },
  ownMode: {
    id: 'EXEC-OWN-MODE',
    statement:
      '`failover exec` keeps a command mode of its own; changing the mode of the session does not change it.',
    sources: [modes],
    observed: { by: ['console'] },
  },
  startsGlobal: {
    id: 'EXEC-STARTS-GLOBAL',
    statement: 'The command mode of `failover exec` begins as global configuration mode.',
    sources: [modes],
    observed: { by: ['console'] },
  },
  modeChanges: {
    id: 'EXEC-MODE-CHANGES',
    statement:
      'Sending a command that enters a mode changes the mode of `failover exec`, and the commands sent after it are executed in it.',
    sources: [modes],
    observed: { by: ['console', 'show-running-config'] },
  },
  perUnit: {
    id: 'EXEC-MODE-PER-UNIT',
    statement: 'The command mode of `failover exec` is kept apart for each unit.',
    sources: [modes],
    observed: { by: ['console'] },
  },
  shown: {
    id: 'EXEC-SHOWN',
    statement:
      '`show failover exec` with `active`, `standby` or `mate` displays the command mode in which commands sent there are executed.',
    sources: [modes, execution],
    observed: { by: ['console'] },
    note: 'The sample names the unit that the keyword resolves to: `mate`, asked on the standby unit, is answered for the active unit.',
  },
  overLink: {
    id: 'EXEC-OVER-LINK',
    statement:
      'Commands and their output go over the failover link, and in clear text without a failover key.',
    sources: [security],
    observed: { by: ['frames'] },
  },
  bothSupport: {
    id: 'EXEC-BOTH-SUPPORT',
    statement: '`failover exec` works only if both units run software that supports it.',
    sources: [limitations],
    observed: { by: ['console', 'show-version'] },
  },
  noCompletion: {
    id: 'EXEC-NO-COMPLETION',
    statement: 'There is no command completion and no context help for the command that is sent.',
    sources: [limitations],
    observed: { by: ['console'] },
  },
  noChangeto: {
    id: 'EXEC-NO-CHANGETO',
    statement: '`changeto` cannot be sent with `failover exec`.',
    sources: [limitations, execution],
    observed: { by: ['console'] },
  },
  noDebug: {
    id: 'EXEC-NO-DEBUG',
    statement: '`debug` and `undebug` cannot be sent with `failover exec`.',
    sources: [limitations],
    observed: { by: ['console'] },
  },
  failedStandby: {
    id: 'EXEC-FAILED-STANDBY',
    statement:
      'Sending a command to a standby unit that is failed fails, unless a service card is what failed.',
    sources: [limitations],
    observed: { by: ['console', 'show-failover'] },
  },
  localMode: {
    id: 'EXEC-LOCAL-CONFIG-MODE',
    statement:
      'Configuration commands sent to the mate fail until the session itself is in global configuration mode, whatever `show failover exec` says.',
    sources: [limitations],
    observed: { by: ['console', 'show-running-config'] },
  },
  noRecursion: {
    id: 'EXEC-NO-RECURSION',
    statement: '`failover exec` cannot be sent with `failover exec`.',
    sources: [limitations],
    observed: { by: ['console'] },
  },
  noConfirm: {
    id: 'EXEC-NO-CONFIRMATION',
    statement:
      'A command that asks for input or confirmation has to be sent with its option that forgoes it.',
    sources: [limitations],
    observed: { by: ['console'] },
    note: 'The guide writes `/nonconfirm`; units take `/noconfirm`.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;

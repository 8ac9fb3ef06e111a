import type { Requirement } from '../../pair/index.ts';
import { spokenMessages } from '../requirement/message.ts';

/** A text that a unit prints at its console unasked. */
export interface ConsoleText {
  readonly when: string;
  /** Who prints it: the unit whose configuration is sent or received, the one where a command was entered, or either. */
  readonly by: 'sender' | 'receiver' | 'standby' | 'either';
  readonly says: RegExp;
  readonly requirement: Requirement;
}

/** Every console text of the guides. Capitals and punctuation differ between releases. */
export const consoleTexts: readonly ConsoleText[] = [
  {
    when: 'replication begins',
    by: 'sender',
    says: /beginning configuration replication: send(ing)? to mate/i,
    requirement: spokenMessages.begin,
  },
  {
    when: 'replication ends',
    by: 'sender',
    says: /end configuration replication to mate/i,
    requirement: spokenMessages.end,
  },
  {
    when: 'an active mate is found at boot',
    by: 'receiver',
    says: /detected an active mate/i,
    requirement: spokenMessages.receiving,
  },
  {
    when: 'replication begins',
    by: 'receiver',
    says: /beginning configuration replication from mate/i,
    requirement: spokenMessages.receiving,
  },
  {
    when: 'replication ends',
    by: 'receiver',
    says: /end configuration replication from mate/i,
    requirement: spokenMessages.receiving,
  },
  {
    when: 'a command is entered on the standby unit',
    by: 'standby',
    says: /configuration replication is not performed from standby unit to active unit/i,
    requirement: spokenMessages.standbyWarning,
  },
  {
    when: 'a command that configures nothing is entered on the standby unit',
    by: 'standby',
    says: /configurations are no longer synchronized/i,
    requirement: spokenMessages.standbyWarningAlways,
  },
  {
    when: 'the failover keys of the units differ',
    by: 'either',
    says: /failover message decryption failure/i,
    requirement: spokenMessages.decryption,
  },
];

/** In which order the texts of a replication come at one console. */
export const replicationTexts = (by: 'sender' | 'receiver'): readonly ConsoleText[] =>
  consoleTexts.filter((text) => text.by === by);

/** What else is said of what units say: what is displayed when it is asked for, and what reaches a station. */
export const speechSays: readonly Requirement[] = [spokenMessages.debug, spokenMessages.traps];

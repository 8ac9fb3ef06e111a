import type { GroupId } from '../../pair/index.ts';
import type { Announcement } from '../failover/host.ts';

/** What a console prints unasked. After some messages the prompt is printed again, after others it is not. */
export interface ConsoleMessage {
  readonly text: string;
  readonly promptFollows: boolean;
}

/** What is said of one group of Active/Active, after its number. */
const ofGroup: Partial<Readonly<Record<Announcement, string>>> = {
  'no-active-mate': 'No Response from Mate, Switch to Active',
  'detected-active-mate': 'Detected Active mate',
  'switching-to-active': 'Switching to Active',
  'switching-to-standby': 'Switching to Standby',
  preempting: 'preempt mate',
};

/** The words are those of the guides; where they land, glued to a prompt or below it, is that of the captures. */
const consoleMessages: Readonly<Record<Announcement, ConsoleMessage>> = {
  waiting: { text: '.', promptFollows: false },
  'no-active-mate': { text: '\r\n\r\n\tNo Active mate detected\r\n', promptFollows: true },
  'detected-active-mate': { text: '\r\n\r\n\tDetected an Active mate\r\n', promptFollows: false },
  'replication-to-mate-begins': {
    text: 'Beginning configuration replication: Sending to mate.\r\n',
    promptFollows: false,
  },
  'replication-to-mate-ends': { text: 'End Configuration Replication to mate\r\n\r\n', promptFollows: true },
  'replication-from-mate-begins': {
    text: 'Beginning configuration replication from mate.\r\n',
    promptFollows: false,
  },
  'replication-from-mate-ends': {
    text: 'End configuration replication from mate.\r\n\r\n',
    promptFollows: true,
  },
  'switching-to-active': { text: '\r\n\tSwitching to Active\r\n', promptFollows: true },
  'switching-to-standby': { text: '\r\n\tSwitching to Standby\r\n', promptFollows: true },
  preempting: { text: '\r\n\tpreempt mate\r\n', promptFollows: true },
  'decryption-failure': {
    text: [
      '\r\nFailover message decryption failure. Please make sure both units have the same failover shared',
      ' key and crypto license or system is not out of memory\r\n',
    ].join(''),
    promptFollows: true,
  },
};

/** What the console prints of the unit, or of one of its groups. */
export function consoleMessage(what: Announcement, group?: GroupId): ConsoleMessage {
  const words = ofGroup[what];
  if (group === undefined || words === undefined) return consoleMessages[what];
  return { text: `\r\n\tGroup ${group} ${words}\r\n`, promptFollows: true };
}

import type { Announcement } from '../failover/host.ts';

/** What a console prints unasked. After some messages the prompt is printed again, after others it is not. */
export interface ConsoleMessage {
  readonly text: string;
  readonly promptFollows: boolean;
}

/** The words are those of the guides; where they land, glued to a prompt or below it, is that of the captures. */
export const consoleMessages: Readonly<Record<Announcement, ConsoleMessage>> = {
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
  'decryption-failure': {
    text: [
      '\r\nFailover message decryption failure. Please make sure both units have the same failover shared',
      ' key and crypto license or system is not out of memory\r\n',
    ].join(''),
    promptFollows: true,
  },
};

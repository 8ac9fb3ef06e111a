import type { ConsoleMessage } from '../../pair/index.ts';

/** A row that is known to be printed unasked. */
export interface KnownMessage {
  readonly message: ConsoleMessage;
  /** How far a boot has come, where the text tells: from 1, `going-down`, up to 5, the loader. */
  readonly boot?: number;
}

/** Rows from here on mean that the unit has let go of the console: what is typed now, the boot reads. */
export const bootStep = { goingDown: 1, rebooting: 2, firmware: 3, window: 4, loader: 5 } as const;

const longest = 2000;
const deepestIndent = 16;
const endOfBoot = /^Type help or '\?' for a list of available commands\.$/;
const time = String.raw`\d\d:\d\d:\d\d(?:\.\d{1,6})?`;
// The second form is that of `logging timestamp rfc5424`.
const timestamp = String.raw`(?:[A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? ${time}|\d{4}-\d\d-\d\dT${time}Z)`;
const syslogHead = String.raw`(?:<\d{1,3}>)?(?:${timestamp}(?: [\w/+:.-]{1,64}){0,2} ?: ?)?`;
const syslog = new RegExp(String.raw`^${syslogHead}%(?:ASA|PIX|FTD)-(?:[\w-]{1,32}-)?[0-7]-(\d{6}): `);
// PIX 6 leaves the mark out on its console.
const bareSyslog = /^([1-7]\d{5}): (?=[(A-Z])/;
const syslogHeadAtEnd = new RegExp(String.raw`(?:<\d{1,3}>)?${timestamp}(?: [\w/+:.-]{1,64}){0,2} ?: ?$`);

/** What the syslog messages of a change of role mean; the numbers are stable where the words are not. */
const syslogMeaning: Readonly<Record<string, ConsoleMessage>> = {
  '104001': 'switching-to-active',
  '104002': 'switching-to-standby',
  '709003': 'replication-begun',
  '709004': 'replication-ended',
  '709005': 'replication-begun',
  '709006': 'replication-ended',
};

const begins = /^Beginning configuration replication(?::\s?(?:Sending|Send|Receiving)| from mate)/i;
const ends = /^End configuration replication (?:to|from) mate/i;

const rows: readonly (readonly [RegExp, ConsoleMessage])[] = [
  [/^Switching to Active\.?$/, 'switching-to-active'],
  [/^Switching to Standby\.?$/, 'switching-to-standby'],
  [/^Switching to (?:Failed|OK)\.?$/, 'other'],
  [/^Group \d{1,2} (?:No Response from Mate, Switch|Switching) to Active\.?$/i, 'switching-to-active'],
  [/^Group \d{1,2} Switching to Standby\.?$/i, 'switching-to-standby'],
  [/^Group \d{1,2} Detected (?:an )?Active mate\.?$/i, 'detected-active-mate'],
  [/^Group \d{1,2} (?:No Response from Mate|No Active mate detected|preempt mate)\.?$/i, 'other'],
  [/^(?:State check detected|Detected) an Active mate\.?$/, 'detected-active-mate'],
  [begins, 'replication-begun'],
  [ends, 'replication-ended'],
  [/^No Active mate detected\.?$/, 'other'],
  [/^No Response from Mate\.?$/i, 'other'],
  [/^Failover (?:LAN|cable) (?:Failed|(?:became )?OK)\.?$/i, 'other'],
  [/^Warning: ASAv platform license state is Unlicensed\.$/, 'other'],
  [/^Install ASAv platform license for full functionality\.$/, 'other'],
  [/^Waiting for the earlier webvpn instance to terminate\.\.\.$/, 'other'],
  [/^Previous instance shut down\. Starting a new one\.$/, 'other'],
  [/^Switchover enabled\.?$/, 'other'],
  [/^Configuration has changed, replicate to mate\.?$/, 'other'],
  [/^Mate .{1,100} card in slot \d{1,2} is different from mine\b/, 'other'],
  [/^\*{3} --- SHUTDOWN (?:in [\d:]+|ABORTED) ---$/, 'other'],
  [/^\*+WARNING\*+WARNING\*+WARNING\*+$/, 'other'],
  [/^Mate version \S+ is not (?:identical|compatible) with ours \S+$/, 'other'],
  [/^Mate's .{1,200} is not compatible with my /, 'other'],
  [/^(?:\W{0,8}WARNING\W{0,8} )?Failover message decryption failure/, 'other'],
];

const boots: readonly (readonly [RegExp, number])[] = [
  [/^\*{3} --- (?:START GRACEFUL SHUTDOWN|SHUTDOWN NOW) ---$/, bootStep.goingDown],
  [/^Process shutdown finished$/, bootStep.goingDown],
  // A crash writes for minutes, and cutting its power then corrupts the flash.
  [/^Begin to dump crashinfo to flash|^End of console dump\.$/, bootStep.goingDown],
  [/^Do 'show crashinfo' after reboot to retrieve /, bootStep.goingDown],
  [/^Rebooting(?: system)?\.\.\./, bootStep.rebooting],
  [/^(?:Booting system, please wait|Embedded BIOS Version )/, bootStep.firmware],
  [/^Cisco Systems? ROMMON,? Version /, bootStep.firmware],
  [/^(?:Cisco Secure )?PIX (?:Firewall )?BIOS \(/, bootStep.firmware],
  [/^Use BREAK or ESC to interrupt (?:flash )?boot\.$/, bootStep.window],
  [/^(?:Launching BootLoader|Loading (?:disk\d:)?\/|Reading \d+ bytes of image from flash)/, bootStep.loader],
  [/^(?:Attempt autoboot: "boot |INIT: version \S+ booting$)/, bootStep.loader],
];

/** Nearly every row is the output of a command: one look tells that none of the patterns will know it. */
const anyOfThem = new RegExp(
  [endOfBoot, syslog, bareSyslog, ...[...rows, ...boots].map(([pattern]) => pattern)]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/**
 * Knows a whole row as a message that nobody asked for, or says `undefined`. `booting` tells whether a boot is
 * under way: the greeting that ends one is printed at every login too, and means nothing then.
 */
export function readMessage(row: string, booting: boolean): KnownMessage | undefined {
  const text = row.trim();
  if (text.length > longest || indentOf(row) > deepestIndent || !anyOfThem.test(text)) return undefined;
  const [, number] = syslog.exec(text) ?? bareSyslog.exec(text) ?? [];
  if (number !== undefined) return { message: syslogMeaning[number] ?? 'other' };
  if (booting && endOfBoot.test(text)) return { message: 'boot-finished' };
  const boot = boots.find(([pattern]) => pattern.test(text));
  if (boot) return { message: boot[1] === bootStep.goingDown ? 'other' : 'rebooting', boot: boot[1] };
  const known = rows.find(([pattern]) => pattern.test(text));
  return known && { message: known[1] };
}

const gluing: readonly (readonly [string, RegExp])[] = [
  ['Beginning configuration replication', begins],
  ['Beginning Configuration Replication', begins],
  ['End Configuration Replication', ends],
  ['End configuration replication', ends],
  ['%ASA-', syslog],
  ['%PIX-', syslog],
  ['%FTD-', syslog],
];

/**
 * Where in a row, behind something else, a message begins that units print without waiting for the end of the
 * row; -1 if nowhere. Only texts that no table of a `show` command contains are looked for.
 */
export function gluedMessageAt(row: string): number {
  let first = -1;
  for (const [words, pattern] of gluing) {
    const at = row.indexOf(words);
    if (at < 0 || (first >= 0 && at >= first) || !pattern.test(row.slice(at, at + longest))) continue;
    first = words.startsWith('%')
      ? at - (syslogHeadAtEnd.exec(row.slice(Math.max(0, at - 120), at))?.[0].length ?? 0)
      : at;
  }
  return first;
}

/** The dots that a unit prints while it waits for its mate. */
export function isProgress(text: string): boolean {
  return /^\.+$/.test(text.trim());
}

/** Commands that print old messages: there, a message is output. */
export function quotesMessages(command: string): boolean {
  return /\bsh\w*\s+(?:log|cons|tech|crash)|\bmore\s/i.test(command);
}

function indentOf(row: string): number {
  const blank = row.slice(0, row.length - row.trimStart().length);
  return blank.startsWith('\t') ? 8 * blank.length : blank.length;
}

import type { LineReader, Cursor } from '../line/cursor.ts';
import type { FieldReader } from '../line/fields.ts';
import { readFields, shaped } from '../line/fields.ts';
import { wholeDate } from '../word/date.ts';
import { periodMs } from '../word/duration.ts';
import { linkWords } from '../word/link-word.ts';
import { groupWord, unitWord } from '../word/unit-word.ts';
import type { CableStatus, FailoverHeader, OursAndMate } from './facts.ts';

type Reader = FieldReader<FailoverHeader>;

const cableWords: readonly (readonly [RegExp, CableStatus])[] = [
  [/^Normal$/i, 'normal'],
  [/^My side (?:is )?not connected$/i, 'my-side-not-connected'],
  [/^Other side (?:is )?not connected$/i, 'other-side-not-connected'],
  [/^Other side (?:is )?powered off$/i, 'other-side-powered-off'],
  [/^Unknown$/i, 'unknown'],
  [/^N\/A(?: - LAN-based failover (?:is )?enabled)?$/i, 'not-applicable'],
];

const cable = shaped(/^Cable status: ?(.+)$/i, (words = '') => {
  const found = cableWords.find(([shape]) => shape.test(words));
  return found && { cable: found[1] };
});

const unit = shaped(/^Failover unit (\w+)$/i, (word = '') => {
  const name = unitWord(word);
  return name && { unit: name };
});

const failoverLink: Reader = shaped(/^Failover LAN Interface: ?(.+)$/i, (words = '') => {
  if (/^N\/A - Serial-based failover enabled$/i.test(words)) return { failoverLink: 'cable' };
  const link = linkWords(words);
  return link && { failoverLink: link };
});

const pollShape = /^(Unit|Interface) Poll frequency:? (\d+) (\w+)(?:, holdtime (\d+) (\w+))?$/i;

const polls: Reader = shaped(pollShape, (whose = '', poll = '', pollUnit = '', hold = '', holdUnit = '') => {
  const pollMs = periodMs(poll, pollUnit);
  const holdMs = hold === '' ? undefined : periodMs(hold, holdUnit);
  if (pollMs === undefined || (hold !== '' && holdMs === undefined)) return undefined;
  const ofUnit = whose.toLowerCase() === 'unit';
  const held = holdMs !== undefined && (ofUnit ? { unitHoldMs: holdMs } : { interfaceHoldMs: holdMs });
  return { ...(ofUnit ? { unitPollMs: pollMs } : { interfacePollMs: pollMs }), ...held };
});

/** PIX 6 polls everything at one rate, and prints no hold time. */
const oldPoll: Reader = shaped(/^Poll frequency:? (\d+) (\w+)$/i, (poll = '', pollUnit = '') => {
  const ms = periodMs(poll, pollUnit);
  return ms === undefined ? undefined : { unitPollMs: ms, interfacePollMs: ms };
});

const linkStatePoll: Reader = shaped(
  /^(?:Interface )?Link[ -]state Poll frequency:? (\d+) (\w+)$/i,
  (poll = '', pollUnit = '') => {
    const ms = periodMs(poll, pollUnit);
    return ms === undefined ? undefined : { linkStatePollMs: ms };
  },
);

const policy: Reader = shaped(/^Interface Policy:? (\d+)(%?)$/i, (number = '', percent = '') => ({
  interfacePolicy: percent === '' ? { count: Number(number) } : { percent: Number(number) },
}));

const monitored: Reader = shaped(
  /^Monitored Interfaces:? (\d+) of (\d+) maximum$/i,
  (claimed = '', maximum = '') => ({
    monitoredClaimed: Number(claimed),
    monitoredMaximum: Number(maximum),
  }),
);

const oursAndMate = (ours: string, mate: string): OursAndMate =>
  mate.toLowerCase() === 'unknown' ? { ours } : { ours, mate };

const version: Reader = shaped(/^Version: ?Ours (\S+), Mate (\S+)$/i, (ours = '', mate = '') => ({
  version: oursAndMate(ours, mate),
}));

const serial: Reader = shaped(/^Serial Number: ?Ours (\S+), Mate (\S+)$/i, (ours = '', mate = '') => ({
  serial: oursAndMate(ours, mate),
}));

const lastFailover: Reader = shaped(/^Last Failover at: ?(.+)$/i, (date = '') => {
  const at = wholeDate(date);
  return at === undefined ? undefined : { lastFailoverAt: at };
});

const groupLastFailover: Reader = shaped(
  /^Group (\d) last failover at: ?(.+)$/i,
  (number = '', date = '') => {
    const at = wholeDate(date);
    const group = groupWord(number);
    if (at === undefined || group === undefined) return undefined;
    return group === 1 ? { group1LastFailoverAt: at } : { group2LastFailoverAt: at };
  },
);

const readers: readonly Reader[] = [
  cable,
  unit,
  failoverLink,
  polls,
  oldPoll,
  linkStatePoll,
  policy,
  monitored,
  version,
  serial,
  lastFailover,
  groupLastFailover,
  shaped(/^Reconnect timeout:? (\d+:\d\d:\d\d)$/i, (reconnectTimeout = '') => ({ reconnectTimeout })),
  shaped(
    /^MAC Address Move Notification Interval (not set|(?:is )?(?:set to )?\d+(?: \w+)?)$/i,
    (words = '') => ({
      macMoveNotification: words,
    }),
  ),
  shaped(/^failover replicat(?:ion|e) http$/i, () => ({ replicatesHttp: true })),
  shaped(/^failover replication rate (\d+)$/i, (rate = '') => ({ replicationRate: Number(rate) })),
  shaped(/^Config(?:uration)?[ -]sync(?: optimi[sz]ation)?: ?(.+)$/i, (configSync = '') => ({ configSync })),
];

const onOrOff: LineReader<Pick<FailoverHeader, 'on' | 'pseudoStandby'>> = shaped(
  /^Failover (On|Off)(?: ?\((pseudo-standby)\))?$/i,
  (word = '', pseudo = '') => {
    const on = word.toLowerCase() === 'on';
    return on && pseudo !== '' ? undefined : { on, pseudoStandby: pseudo !== '' };
  },
);

/** Reads the first line and all that stand above the hosts, in whatever order this firmware prints them. */
export function readHeader(cursor: Cursor): FailoverHeader {
  const first = cursor.need(onOrOff, '`Failover On` or `Failover Off`');
  const replicatesHttp = false;
  return { replicatesHttp, ...readFields<FailoverHeader>(cursor, readers), ...first };
}

/** Reads the lines that `show failover group` prints above the hosts: when the group failed over last. */
export function readGroupHeader(cursor: Cursor): Partial<FailoverHeader> {
  return readFields<FailoverHeader>(cursor, [lastFailover, groupLastFailover]);
}

import type { GroupId, MessageTag, UnitName } from '../pair/index.ts';
import { knownMessage } from './catalogue/index.ts';

/** A line of syslog as far as it can be read; whatever cannot be read is in the text. */
export interface SystemMessage extends MessageTag {
  /** From the tag of the appliance on; everything behind the priority where there is no tag. */
  readonly text: string;
}

/**
 * `%ASA-1-104001: (Primary) …`, `%PIX-…`, `%FTD-…`; with a class, `%ASA-session-3-106102: …`. Before it may stand
 * anything: timestamps of RFC 3164, of RFC 5424 or with a year, a hostname, a device id, a relay's address; nothing of
 * it is needed, for messages are stamped when they come.
 */
const tag = /%(?:PIX|ASA|FTD|FWSM)-(?:[a-z][\w-]{0,31}-)?(?<severity>[0-7])-(?<id>\d{6}): ?(?<words>[^]*)$/;

/** RFC 3164 and RFC 5424: `<161>`, facility times eight plus severity, 191 at most. */
const priority = /^<(\d{1,3})>/;

/** Who speaks; in Active/Active for which group: `(Primary)`, `(Secondary_group_1)`. */
const speaker = /^\((?<unit>Primary|Secondary)(?:_group_(?<group>[12]))?\) /;

/** Reads one line of syslog. Total: every text is a message, if only one without an id. */
export function readSystemMessage(line: string): SystemMessage {
  const [opening, facilityAndSeverity] = priority.exec(line) ?? ['', undefined];
  const code = facilityAndSeverity === undefined ? undefined : Number(facilityAndSeverity);
  const isPriority = code !== undefined && code <= 191;
  const tagged = tagOf(line);
  if (tagged) return tagged;
  return {
    ...(isPriority ? { severity: code % 8 } : {}),
    text: isPriority ? line.slice(opening.length) : line,
  };
}

/** The message from its tag on; nothing if there is no tag. */
export function tagOf(line: string): SystemMessage | undefined {
  const found = tag.exec(line);
  const { severity, id = '', words = '' } = found?.groups ?? {};
  if (!found) return undefined;
  const means = knownMessage(id)?.means;
  return {
    id,
    severity: Number(severity),
    ...speakerOf(words),
    ...(means === undefined ? {} : { means }),
    text: found[0],
  };
}

function speakerOf(words: string): { readonly unit?: UnitName; readonly group?: GroupId } {
  const { unit, group } = speaker.exec(words)?.groups ?? {};
  if (unit === undefined) return {};
  return {
    unit: unit === 'Primary' ? 'primary' : 'secondary',
    ...(group === undefined ? {} : { group: group === '1' ? 1 : 2 }),
  };
}

import type { GroupId, UnitName } from '../../pair/index.ts';
import { systemMessages } from './system-messages.ts';
import type { MessageName, SystemMessage } from './system-messages.ts';

/** A system message of failover, as it was read from a line of syslog. */
export interface ReadMessage {
  readonly name: MessageName;
  readonly message: SystemMessage;
  /** Absent where the message names none. */
  readonly from?: UnitName;
  /** Active/Active: the group that a live unit puts behind its name. */
  readonly group?: GroupId;
  /** The severity that the line has, which may be another one than that of the message. */
  readonly severity: number;
  readonly text: string;
}

const line = /%(?:PIX|ASA|FTD|PIX\|ASA)-(\d)-(\d{6}): (?:\((Primary|Secondary)(?:_group_([12]))?\) )?(.*)$/;

const known: readonly (readonly [MessageName, SystemMessage])[] = Object.keys(systemMessages)
  .filter(isName)
  .map((name) => [name, systemMessages[name]]);

function isName(name: string): name is MessageName {
  return name in systemMessages;
}

/**
 * What a line of syslog says of failover; absent if it is no message of the table, or does not say what the message of
 * that number says. A message that has to name its sender and does not is none of them either.
 */
export function readMessage(text: string): ReadMessage | undefined {
  const [, severity, number, role, group, says = ''] = line.exec(text.trimEnd()) ?? [];
  const found = known.find(([, message]) => String(message.number) === number && message.says.test(says));
  if (!found || found[1].namesSender !== (role !== undefined)) return undefined;
  return {
    name: found[0],
    message: found[1],
    severity: Number(severity),
    text: says,
    ...(role !== undefined && { from: role === 'Primary' ? 'primary' : 'secondary' }),
    ...(group !== undefined && { group: group === '1' ? 1 : 2 }),
  };
}

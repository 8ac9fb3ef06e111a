import { interfaceMessages } from './interface-messages.ts';
import type { KnownMessage } from './known-message.ts';
import { linkMessages } from './link-messages.ts';
import { mateMessages } from './mate-messages.ts';
import { replicationMessages } from './replication-messages.ts';
import { roleMessages } from './role-messages.ts';
import { stateMessages } from './state-messages.ts';

export type { KnownMessage } from './known-message.ts';

/** The system messages of failover, by subject; ids and severities from the vendor's guide of system messages. */
export const knownMessages: readonly KnownMessage[] = [
  ...linkMessages,
  ...mateMessages,
  ...roleMessages,
  ...interfaceMessages,
  ...replicationMessages,
  ...stateMessages,
];

const byId: ReadonlyMap<string, KnownMessage> = new Map(knownMessages.map((known) => [known.id, known]));

/** The message with this id; nothing if it is none of failover. */
export function knownMessage(id: string): KnownMessage | undefined {
  return byId.get(id);
}

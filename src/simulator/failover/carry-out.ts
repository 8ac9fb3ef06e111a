import { isUpdateMessage } from '../message/update-message.ts';
import type { FailoverHost } from './host.ts';
import type { FailoverMessage } from '../message/failover-message.ts';

/** Does what the active unit has done: its commands, its changes of files, its saving, its updates. */
export function carryOut(host: FailoverHost, message: FailoverMessage): void {
  if (message.kind === 'command') host.applyCommand(message.context, message.section, message.line);
  else if (message.kind === 'save') host.configuration.save(message);
  else if (message.kind === 'file') host.changeFiles(message.change);
  else if (isUpdateMessage(message)) host.hearUpdate(message);
}

import { severityNames, severityOf } from '../../syslog/system-message.ts';
import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** The `logging` commands of configuration mode. */
export function addLoggingConfig(set: CommandSet<ConfigContext>): void {
  for (const flag of ['enable', 'timestamp', 'standby', 'permit-hostdown']) addOne(set, flag, '');
  // The older word for the same.
  set.add('logging on', (_call, { space }) => space.config.put('logging enable', 'logging enable'));
  for (const destination of ['console', 'monitor', 'buffered', 'trap', 'history', 'asdm']) {
    addOne(set, destination, ' <severity>', (level) => severityNames[severityOf(level) ?? 7]);
  }
  addOne(set, 'facility', ' <16-23>');
  addOne(set, 'buffer-size', ' <4096-1048576>');
  addOne(set, 'queue', ' <0-8192>');
  addOne(set, 'device-id', ' hostname|context-name');
  addOne(set, 'device-id', ' ipaddress <nameif>');
  addOne(set, 'device-id', ' string <word>');
  addHosts(set);
  addMessages(set);
}

/** A line of which there is one; its value may be stored in other words. */
function addOne(
  set: CommandSet<ConfigContext>,
  word: string,
  rest: string,
  spelt?: (value: string) => string | undefined,
): void {
  const key = `logging ${word}`;
  set.add(`${key}${rest}`, ({ line, values }, { space }) =>
    space.config.put(key, spelt ? `${key} ${spelt(values[0] ?? '') ?? ''}` : line),
  );
  set.add([`no ${key}`, `no ${key} <line>`], (_call, { space }) => space.config.remove(key));
}

/** One line a host: given again with another port, it replaces the line that was there. */
function addHosts(set: CommandSet<ConfigContext>): void {
  const host = 'logging host <nameif> <ip>';
  set.add([host, `${host} <logport>`], ({ line, values }, { space }) =>
    space.config.put(`logging host ${values[0] ?? ''} ${values[1] ?? ''}`, line),
  );
  set.add([`no ${host}`, `no ${host} <line>`], ({ values }, { space }) =>
    space.config.remove(`logging host ${values[0] ?? ''} ${values[1] ?? ''}`),
  );
}

function keyOf(id: string | undefined): string {
  return `logging message ${id ?? ''}`;
}

function addMessages(set: CommandSet<ConfigContext>): void {
  const message = 'logging message <100000-999999>';
  set.add(message, ({ values }, { space }) => space.config.remove(keyOf(values[0])));
  set.add(`${message} level <severity>`, ({ values }, { space }) => {
    const [id, level = ''] = values;
    space.config.put(keyOf(id), `${keyOf(id)} level ${severityNames[severityOf(level) ?? 7]}`);
  });
  set.add(`no ${message}`, ({ line, values }, { space }) => space.config.put(keyOf(values[0]), line));
}

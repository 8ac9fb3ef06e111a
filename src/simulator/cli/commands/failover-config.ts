import { inSameSubnet } from '../../fabric/address.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';
import { addPollTimes } from './failover-times.ts';

/** The `failover` configuration commands, with the refusals of the guides. */
export function addFailoverConfig(set: CommandSet<ConfigContext>): void {
  addSwitch(set);
  addLinks(set);
  addKey(set);
  addPollTimes(set);
  set.add('failover interface-policy <word>', ({ line, values }, context) => {
    const match = /^(\d+)(%?)$/.exec(values[0] ?? '');
    const number = Number(match?.[1]);
    const highest = match?.[2] === '%' ? 100 : 250;
    if (!match || number < 1 || number > highest) {
      return refuse(context, `% Invalid interface policy, expected 1 to 250 or 1% to 100%`);
    }
    context.system.config.put('failover interface-policy', line);
  });
  set.add(['no failover interface-policy', 'no failover interface-policy <word>'], (_call, { system }) =>
    system.config.remove('failover interface-policy'),
  );
  set.add('failover replication http', ({ line }, { system }) => system.config.put(line, line));
  set.add('no failover replication http', (_call, { system }) =>
    system.config.remove('failover replication http'),
  );
  set.add('failover mac address <hardware> <mac> <mac>', ({ line, values }, context) => {
    const [hardware = ''] = values;
    const purpose = context.system.interfaces().find(({ name }) => name === hardware)?.purpose;
    if (purpose === 'failover' || purpose === 'state') {
      return refuse(context, 'Virtual MAC address is not allowed on a failover interface');
    }
    context.system.config.put(`failover mac address ${hardware}`, line);
  });
  set.add(
    ['no failover mac address <hardware>', 'no failover mac address <hardware> <line>'],
    ({ values }, { system }) => system.config.remove(`failover mac address ${values[0] ?? ''}`),
  );
}

function addSwitch(set: CommandSet<ConfigContext>): void {
  set.add('failover', (_call, context) => {
    const { config } = context.system;
    if (context.origin === 'typed' && config.text('failover lan interface') === undefined) {
      return refuse(context, 'Failover LAN interface is not configured');
    }
    if (config.text('failover') === undefined) config.put('failover', 'failover');
  });
  set.add('no failover', (_call, { system }) => system.config.remove('failover'));
  set.add('failover lan enable', ({ line }, { system }) => system.config.put(line, line));
  set.add('no failover lan enable', (_call, { system }) => system.config.remove('failover lan enable'));
  set.add('failover lan unit primary|secondary', ({ line }, context) => {
    context.replicates = false;
    if (context.origin !== 'replicated') context.system.config.put('failover lan unit', line);
  });
}

function addLinks(set: CommandSet<ConfigContext>): void {
  set.add('failover lan interface <nameif> <hardware>', ({ line, values }, context) =>
    putLink(context, 'failover lan interface', line, values),
  );
  set.add('failover link <nameif> <hardware>', ({ line, values }, context) =>
    putLink(context, 'failover link', line, values),
  );
  set.add('failover link <nameif>', ({ line }, { system }) => system.config.put('failover link', line));
  set.add(['no failover lan interface', 'no failover lan interface <line>'], (_call, { system }) =>
    system.config.remove('failover lan interface'),
  );
  set.add(['no failover link', 'no failover link <line>'], (_call, { system }) =>
    system.config.remove('failover link'),
  );
  set.add('failover interface ip <nameif> <ip> <mask> standby <ip>', ({ line, values }, context) => {
    const [nameif = '', active = '', mask = '', standby = ''] = values;
    if (active === standby || !inSameSubnet(active, standby, mask)) {
      return refuse(context, 'Standby IP address must be another address in the subnet of the active one');
    }
    context.system.config.put(`failover interface ip ${nameif}`, line);
  });
  set.add('no failover interface ip <nameif>', ({ values }, { system }) =>
    system.config.remove(`failover interface ip ${values[0] ?? ''}`),
  );
}

/** An interface that has a name cannot become a link («Failover Link»); other settings of it are cleared. */
function putLink(context: ConfigContext, key: string, line: string, values: readonly string[]): void {
  const { config } = context.system;
  const [, hardware = ''] = values;
  const section = sectionOf(hardware);
  const isLink = config.text('failover lan interface') === line || config.text('failover link') === line;
  if (isLink) return;
  if (config.text('nameif', section) !== undefined) {
    return refuse(context, `Interface ${hardware} is configured with a name, remove it first`);
  }
  config.batch(() => {
    for (const node of config.section(section)) if (node.key !== 'shutdown') config.remove(node.key, section);
    config.put(key, line);
  });
  context.print(`INFO: Non-failover interface config is cleared on ${hardware} and its sub-interfaces`);
}

function addKey(set: CommandSet<ConfigContext>): void {
  set.add('failover key <word>', ({ line, values }, context) => {
    if ((values[0]?.length ?? 0) > 63) return refuse(context, 'Failover key must have 1 to 63 characters');
    putKey(line, context);
  });
  set.add('failover key hex <word>', ({ line, values }, context) => {
    if (!/^[0-9a-f]{32}$/i.test(values[0] ?? '')) {
      return refuse(context, 'Failover hex key must have 32 hexadecimal digits');
    }
    putKey(line, context);
  });
  set.add(['no failover key', 'no failover key <line>'], (_call, { system }) =>
    system.config.remove('failover key'),
  );
}

function putKey(line: string, { system }: ConfigContext): void {
  system.config.put('failover key', line, { shown: 'failover key *****' });
}

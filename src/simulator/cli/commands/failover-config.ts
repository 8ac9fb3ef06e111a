import { sectionOf } from '../../config/interface-settings.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';
import { macRefusal } from '../mac-refusal.ts';
import { addLinks } from './failover-links.ts';
import { addPollTimes } from './failover-times.ts';

/** The `failover` configuration commands, with the refusals of the guides. */
export function addFailoverConfig(set: CommandSet<ConfigContext>): void {
  addSwitch(set);
  addLinks(set);
  addKey(set);
  addPollTimes(set);
  set.add('failover interface-policy <policy>', ({ line }, { system }) =>
    system.config.put('failover interface-policy', line),
  );
  set.add(['no failover interface-policy', 'no failover interface-policy <word>'], (_call, { system }) =>
    system.config.remove('failover interface-policy'),
  );
  set.add('failover replication http', ({ line }, { system }) => system.config.put(line, line));
  set.add('no failover replication http', (_call, { system }) =>
    system.config.remove('failover replication http'),
  );
  set.add('failover mac address <hardware> <mac> <mac>', ({ line, values }, context) => {
    const [hardware = '', active = '', standby = ''] = values;
    const purpose = context.system.interfaces().find(({ name }) => name === hardware)?.purpose;
    if (purpose === 'failover' || purpose === 'state') {
      return refuse(context, 'Virtual MAC address is not allowed on a failover interface');
    }
    const refusal = macRefusal(active, standby);
    if (refusal !== undefined) return refuse(context, refusal);
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
    const refusal = context.origin === 'typed' ? whyNotOn(context) : undefined;
    if (refusal !== undefined) return refuse(context, refusal);
    if (config.text('failover') === undefined) config.put('failover', 'failover');
  });
  set.add('no failover', (_call, { system }) => system.config.remove('failover'));
  set.add('failover lan enable', ({ line }, { system }) => system.config.put(line, line));
  set.add('no failover lan enable', (_call, { system }) => system.config.remove('failover lan enable'));
  set.add('failover lan unit primary|secondary', ({ line }, context) => {
    context.replicates = false;
    const { box, config } = context.system;
    const isTaken = context.origin !== 'replicated' || box.traits.replicates(false, line);
    if (isTaken) config.put('failover lan unit', line);
  });
  set.add(['no failover lan unit', 'no failover lan unit primary|secondary'], (_call, context) => {
    context.replicates = false;
    if (context.origin !== 'replicated') context.system.config.remove('failover lan unit');
  });
}

/** What failover cannot be turned on with («Failover Configuration Limitations»). */
function whyNotOn({ system }: ConfigContext): string | undefined {
  if (system.box.licence['Failover'] === 'Disabled') return 'Command requires failover license';
  if (system.medium.cable === undefined && system.config.text('failover lan interface') === undefined)
    return 'Failover LAN interface is not configured';
  const leased = system
    .interfaces()
    .find(({ name }) =>
      /^ip address (dhcp|pppoe)/.test(system.config.text('ip address', sectionOf(name)) ?? ''),
    );
  return (
    leased && `Failover cannot be configured while interface ${leased.name} gets its IP address by itself`
  );
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
  system.config.put('failover key', line);
}

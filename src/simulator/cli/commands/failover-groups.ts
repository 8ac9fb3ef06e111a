import type { GroupId } from '../../../pair/index.ts';
import { groupSection } from '../../config/group-settings.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';
import { macRefusal } from '../mac-refusal.ts';
import { addInterfaceTimes } from './failover-times.ts';

/** `failover group`, in the system execution space («Configure the Primary Unit», step 4). There are at most two. */
export function addGroupEntry(set: CommandSet<ConfigContext>): void {
  set.add('failover group <1-2>', ({ values }, context) => {
    const section = groupSection(idOf(values));
    const { config } = context.system;
    if (config.text(section) === undefined) {
      if (isBusy(context))
        return refuse(context, 'Failover group can be created only when failover is disabled');
      config.put(section, section);
    }
    context.section = section;
  });
  set.add('no failover group <1-2>', ({ values }, context) => {
    const id = idOf(values);
    const { system } = context;
    if (isBusy(context))
      return refuse(context, 'Failover group can be removed only when failover is disabled');
    const settings = system.spaces.settings.find((one) => one.group === id);
    if (id === 2 && settings) {
      return refuse(context, `Failover group 2 cannot be removed, context ${settings.name} belongs to it`);
    }
    system.config.remove(groupSection(id));
  });
}

/** The commands of failover group configuration mode («Configuring Optional Active/Active Failover Settings»). */
export function addGroupCommands(set: CommandSet<ConfigContext>): void {
  set.add('primary', ({ line }, context) => put(context, 'prefers', line));
  set.add('secondary', ({ line }, context) => put(context, 'prefers', line));
  set.add(['no primary', 'no secondary'], (_call, context) => remove(context, 'prefers'));
  set.add(['preempt', 'preempt <1-1200>'], ({ line }, context) => put(context, 'preempt', line));
  set.add(['no preempt', 'no preempt <word>'], (_call, context) => remove(context, 'preempt'));
  set.add('interface-policy <policy>', ({ line }, context) => put(context, 'interface-policy', line));
  set.add(['no interface-policy', 'no interface-policy <word>'], (_call, context) =>
    remove(context, 'interface-policy'),
  );
  set.add('replication http', ({ line }, context) => put(context, 'replication http', line));
  set.add('no replication http', (_call, context) => remove(context, 'replication http'));
  addInterfaceTimes(set);
  addMacs(set);
}

function addMacs(set: CommandSet<ConfigContext>): void {
  set.add('mac address <hardware> <mac> <mac>', ({ line, values }, context) => {
    const [hardware = '', active = '', standby = ''] = values;
    const isLink = context.system
      .interfaces()
      .some(({ name, purpose }) => name === hardware && (purpose === 'failover' || purpose === 'state'));
    const refusal = isLink
      ? 'Virtual MAC address is not allowed on a failover interface'
      : macRefusal(active, standby);
    if (refusal !== undefined) return refuse(context, refusal);
    put(context, `mac address ${hardware}`, line);
  });
  set.add(['no mac address <hardware>', 'no mac address <hardware> <line>'], ({ values }, context) =>
    remove(context, `mac address ${values[0] ?? ''}`),
  );
}

function idOf([word]: readonly string[]): GroupId {
  return word === '2' ? 2 : 1;
}

/** What was stored, and what the mate sends, is not asked about. */
function isBusy({ origin, system }: ConfigContext): boolean {
  return origin === 'typed' && system.failover().on;
}

function put({ system, section }: ConfigContext, key: string, line: string): void {
  system.config.put(key, line, { section });
}

function remove({ system, section }: ConfigContext, key: string): void {
  system.config.remove(key, section);
}

import { isBvi, isForManagement, isTransparent } from '../../config/bridge-settings.ts';
import { inSameSubnet } from '../../ground/address.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import { configurationStatus } from '../../syslog/unit-messages.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { SpaceKind } from '../../config/space-kind.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';
import { macRefusal } from '../mac-refusal.ts';
import { overlapRefusal } from '../overlap-refusal.ts';

/** Entering an interface, and whether it is monitored. */
export function addInterfaceEntry(set: CommandSet<ConfigContext>, kind: SpaceKind): void {
  set.add('interface <hardware>', ({ values }, context) => {
    const [name = ''] = values;
    if (kind === 'context' && !context.space.interfaceNames().includes(name))
      return refuse(context, `Interface ${name} is not allocated to this context`);
    const section = sectionOf(name);
    if (context.space.config.text(section) === undefined) context.space.config.put(section, section);
    context.section = section;
  });
  if (kind !== 'context') addRemoval(set);
  if (kind !== 'system') addMonitoring(set);
}

function addRemoval(set: CommandSet<ConfigContext>): void {
  set.add('no interface <hardware>', ({ values }, context) => {
    const name = values[0] ?? '';
    if (!name.includes('.')) return refuse(context, 'Physical interface cannot be removed');
    forgetName(context.space.config, sectionOf(name));
    context.space.config.remove(sectionOf(name));
  });
}

/** Whether an interface is monitored goes with its name. */
function forgetName(config: ConfigTree, section: string | undefined): void {
  const nameif = config.text('nameif', section)?.slice('nameif '.length);
  if (nameif !== undefined) config.remove(`monitor-interface ${nameif}`);
}

/** In multiple context mode interfaces are monitored from within their context. */
function addMonitoring(set: CommandSet<ConfigContext>): void {
  set.add(['monitor-interface <nameif>', 'no monitor-interface <nameif>'], ({ line, values }, context) => {
    const nameif = values[0] ?? '';
    const { space } = context;
    const known = context.origin !== 'typed' || space.interfaces().some((one) => one.nameif === nameif);
    if (!known) return refuse(context, `% Invalid interface name ${nameif}`);
    space.config.put(`monitor-interface ${nameif}`, line);
  });
}

/** The commands of interface configuration mode: a system says how it is cabled, a context what it is for. */
export function addInterfaceCommands(set: CommandSet<ConfigContext>, kind: SpaceKind): void {
  if (kind !== 'context') addPhysicalCommands(set);
  if (kind !== 'system') addLogicalCommands(set);
  set.add('shutdown', ({ line }, context) => {
    sayStatus(context, false);
    put(context, 'shutdown', line);
  });
  set.add('no shutdown', (_call, context) => {
    sayStatus(context, true);
    drop(context, 'shutdown');
  });
  addLines(set, ['description']);
}

function addPhysicalCommands(set: CommandSet<ConfigContext>): void {
  set.add('vlan <1-4094>', ({ line }, context) => {
    if (!context.section?.includes('.')) return refuse(context, 'VLAN is only for subinterfaces');
    put(context, 'vlan', line);
  });
  addLines(set, ['speed', 'duplex']);
  addRemovals(set, ['vlan']);
}

function addLogicalCommands(set: CommandSet<ConfigContext>): void {
  set.add('nameif <nameif>', ({ values }, context) => giveName(values[0] ?? '', context));
  set.add('no nameif', (_call, context) => {
    forgetName(context.space.config, context.section);
    for (const key of ['nameif', 'security-level', 'ip address']) drop(context, key);
  });
  set.add('security-level <0-100>', ({ line }, context) => put(context, 'security-level', line));
  set.add('ip address <ip> <mask>', ({ line, values }, context) => giveAddress(line, values, context));
  set.add(['ip address dhcp', 'ip address dhcp setroute', 'ip address pppoe'], ({ line }, context) => {
    if (context.system.failover().on)
      return refuse(context, 'IP address cannot be obtained while failover is on');
    put(context, 'ip address', line);
  });
  set.add('ip address <ip> <mask> standby <ip>', ({ line, values }, context) => {
    const [active = '', mask = '', standby = ''] = values;
    if (active === standby || !inSameSubnet(active, standby, mask)) {
      return refuse(context, 'Standby IP address must be another address in the subnet of the active one');
    }
    giveAddress(line, values, context);
  });
  set.add(['mac-address <mac>', 'mac-address <mac> standby <mac>'], ({ line, values }, context) => {
    const refusal = macRefusal(values[0] ?? '', values[1]);
    if (refusal !== undefined) return refuse(context, refusal);
    put(context, 'mac-address', line);
  });
  set.add('asr-group <1-32>', ({ line }, context) => put(context, 'asr-group', line));
  set.add('management-only', ({ line }, context) => put(context, 'management-only', line));
  addRemovals(set, ['security-level', 'ip address', 'mac-address', 'asr-group']);
  set.add('no management-only', (_call, context) => drop(context, 'management-only'));
}

/** Lines of which an interface has one each, taken as they are. */
function addLines(set: CommandSet<ConfigContext>, keys: readonly string[]): void {
  for (const key of keys) set.add(`${key} <line>`, ({ line }, context) => put(context, key, line));
  addRemovals(set, keys);
}

function addRemovals(set: CommandSet<ConfigContext>, keys: readonly string[]): void {
  for (const key of keys) set.add([`no ${key}`, `no ${key} <line>`], (_call, context) => drop(context, key));
}

function giveName(nameif: string, context: ConfigContext): void {
  const { space, section } = context;
  if (isBvi(section ?? '')) return refuse(context, 'The virtual interface of a bridge group has no name');
  const own = space.interfaces().find(({ name }) => sectionOf(name) === section);
  if (own?.purpose === 'failover' || own?.purpose === 'state') {
    return refuse(context, 'Interface is used for failover, it cannot have a name of its own');
  }
  const taken = space.interfaces().some((one) => one.nameif === nameif && one !== own);
  if (taken) return refuse(context, `Name "${nameif}" has already been assigned to another interface`);
  put(context, 'nameif', `nameif ${nameif}`);
  if (space.config.text('security-level', section) !== undefined) return;
  const level = nameif === 'inside' ? 100 : 0;
  put(context, 'security-level', `security-level ${level}`);
  context.print(`INFO: Security level for "${nameif}" set to ${level} by default.`);
}

/** The administrator's wish, if it changes and the interface has a name. */
function sayStatus({ space, section }: ConfigContext, up: boolean): void {
  const one = space.interfaces().find(({ name }) => sectionOf(name) === section);
  if (one?.nameif !== undefined && one.shutdown === up) space.log(configurationStatus(one.nameif, up));
}

function giveAddress(line: string, values: readonly string[], context: ConfigContext): void {
  const [address = '', mask = ''] = values;
  const name = context.section?.slice('interface '.length) ?? '';
  const { config } = context.space;
  const isBridged = isTransparent(config) && !isBvi(context.section ?? '') && !isForManagement(config, name);
  if (isBridged) return refuse(context, 'An interface has no IP address in transparent firewall mode');
  const refusal = context.origin === 'typed' ? overlapRefusal(context.space, name, address, mask) : undefined;
  if (refusal !== undefined) return refuse(context, refusal);
  put(context, 'ip address', line);
}

function put(context: ConfigContext, key: string, text: string): void {
  context.space.config.put(key, text, { section: context.section });
}

function drop(context: ConfigContext, key: string): void {
  context.space.config.remove(key, context.section);
}

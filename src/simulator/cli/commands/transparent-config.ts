import { bviName, isTransparent } from '../../config/bridge-settings.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import { inSameSubnet } from '../../ground/address.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';

/**
 * The management address of transparent firewall mode: entered in global configuration mode (ASA 5580 guide,
 * «Configure the Primary Unit», step 1), and from 8.4 on at the virtual interface of each bridge group.
 */
export function addBridgeEntry(set: CommandSet<ConfigContext>): void {
  set.add('ip address <ip> <mask>', ({ line }, context) => putAddress(context, line));
  set.add('ip address <ip> <mask> standby <ip>', ({ line, values }, context) => {
    const [active = '', mask = '', standby = ''] = values;
    if (active === standby || !inSameSubnet(active, standby, mask))
      return refuse(context, 'Standby IP address must be another address in the subnet of the active one');
    putAddress(context, line);
  });
  set.add(['no ip address', 'no ip address <line>'], (_call, { space }) => space.config.remove('ip address'));
  set.add(['interface <bvi>', 'interface bvi <1-100>'], ({ values }, context) => {
    const refusal = whyNoGroups(context);
    if (refusal !== undefined) return refuse(context, refusal);
    const section = sectionOf(bviName((values[0] ?? '').replace('BVI', '')));
    const { config } = context.space;
    if (config.text(section) === undefined) config.put(section, section);
    context.section = section;
  });
  set.add('no interface <bvi>', ({ values }, { space }) => space.config.remove(sectionOf(values[0] ?? '')));
}

/** Which bridge group an interface is in. */
export function addBridgeCommands(set: CommandSet<ConfigContext>): void {
  set.add('bridge-group <1-100>', ({ line }, context) => {
    const refusal = whyNoGroups(context);
    if (refusal !== undefined) return refuse(context, refusal);
    context.space.config.put('bridge-group', line, { section: context.section });
  });
  set.add(['no bridge-group', 'no bridge-group <1-100>'], (_call, { space, section }) =>
    space.config.remove('bridge-group', section),
  );
}

function putAddress(context: ConfigContext, line: string): void {
  const { space, system } = context;
  if (!isTransparent(space.config))
    return refuse(context, 'Command is only available in transparent firewall mode');
  if (system.box.dialect.bridgeGroups)
    return refuse(context, 'The management address is configured at the BVI of a bridge group');
  space.config.put('ip address', line);
}

function whyNoGroups({ space, system }: ConfigContext): string | undefined {
  if (!isTransparent(space.config)) return 'Bridge groups are only available in transparent firewall mode';
  return system.box.dialect.bridgeGroups ? undefined : 'Bridge groups are not available in this version';
}

import type { GroupId } from '../../pair/index.ts';
import { bridgeOf, isBvi } from './bridge-settings.ts';
import type { ConfigTree } from './config-tree.ts';
import { failoverSettings } from './failover-settings.ts';
import { type MacPair, wholePair } from './group-settings.ts';
import { oncePerRevision } from './per-revision.ts';
import { virtualMacs } from './virtual-macs.ts';

/** What an interface is for: traffic through the unit, the failover link, the state link, or nothing yet. */
type InterfacePurpose = 'traffic' | 'failover' | 'state' | 'none';

/** One interface or subinterface as configured; nothing of what it is doing. */
export interface InterfaceSettings {
  readonly name: string;
  /** The network card: the name without the number of the subinterface. */
  readonly hardware: string;
  readonly vlan?: number | undefined;
  readonly purpose: InterfacePurpose;
  readonly shutdown: boolean;
  readonly nameif?: string | undefined;
  readonly securityLevel: number;
  readonly active?: string | undefined;
  readonly mask?: string | undefined;
  readonly standby?: string | undefined;
  readonly activeMac?: string | undefined;
  readonly standbyMac?: string | undefined;
  readonly description?: string | undefined;
  readonly monitored: boolean;
  /** The security context that it belongs to; undefined in single mode, and for the links. */
  readonly context?: string | undefined;
  /** The failover group that it fails over with. */
  readonly group: GroupId;
  /** The bridge that it belongs to in transparent firewall mode: frames pass between the interfaces of one bridge. */
  readonly bridge?: number | undefined;
}

/** Every interface of a configuration, in the order of its lines. */
export const interfaceSettings = oncePerRevision(readInterfaces);

function readInterfaces(config: ConfigTree): readonly InterfaceSettings[] {
  const { link, stateLink } = failoverSettings(config);
  const { macs } = wholePair(config);
  return config
    .nodes()
    .filter(({ key }) => key.startsWith('interface ') && !isBvi(key))
    .map(({ key }, at) => {
      const name = key.slice('interface '.length);
      if (name === link?.hardware) return linkInterface(config, name, 'failover', link);
      if (name === stateLink?.hardware) return linkInterface(config, name, 'state', stateLink);
      return trafficInterface(config, { name, at, ofGroup: macs[name.split('.')[0] ?? name] });
    });
}

/** The key of the section of an interface. */
export function sectionOf(name: string): string {
  return `interface ${name}`;
}

function linkInterface(
  config: ConfigTree,
  name: string,
  purpose: 'failover' | 'state',
  link: {
    nameif: string;
    active?: string | undefined;
    mask?: string | undefined;
    standby?: string | undefined;
  },
): InterfaceSettings {
  return {
    ...physical(config, name),
    purpose,
    nameif: link.nameif,
    securityLevel: 0,
    active: link.active,
    mask: link.mask,
    standby: link.standby,
    monitored: false,
    group: 1,
  };
}

/** An interface by its name, with its place among the lines and the addresses that its group gives it. */
interface Place {
  readonly name: string;
  readonly at: number;
  readonly ofGroup: MacPair | undefined;
}

function trafficInterface(config: ConfigTree, { name, at, ofGroup }: Place): InterfaceSettings {
  const section = sectionOf(name);
  const nameif = config.text('nameif', section)?.split(' ')[1];
  const bridge = bridgeOf(config, name);
  const given = bridge?.address ?? config.text('ip address', section);
  // `ip address dhcp` and `ip address pppoe` have none of their own.
  const [, , active, mask, , standby] = /^ip address \d/.test(given ?? '') ? (given?.split(' ') ?? []) : [];
  const macs = virtualMacs({
    own: config.text('mac-address', section),
    ofGroup,
    auto: config.text('mac-address auto'),
    name,
    at,
    context: 1,
    inGroup: undefined,
  });
  // Field by field: this is read anew for every line that is entered, and a spread costs ten times as much.
  const { hardware, vlan, shutdown, description } = physical(config, name);
  return {
    name,
    hardware,
    vlan,
    shutdown,
    description,
    purpose: nameif === undefined ? 'none' : 'traffic',
    nameif,
    bridge: bridge?.group,
    securityLevel: Number(config.text('security-level', section)?.split(' ')[1] ?? 0),
    active,
    mask,
    standby,
    activeMac: macs.active,
    standbyMac: macs.standby,
    monitored: nameif !== undefined && isMonitored(config, name, nameif),
    group: 1,
  };
}

function physical(
  config: ConfigTree,
  name: string,
): Pick<InterfaceSettings, 'name' | 'hardware' | 'vlan' | 'shutdown' | 'description'> {
  const section = sectionOf(name);
  const [hardware = name, sub] = name.split('.');
  const vlan = Number(config.text('vlan', section)?.split(' ')[1] ?? sub);
  return {
    name,
    hardware,
    vlan: sub === undefined ? undefined : vlan,
    shutdown: config.text('shutdown', section) !== undefined,
    description: config.text('description', section)?.slice('description '.length),
  };
}

/** Physical interfaces are monitored unless told otherwise, subinterfaces only when told. */
export function isMonitored(config: ConfigTree, name: string, nameif: string): boolean {
  const text = config.text(`monitor-interface ${nameif}`);
  if (text === undefined) return !name.includes('.');
  return !text.startsWith('no ');
}

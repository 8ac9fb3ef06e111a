import type { ConfigTree } from './config-tree.ts';

/** The bridge that an interface belongs to in transparent firewall mode. */
export interface BridgeSettings {
  /** The number of its bridge group; 0 for the one bridge of firmware before 8.4. */
  readonly group: number;
  /** The `ip address` line of the bridge, which the unit is managed by. */
  readonly address: string;
}

/** The name of the virtual interface of a bridge group. */
export function bviName(group: number | string): string {
  return `BVI${group}`;
}

/** True for the section of the virtual interface of a bridge group, which is no interface that frames come in at. */
export function isBvi(key: string): boolean {
  return key.startsWith('interface BVI');
}

/** True in transparent firewall mode. */
export function isTransparent(config: ConfigTree): boolean {
  return config.text('firewall') !== undefined;
}

/** True for an interface that has an address of its own even in transparent mode. */
export function isForManagement(config: ConfigTree, name: string): boolean {
  return name.startsWith('Management') || config.text('management-only', `interface ${name}`) !== undefined;
}

/**
 * The bridge of an interface: the one that has the global `ip address`, or that of its bridge group. Nothing passes
 * through a bridge without an address. Undefined in routed mode, and for management interfaces.
 */
export function bridgeOf(config: ConfigTree, name: string): BridgeSettings | undefined {
  if (!isTransparent(config) || isForManagement(config, name)) return undefined;
  const group = config.text('bridge-group', `interface ${name}`)?.split(' ')[1];
  const address =
    group === undefined
      ? config.text('ip address')
      : config.text('ip address', `interface ${bviName(group)}`);
  return address === undefined ? undefined : { group: Number(group ?? 0), address };
}

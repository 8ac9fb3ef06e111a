import { configLines } from './config-print.ts';
import { type ConfigNode, ConfigTree } from './config-tree.ts';
import { contextSection } from './context-settings.ts';
import { interfaceSettings } from './interface-settings.ts';
import type { SpaceKind } from './space-kind.ts';
import { belongsTo, belongsToInterface } from './space-words.ts';

/** Where the configuration of the admin context lies that `mode multiple` makes. */
export const adminUrl = 'disk0:/admin.cfg';

/** A configuration of single mode as multiple context mode has it. */
export interface ConvertedConfig {
  readonly system: readonly string[];
  readonly admin: readonly string[];
}

/**
 * What `mode multiple` makes of the running configuration: one for the system execution space, and one for an
 * admin context that has the interfaces with a name and everything that only a context can have.
 */
export function convertToMultiple(config: ConfigTree): ConvertedConfig {
  const named = interfaceSettings(config)
    .filter(({ purpose }) => purpose === 'traffic')
    .map(({ name }) => name);
  const system = treeOf('system', config.nodes());
  const admin = treeOf(
    'context',
    config.nodes().filter(({ key }) => !isInterface(key) || named.includes(key.slice('interface '.length))),
  );
  const section = contextSection('admin');
  system.put('admin-context', 'admin-context admin');
  for (const name of named) {
    const line = `allocate-interface ${name}`;
    system.put(line, line, { section });
    admin.remove('shutdown', `interface ${name}`);
  }
  system.put('config-url', `config-url ${adminUrl}`, { section });
  return { system: configLines(system, 'plain'), admin: configLines(admin, 'plain') };
}

function treeOf(kind: SpaceKind, nodes: readonly ConfigNode[]): ConfigTree {
  const tree = new ConfigTree(kind);
  for (const { key, text, below } of nodes) {
    if (!isInterface(key) && !belongsTo(kind, key)) continue;
    tree.put(key, text);
    for (const line of below) {
      if (!isInterface(key) || belongsToInterface(kind, line.key))
        tree.put(line.key, line.text, { section: key });
    }
  }
  return tree;
}

function isInterface(key: string): boolean {
  return key.startsWith('interface ');
}

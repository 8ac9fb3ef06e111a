import { passwordHash } from './password-hash.ts';
import { ConfigTree } from './config-tree.ts';
import { sectionOf } from './interface-settings.ts';
import type { SpaceKind } from './space-kind.ts';

/** The lines that are there before anybody says anything, and the kinds of configurations that they stand in. */
const defaults: readonly (readonly [key: string, text: string, kinds: readonly SpaceKind[]])[] = [
  ['hostname', 'hostname ciscoasa', ['single', 'system']],
  ['enable password', `enable password ${passwordHash('')} encrypted`, ['single', 'system', 'context']],
  ['passwd', `passwd ${passwordHash('cisco')} encrypted`, ['single', 'context']],
  ['names', 'names', ['single', 'context']],
  ['ftp mode', 'ftp mode passive', ['single', 'system']],
  ['pager lines', 'pager lines 24', ['single', 'system', 'context']],
  ['icmp unreachable rate-limit', 'icmp unreachable rate-limit 1 burst-size 1', ['single', 'context']],
  ['no asdm history enable', 'no asdm history enable', ['single', 'system', 'context']],
  ['arp timeout', 'arp timeout 14400', ['single', 'context']],
  ['telnet timeout', 'telnet timeout 5', ['single', 'context']],
  ['ssh timeout', 'ssh timeout 5', ['single', 'context']],
  ['console timeout', 'console timeout 0', ['single', 'system']],
  ['prompt', 'prompt hostname context', ['single', 'system']],
];

/** A configuration with every interface there and nothing said of it: what stored lines are read into. */
export function emptyConfig(interfaces: readonly string[], kind: SpaceKind = 'single'): ConfigTree {
  const config = new ConfigTree(kind);
  clearConfig(config, interfaces, () => false);
  return config;
}

/** Forgets every line but those that are to be kept; interfaces stay, with only their kept lines. */
export function clearConfig(
  config: ConfigTree,
  interfaces: readonly string[],
  keep: (key: string) => boolean,
): void {
  config.batch(() => {
    const sections = new Set([
      ...interfaces.map(sectionOf),
      ...config.nodes().flatMap(({ key }) => (keep(key) ? [key] : [])),
    ]);
    const below = new Map([...sections].map((key) => [key, keep(key) ? config.section(key) : []]));
    config.removeAll(({ key }) => !keep(key) || key.startsWith('interface '));
    for (const [key, text, kinds] of defaults) if (kinds.includes(config.kind)) config.put(key, text);
    for (const [section, lines] of below) {
      if (!section.startsWith('interface ')) continue;
      config.put(section, section);
      for (const line of lines) config.put(line.key, line.text, { section });
    }
  });
}

/** What a unit with blank flash runs with: every interface shut, no names, failover off. */
export function factoryConfig(hardware: readonly string[], kind: SpaceKind = 'single'): ConfigTree {
  const config = emptyConfig(hardware, kind);
  for (const name of hardware) config.put('shutdown', 'shutdown', { section: sectionOf(name) });
  return config;
}

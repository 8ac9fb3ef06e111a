import { passwordHash } from './password-hash.ts';
import { ConfigTree } from './config-tree.ts';
import { sectionOf } from './interface-settings.ts';

/** A configuration with every interface there and nothing said of it: what stored lines are read into. */
export function emptyConfig(hardware: readonly string[]): ConfigTree {
  const config = new ConfigTree();
  clearConfig(config, hardware, () => false);
  return config;
}

/** Forgets every line but those that are to be kept; interfaces stay, with only their kept lines. */
export function clearConfig(
  config: ConfigTree,
  hardware: readonly string[],
  keep: (key: string) => boolean,
): void {
  config.batch(() => {
    const sections = new Set([
      ...hardware.map(sectionOf),
      ...config.nodes().flatMap(({ key }) => (keep(key) ? [key] : [])),
    ]);
    const below = new Map([...sections].map((key) => [key, keep(key) ? config.section(key) : []]));
    config.removeAll(({ key }) => !keep(key) || key.startsWith('interface '));
    config.put('hostname', 'hostname ciscoasa');
    config.put('enable password', `enable password ${passwordHash('')} encrypted`);
    config.put('passwd', `passwd ${passwordHash('cisco')} encrypted`);
    config.put('names', 'names');
    for (const [section, lines] of below) {
      if (!section.startsWith('interface ')) continue;
      config.put(section, section);
      for (const line of lines) config.put(line.key, line.text, { section });
    }
    config.put('ftp mode', 'ftp mode passive');
    config.put('pager lines', 'pager lines 24');
    config.put('icmp unreachable rate-limit', 'icmp unreachable rate-limit 1 burst-size 1');
    config.put('no asdm history enable', 'no asdm history enable');
    config.put('arp timeout', 'arp timeout 14400');
    config.put('telnet timeout', 'telnet timeout 5');
    config.put('ssh timeout', 'ssh timeout 5');
    config.put('console timeout', 'console timeout 0');
    config.put('prompt', 'prompt hostname context');
  });
}

/** What a unit with blank flash runs with: every interface shut, no names, failover off. */
export function factoryConfig(hardware: readonly string[]): ConfigTree {
  const config = emptyConfig(hardware);
  for (const name of hardware) config.put('shutdown', 'shutdown', { section: sectionOf(name) });
  return config;
}

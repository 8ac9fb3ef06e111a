import type { ConfigTree } from './config-tree.ts';

/** What an appliance calls itself that nobody has given a name. */
const unnamed = 'ciscoasa';

/** The name that a configuration gives; undefined if it gives none. */
export function givenHostname(config: ConfigTree): string | undefined {
  return config.text('hostname')?.split(' ')[1];
}

/** The name that prompts and banners show. */
export function hostnameOf(config: ConfigTree): string {
  return givenHostname(config) ?? unnamed;
}

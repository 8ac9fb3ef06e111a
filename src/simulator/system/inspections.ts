import type { ConfigTree } from '../config/config-tree.ts';

/** True if some policy has `inspect gtp`. */
export function inspectsGtp(config: ConfigTree): boolean {
  return config
    .nodes()
    .some(
      ({ text, below }) =>
        text.startsWith('policy-map ') && below.some((one) => one.text.includes('inspect gtp')),
    );
}

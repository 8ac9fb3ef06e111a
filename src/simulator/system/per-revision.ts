import type { ConfigTree } from '../config/config-tree.ts';

/** Reads something out of a configuration, and again only after the configuration has changed. */
export function perRevision<T>(config: ConfigTree, read: () => T): () => T {
  let known: { readonly revision: number; readonly value: T } | undefined;
  return () => {
    if (known?.revision !== config.revision) known = { revision: config.revision, value: read() };
    return known.value;
  };
}

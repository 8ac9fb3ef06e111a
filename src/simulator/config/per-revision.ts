import type { ConfigTree } from './config-tree.ts';

/** Reads something out of a configuration, and again only after the configuration has changed: many ask for it, often. */
export function perRevision<T>(config: ConfigTree, read: () => T): () => T {
  let known: { readonly revision: number; readonly value: T } | undefined;
  return () => {
    if (known?.revision !== config.revision) known = { revision: config.revision, value: read() };
    return known.value;
  };
}

/** The same for a reading that any configuration may be asked for. */
export function oncePerRevision<T>(read: (config: ConfigTree) => T): (config: ConfigTree) => T {
  const readings = new WeakMap<ConfigTree, () => T>();
  return (config) => {
    const known = readings.get(config);
    if (known) return known();
    const reading = perRevision(config, () => read(config));
    readings.set(config, reading);
    return reading();
  };
}

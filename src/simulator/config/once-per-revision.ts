import type { ConfigTree } from './config-tree.ts';

/** A reading of a configuration that is made anew only after the configuration has changed: many ask for it, often. */
export function oncePerRevision<T>(read: (config: ConfigTree) => T): (config: ConfigTree) => T {
  const known = new WeakMap<ConfigTree, { readonly revision: number; readonly value: T }>();
  return (config) => {
    const { revision } = config;
    const before = known.get(config);
    if (before?.revision === revision) return before.value;
    const value = read(config);
    known.set(config, { revision, value });
    return value;
  };
}

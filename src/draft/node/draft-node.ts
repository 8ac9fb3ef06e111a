/** A topology as it is going to be written: values, comments behind them, and what is still to be filled in. */
export type DraftNode =
  | { readonly kind: 'value'; readonly value: string | number | boolean; readonly note?: string }
  /** Nothing stands there but a comment, which the reader of topologies refuses until somebody fills it in. */
  | { readonly kind: 'blank'; readonly note: string }
  | { readonly kind: 'map'; readonly entries: readonly DraftEntry[]; readonly note?: string }
  | { readonly kind: 'list'; readonly items: readonly DraftNode[]; readonly note?: string };

/** One key of a map. */
export interface DraftEntry {
  readonly key: string;
  readonly node: DraftNode;
  /** A comment on lines of its own. */
  readonly above?: string;
}

/** A value, with a comment behind it. */
export function value(of: string | number | boolean, note?: string): DraftNode {
  return note === undefined ? { kind: 'value', value: of } : { kind: 'value', value: of, note };
}

/** A place to fill in. */
export function blank(note: string): DraftNode {
  return { kind: 'blank', note };
}

/** A key with its node; nothing where there is no node. */
export function entry(key: string, node: DraftNode | undefined, above?: string): readonly DraftEntry[] {
  if (!node) return [];
  return [above === undefined ? { key, node } : { key, node, above }];
}

/** A map of these entries, in their order. */
export function map(entries: readonly (readonly DraftEntry[])[], note?: string): DraftNode {
  return { kind: 'map', entries: entries.flat(), ...(note === undefined ? {} : { note }) };
}

/** A list of these items. */
export function list(items: readonly DraftNode[], note?: string): DraftNode {
  return { kind: 'list', items, ...(note === undefined ? {} : { note }) };
}

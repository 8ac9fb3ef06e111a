/** One objection for every entry whose key an earlier one already has; the earlier one is handed along. */
export function repeated<T, R>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  object: (later: T, earlier: T) => R,
): readonly R[] {
  const first = new Map<string, T>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    const earlier = first.get(key);
    if (earlier !== undefined) return [object(entry, earlier)];
    first.set(key, entry);
    return [];
  });
}

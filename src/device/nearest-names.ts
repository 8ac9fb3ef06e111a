/** What to say about a name that is not known: the nearest ones that are, or a few of them. */
export function nearestNames(wanted: string, known: readonly string[], count = 5): string {
  if (known.length === 0) return 'It has none at all';
  const byDistance = known.map((name) => ({ name, far: distance(wanted.toLowerCase(), name.toLowerCase()) }));
  const nearest = byDistance.toSorted((a, b) => a.far - b.far).slice(0, count);
  return `The nearest names are ${nearest.map(({ name }) => name).join(', ')} (of ${known.length})`;
}

/** How many letters have to be changed, added or taken away (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

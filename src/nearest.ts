/**
 * The known names nearest to a mistyped one, the nearest first: those within a third of its length (two letters
 * at least) by edit distance, or that one begins with. At most three.
 */
export function nearest(wrong: string, known: Iterable<string>): readonly string[] {
  const wanted = wrong.toLowerCase().slice(0, longest);
  const bound = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(known)]
    .map((name) => ({ name, distance: nearness(wanted, name.toLowerCase().slice(0, longest)) }))
    .filter(({ name, distance }) => distance <= bound && distance < name.length)
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Names are compared up to this many letters, so that a page pasted as a key costs nothing. */
const longest = 64;

function nearness(wanted: string, name: string): number {
  const begins = wanted.length >= 3 && (name.startsWith(wanted) || wanted.startsWith(name));
  return begins ? Math.min(2, editDistance(wanted, name)) : editDistance(wanted, name);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** «; did you mean "console"?», or what is known when nothing is near; never more than ten names. */
export function suggestion(wrong: string, known: Iterable<string>): string {
  const names = [...new Set(known)];
  const near = nearest(wrong, names);
  if (near.length > 0) return `; did you mean ${near.map((name) => JSON.stringify(name)).join(' or ')}?`;
  if (names.length === 0) return '; none is known here';
  const shown = names.slice(0, 10).join(', ');
  return `; known here: ${shown}${names.length > 10 ? `, and ${names.length - 10} more` : ''}`;
}

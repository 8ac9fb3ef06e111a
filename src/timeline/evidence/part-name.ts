/**
 * The name of a part of a file that grew too long: the first one keeps the name, `timeline.2.ndjson` goes on where
 * `timeline.ndjson` ended.
 */
export function partName(name: string, part: number): string {
  const dot = name.lastIndexOf('.');
  return part === 1 ? name : `${name.slice(0, dot)}.${part}${name.slice(dot)}`;
}

/** Which part of a file it is, from 1; undefined where it is none of it. */
export function partOf(name: string, found: string): number | undefined {
  if (found === name) return 1;
  const dot = name.lastIndexOf('.');
  const number = found.slice(dot + 1, found.length - (name.length - dot));
  return /^[1-9]\d{0,8}$/.test(number) && found === partName(name, Number(number))
    ? Number(number)
    : undefined;
}

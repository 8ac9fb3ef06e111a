/** The way from the top of a topology to one of its keys or entries. */
export type Path = readonly (string | number)[];

/** What is wrong with a topology, at a path that only becomes a line and a column once its text is at hand. */
export interface Objection {
  readonly path: Path;
  /** Whether the key at the end of the path is to blame, or what stands behind it. */
  readonly on: 'key' | 'value';
  readonly message: string;
}

/** An objection to what stands at `path`. */
export function objectTo(path: Path, message: string): Objection {
  return { path, on: 'value', message };
}

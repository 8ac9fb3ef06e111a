/** Something that was found, and where: a file with its line, or who said it. */
export interface Told<T> {
  readonly value: T;
  readonly from: string;
}

/** Puts a value and its origin together. */
export function told<T>(value: T, from: string): Told<T> {
  return { value, from };
}

/** How PIX and ASA say that they did not do as told; at the beginning of a line of their answer. */
const refusal =
  /^[ \t]*(?:ERROR\b|%\s?(?:Invalid|Incomplete|Ambiguous|Unrecognized)|Command authorization failed|Removing .* not allowed|Type help or '\?' for a list|Usage:|Not enough arguments)/im;

/** True when the unit did not take what was typed. */
export function isRefusal(answer: string): boolean {
  return refusal.test(answer);
}

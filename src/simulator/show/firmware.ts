/** True if `9.2(4)` is at least major.minor. What a version prints is in the captured outputs, not in a standard. */
export function atLeast(firmware: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = (/^(\d+)\.(\d+)/.exec(firmware)?.slice(1) ?? []).map(Number);
  return ownMajor === major ? ownMinor >= minor : ownMajor > major;
}

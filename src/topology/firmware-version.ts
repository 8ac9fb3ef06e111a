/** The first two numbers of a firmware version; the rest of `9.12(4)37` orders nothing that matters here. */
export interface FirmwareVersion {
  readonly major: number;
  readonly minor: number;
}

/** Reads `8.0(4)`, `7.2(0)55`, `9.12(4)37`; undefined for what is no version. */
export function firmwareVersion(text: string): FirmwareVersion | undefined {
  const [, major, minor] = /^(\d{1,3})\.(\d{1,3})(?:\(|$|\.)/.exec(text) ?? [];
  return major === undefined || minor === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor) };
}

/** True for `major.minor` and everything later; false for what is no version. */
export function isAtLeast(firmware: string, major: number, minor: number): boolean {
  const version = firmwareVersion(firmware);
  return (
    version !== undefined && (version.major > major || (version.major === major && version.minor >= minor))
  );
}

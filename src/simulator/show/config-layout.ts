import type { ConfigText } from '../dialect/index.ts';

/** The lines of a configuration as firmware of a time lays them out. */
export function laidOut(lines: readonly string[], text: ConfigText): string[] {
  const known = text.icmpRateLimit
    ? [...lines]
    : lines.filter((line) => !line.startsWith('icmp unreachable '));
  const [password] = known.filter((line) => line.startsWith('passwd '));
  if (!text.passwordBelowInterfaces || password === undefined) return known;
  const rest = known.filter((line) => line !== password);
  const last = rest.findLastIndex((line) => line.startsWith('interface '));
  const rule = rest.indexOf('!', last);
  return [...rest.slice(0, rule + 1), password, ...rest.slice(rule + 1)];
}

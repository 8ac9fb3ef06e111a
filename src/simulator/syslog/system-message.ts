/** One system message before it is dressed for a destination; severity 0 is the gravest. */
export interface SystemMessage {
  readonly id: number;
  readonly severity: Severity;
  readonly text: string;
}

/** 0 is the worst; what is said at 7 is for those who debug. */
export type Severity = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The names of the severities, in their order. */
export const severityNames = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const;

/** The severity that a word of a command means, as a number or as (the beginning of) a name. */
export function severityOf(word: string): number | undefined {
  if (/^[0-7]$/.test(word)) return Number(word);
  const meant = severityNames.filter((name) => name.startsWith(word.toLowerCase()));
  return meant.length === 1 ? severityNames.findIndex((name) => name === meant[0]) : undefined;
}

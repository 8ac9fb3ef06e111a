import type { Drawing } from './any-drawn.ts';
import type { Measured } from './benchmark.ts';
import type { Explored, Failure } from './explore-seed.ts';

/** A broken law for people: what was played, how it was broken, and the command that plays it again. */
export function failureText(seed: number, { path, drawn, why }: Failure, drawing: Drawing): string {
  const only = drawing === 'anything' ? '' : ` --only ${drawing}`;
  return [
    `seed ${seed} breaks a law:`,
    ...why.split('\n').map((line) => `  ${line}`),
    `  ${JSON.stringify(drawn)}`,
    `  again: npm run explore -- --seed ${seed} --path ${path}${only}`,
    '',
  ].join('\n');
}

/** How much was played, and how fast. */
export function closingLine(explored: readonly Explored[], wallMs: number): string {
  const playedMs = explored.reduce((sum, one) => sum + one.playedMs, 0);
  const minutes = wallMs / 60_000;
  const failed = explored.filter(({ failure }) => failure).length;
  const verdict = failed === 0 ? 'every law was kept' : `${failed} of them broke a law`;
  const seedsAMinute = Math.round(explored.length / minutes);
  const hoursAMinute = playedMs / 3_600_000 / minutes;
  const kinds = new Map<string, number>();
  for (const { kind } of explored) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counted = [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `  ${count} ${kind}`);
  return [
    ...counted,
    `${explored.length} seeds, ${(playedMs / 3_600_000).toFixed(1)} simulated hours in ${(wallMs / 1000).toFixed(0)} s: ` +
      `${verdict}; ${seedsAMinute} seeds and ${hoursAMinute.toFixed(1)} simulated hours a minute`,
  ].join('\n');
}

/** What one playing of the benchmark took. */
export function measuredLine({ virtualMinutes, cpuSeconds }: Measured): string {
  const ratio = Math.round((virtualMinutes * 60) / cpuSeconds);
  return `${virtualMinutes.toFixed(1)} virtual minutes in ${cpuSeconds.toFixed(2)} CPU seconds: ${ratio} times as fast`;
}

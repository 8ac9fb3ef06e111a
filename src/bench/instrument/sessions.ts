import type { Bench } from '../bench.ts';
import { missingSessions } from '../sessions.ts';
import type { Instrument, Reading } from './instrument.ts';

/**
 * The sessions that are held open through the pair, each proven at that moment by a message and its echo:
 * `inside-to-outside/tcp open since 81250 echoed 57 of 57`, in milliseconds since the run began.
 */
export const sessions: Instrument = {
  name: 'sessions',
  missing: ({ topology }) => missingSessions(topology),
  read: readSessions,
};

/** Proves every session, within three seconds, and tells of each in a line. */
export async function readSessions({ sessions: { all }, clock, notebook }: Bench): Promise<Reading> {
  const askedMs = clock.nowMs();
  await Promise.all(all.map(({ held }) => held.prove()));
  const lines = all.map(({ name, held: { latest, counts } }) => {
    const became = latest ? `${latest.state} since ${Math.round(notebook.at(latest.sinceMs))}` : 'not open';
    return `${name} ${became} echoed ${counts.echoed} of ${counts.sent}`;
  });
  const witness = all.map(({ name }) => `session ${name}`).join(', ') || 'sessions';
  return { raw: lines.join('\n'), askedMs, answeredMs: clock.nowMs(), witness };
}

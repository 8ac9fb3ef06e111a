import { missingSessions } from '../sessions.ts';
import type { Instrument } from './instrument.ts';

/**
 * The sessions that are held open through the pair, each proven at that moment by a message and its echo:
 * `web http open since 81250 echoed 57 of 57`, in milliseconds since the run began.
 */
export const sessions: Instrument = {
  name: 'sessions',
  missing: ({ topology }) => missingSessions(topology),
  read: async ({ sessions: { all }, clock, notebook }) => {
    const askedMs = clock.nowMs();
    await Promise.all(all.map(({ held }) => held.prove()));
    const lines = all.map(({ name, protocol, held: { latest, counts } }) => {
      const became = latest ? `${latest.state} since ${Math.round(notebook.at(latest.sinceMs))}` : 'not open';
      return `${name} ${protocol} ${became} echoed ${counts.echoed} of ${counts.sent}`;
    });
    const witness = all.map(({ name }) => `session ${name}`).join(', ') || 'sessions';
    return { raw: lines.join('\n'), askedMs, answeredMs: clock.nowMs(), witness };
  },
};

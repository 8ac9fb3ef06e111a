import { missingSessions } from '../sessions.ts';
import type { Instrument } from './instrument.ts';
import { readSessions } from './sessions.ts';

/**
 * What becomes of sessions that are opened now: one of each kind that the topology has over each flow, in place of
 * those that were held. They are named `inside-to-outside/tcp`, and held from then on.
 */
export const newSessions: Instrument = {
  name: 'new-sessions',
  missing: ({ topology }) => missingSessions(topology),
  read: async (bench) => {
    const askedMs = bench.clock.nowMs();
    for (const { name } of bench.sessions.all) bench.sessions.close(name);
    const wanted = bench.topology.flows.flatMap(({ name: flow, sessions }) =>
      (['tcp', 'http'] as const).flatMap((protocol) => (sessions[protocol] ? [{ flow, protocol }] : [])),
    );
    await Promise.all(
      wanted.map(({ flow, protocol }) => bench.sessions.open(`${flow}/${protocol}`, flow, protocol)),
    );
    return { ...(await readSessions(bench)), askedMs };
  },
};

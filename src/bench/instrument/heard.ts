import type { Instrument } from './instrument.ts';

/** What the units logged, as it came: `primary %ASA-1-104001: (Primary) Switching to ACTIVE …`. */
export const syslog = heard('syslog', 'syslog');

/** What the units notified of, as it came: `secondary 1.3.6.1.4.1.9.9.41.2.0.1 %ASA-1-104001: (Secondary) …`. */
export const traps = heard('traps', 'trap');

function heard(name: 'syslog' | 'traps', spokenBy: string): Instrument {
  return {
    name,
    missing: ({ topology }) =>
      topology.listen?.[name] ? undefined : `nobody listens for ${name}; add listen.${name} to the topology`,
    read: async (bench, sinceMs) => {
      const lines = await bench.heardSince(sinceMs);
      const nowMs = bench.clock.nowMs();
      const spoken = lines.filter(({ witness }) => witness.startsWith(`${spokenBy} `));
      return { raw: spoken.map(({ text }) => text).join('\n'), askedMs: nowMs, answeredMs: nowMs };
    },
  };
}

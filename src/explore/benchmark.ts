import type { Journey, JourneyPair } from './journey.ts';
import { travel } from './travel.ts';

/** The timers that the guides give a pair where nobody sets any, and units that boot in half a minute. */
const pair: JourneyPair = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  bootMs: 30_000,
  syncMs: 2000,
  policy: { count: 1 },
  interfaces: [
    { nameif: 'outside', monitored: true },
    { nameif: 'inside', monitored: true },
  ],
  stateLink: 'dedicated',
  keyed: false,
};

/** About a quarter of an hour: each unit loses its power once, and the active one an interface in between. */
const scenario: Journey = {
  pair,
  luck: 1,
  trials: [
    {
      fault: 'unit-power-loss',
      unit: 'primary',
      at: 0,
      after: { tenths: 20, of: 'boot' },
      lasts: { tenths: 20, of: 'boot' },
    },
    {
      fault: 'interface-down',
      unit: 'secondary',
      at: 0,
      after: { tenths: 100, of: 'boot' },
      lasts: { tenths: 20, of: 'boot' },
    },
    {
      fault: 'unit-power-loss',
      unit: 'primary',
      at: 0,
      after: { tenths: 111, of: 'boot' },
      lasts: { tenths: 30, of: 'boot' },
    },
  ],
};

/** What one playing of the scenario took, and how much of the clock of the pair it played. */
export interface Measured {
  readonly virtualMinutes: number;
  /** Of this process, in seconds. */
  readonly cpuSeconds: number;
}

/**
 * Plays a quarter of an hour of an Active/Standby pair with default timers as often as is said, watched and probed like
 * every journey; the first time is cold. Throws if the pair does not come to rest.
 */
export async function measure(times: number): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (let at = 0; at < times; at += 1) {
    const before = process.cpuUsage();
    const { endedMs, steady, missing } = await travel(scenario);
    const { user, system } = process.cpuUsage(before);
    if (!steady) throw new Error(`the pair of the benchmark did not come to rest: ${missing.join('; ')}`);
    measured.push({ virtualMinutes: endedMs / 60_000, cpuSeconds: (user + system) / 1_000_000 });
  }
  return measured;
}

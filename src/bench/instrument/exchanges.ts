import type { Unlike } from '../hands.ts';
import type { Change } from '../journal/changed.ts';
import type { Effect } from '../notebook.ts';
import type { Instrument } from './instrument.ts';

/** By the name of the instrument, in what the secondary unit is unlike the primary from then on; in nothing, if none. */
const exchanged: Readonly<Record<string, Unlike | undefined>> = {
  'secondary-of-another-model': 'model',
  'secondary-with-other-memory': 'memory',
  'secondary-with-more-interfaces': 'interfaces',
  'secondary-with-another-card': 'card',
  'secondary-with-another-licence': 'licence',
  'secondary-of-another-major-version': 'major version',
  'secondary-of-another-maintenance-version': 'maintenance version',
  'secondary-as-it-was': undefined,
};

const unit = 'secondary';
const key = `make:${unit}`;
/** What is to be put back, by the serial number that the unit has to show then. */
const change = (serial: string): Change => ({
  restores: `${unit} as it was made`,
  of: { kind: 'exchange', unit, serial },
});
const witness = 'hands at the rack';

/** What hands at the rack did whenever they are asked to: `secondary exchanged for one of another model, ASA5545`. */
export const exchanges: readonly Instrument[] = Object.entries(exchanged).map(([name, unlike]) => ({
  name,
  missing: (cabled) =>
    cabled.hands ? undefined : 'it takes hands at the rack to exchange a unit, and this bench has none',
  read: async ({ hands, clock, breakage, topology }) => {
    const askedMs = clock.nowMs();
    const told: string[] = [];
    const done = async (work: Promise<string> | undefined): Promise<Effect> => {
      const beganMs = clock.nowMs();
      told.push((await work) ?? '');
      return { effectMs: { loMs: beganMs, hiMs: clock.nowMs() }, witness };
    };
    const putBack = (): Promise<Effect> => done(hands?.putBack(unit));
    const exchange = (): Promise<Effect> => done(unlike && hands?.exchange(unit, unlike));
    await (unlike === undefined
      ? putBack()
      : breakage.cause(key, change(topology.units[unit].serial), putBack, exchange));
    if (unlike === undefined) breakage.mended(key);
    return { raw: told.join('\n'), askedMs, answeredMs: clock.nowMs(), witness };
  },
}));

import type { Errands } from '../errands.ts';
import type { Instrument } from './instrument.ts';

/** By the name of the instrument, what a host is told to do whenever it is looked at. */
const told: Readonly<Record<string, keyof Errands>> = {
  'new-lease': 'lease',
  'new-routes': 'routes',
  'new-tunnel': 'tunnel',
  'tunnel-datagram': 'datagram',
  'new-call': 'call',
  'new-context': 'context',
  'new-login': 'login',
};

/** What comes of an errand of a host beside the pair: `inside leased 198.51.100.50`. */
export const errands: readonly Instrument[] = Object.entries(told).map(([name, errand]) => ({
  name,
  missing: (cabled) =>
    cabled.errands ? undefined : 'no host of the bench can be told to deal with the pair itself',
  read: async ({ errands: hosts, clock }) => {
    const askedMs = clock.nowMs();
    const raw = (await hosts?.[errand]()) ?? '';
    return { raw, askedMs, answeredMs: clock.nowMs(), witness: 'hosts beside the pair' };
  },
}));

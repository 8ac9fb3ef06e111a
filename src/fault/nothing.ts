import type { Fault } from './fault.ts';

/** No fault at all: whatever is seen of it is the doing of the instruments, or of somebody else. */
export const nothing: Fault = {
  name: 'nothing',
  needs: [],
  did: ({ unit }) => `nothing, on ${unit} and everywhere else`,
  counts: 'there is nothing to be seen of it',
  stimuli: () => ({ injected: [], healed: [] }),
  missing: () => undefined,
  touches: () => [],
  inject: ({ clock }) => {
    const nowMs = clock.nowMs();
    return Promise.resolve({ effectMs: { loMs: nowMs, hiMs: nowMs }, witness: 'the clock' });
  },
  heal: () => Promise.resolve(undefined),
};

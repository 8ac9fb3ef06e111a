import { reactionBoundMs } from '../bounds.ts';
import { worldOf } from '../world.ts';
import type { Law } from './law.ts';

/**
 * Long after the last deed, with nothing broken, every probe passes. Faults that are still there are left out: what
 * a flow loses then depends on where it passes.
 */
export const trafficFlows: Law = {
  name: 'traffic-flows',
  sentence: 'A pair in which nothing is broken and nothing was done for long loses no traffic.',
  source: 'ASA 5580 guide, «Active/Standby Failover Overview»: the active unit passes traffic',
  broken: (evidence) => {
    const boundMs = reactionBoundMs(evidence.journey.pair);
    const { dark, down, linkDown, stirred } = worldOf(evidence);
    const broken = [
      dark.primary,
      dark.secondary,
      linkDown,
      ...down.primary.values(),
      ...down.secondary.values(),
    ].flat();
    const isCalm = (fromMs: number, toMs: number): boolean =>
      fromMs > evidence.beganMs &&
      stirred.every(({ loMs, hiMs }) => loMs > toMs || hiMs + boundMs < fromMs) &&
      broken.every(({ from, to }) => from.loMs > toMs || to.hiMs + boundMs < fromMs);
    return evidence.entries.flatMap((entry) => {
      if (entry.kind !== 'observation' || entry.saw.sight !== 'probes') return [];
      const { flow, lost } = entry.saw;
      return lost
        .filter(({ firstSentMs, lastSentMs }) => isCalm(firstSentMs, lastSentMs))
        .map(
          ({ firstSentMs, lastSentMs }) =>
            `${flow} loses what is sent from ${firstSentMs.toFixed(0)} ms to ${lastSentMs.toFixed(0)} ms`,
        );
    });
  },
};

import { predictLinks } from '../model/index.ts';
import type { Foretold, LinkPrediction } from '../model/index.ts';
import type { FailoverSettings, StimulusName } from '../pair/index.ts';
import type { Awaited } from './awaited.ts';
import type { Strike } from './strikes.ts';

/** A strike that came afterwards, and whether it leaves open who is active. */
interface LaterStrike extends Strike {
  readonly isOpen: boolean;
}

/** What changes what the units say of a link, or whether they say anything. */
const touching: Readonly<Record<LinkPrediction['link'], readonly StimulusName[]>> = {
  failover: ['failover-link-down', 'failover-link-up'],
  state: ['state-link-down', 'state-link-up', 'failover-link-down', 'failover-link-up'],
};
const always: readonly StimulusName[] = [
  'unit-silent',
  'unit-booting',
  'both-units-booting',
  'told-off',
  'told-on',
];

/**
 * What the units must say of the links, however the pair stood when this came: until a later strike touches them, or
 * leaves open who is active. Units that hear nothing of each other any more may take the mate for lost, and not the link.
 */
export function linksAwaited(
  { met, timed: { stimulus } }: Foretold,
  later: readonly LaterStrike[],
  settings: FailoverSettings,
  endMs: number,
): readonly Awaited<LinkPrediction>[] {
  const [first = [], ...others] = met.map((world) => predictLinks(world, stimulus, settings));
  return first
    .filter((prediction) => others.every((each) => each.some((other) => isSame(other, prediction))))
    .map((prediction) => {
      const names = [...touching[prediction.link], ...always];
      const end = later.find(
        ({ stimuli, isOpen }) => isOpen || stimuli.some((each) => names.includes(each.stimulus)),
      );
      return { prediction, untilMs: end?.effect.loMs ?? endMs, ...(end && { end }) };
    });
}

const isSame = (a: LinkPrediction, b: LinkPrediction): boolean =>
  a.rule === b.rule && a.link === b.link && a.by === b.by && a.states.join() === b.states.join();

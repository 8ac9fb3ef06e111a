import { predictLinks } from '../model/index.ts';
import type { Foretold, LinkPrediction } from '../model/index.ts';
import type { FailoverSettings, StimulusName } from '../pair/index.ts';
import type { Awaited } from './awaited.ts';
import type { Strike } from './strikes.ts';

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

/** What the units must say of the links, however the pair stood when this came: until a later strike touches them. */
export function linksAwaited(
  { met, timed: { stimulus } }: Foretold,
  later: readonly Strike[],
  settings: FailoverSettings,
  endMs: number,
): readonly Awaited<LinkPrediction>[] {
  const [first = [], ...others] = met.map((world) => predictLinks(world, stimulus, settings));
  return first
    .filter((prediction) => others.every((each) => each.some((other) => isSame(other, prediction))))
    .map((prediction) => {
      const names = [...touching[prediction.link], ...always];
      const end = later.find(({ stimuli }) => stimuli.some((each) => names.includes(each.stimulus)));
      return { prediction, untilMs: end?.effect.loMs ?? endMs, ...(end && { end }) };
    });
}

const isSame = (a: LinkPrediction, b: LinkPrediction): boolean =>
  a.rule === b.rule && a.link === b.link && a.by === b.by && a.states.join() === b.states.join();

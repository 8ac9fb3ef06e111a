import { unitNames } from '../../pair/index.ts';
import type { FailoverSettings, LinkState, Requirement, Stimulus, UnitName } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { isActiveIn } from '../roles.ts';

/** Which of the two links between the units. */
export type LinkName = 'failover' | 'state';

/** What a unit must say of a link, and between when and when, in milliseconds after the stimulus took effect. */
export interface LinkPrediction {
  readonly prediction: 'link';
  readonly link: LinkName;
  readonly by: UnitName;
  /** As `show failover` prints it; the guides write «failed» where units print either word for a link that is lost. */
  readonly states: readonly LinkState[];
  readonly earliestMs: number;
  /** `Infinity` where the guides give no time. */
  readonly latestMs: number;
  readonly because: string;
  readonly requirements: readonly string[];
  readonly rule: string;
}

/** One published behaviour of a link. Pure, as a rule is. */
export interface LinkRule {
  readonly name: string;
  readonly requirements: readonly Requirement[];
  predict(
    pair: PairState,
    stimulus: Stimulus,
    settings: FailoverSettings,
  ): readonly Omit<LinkPrediction, 'rule'>[];
}

/** How a link that is lost may be printed. */
export const lost: readonly LinkState[] = ['failed', 'down'];

/** What this unit says of the link. */
export const linkIs = (
  link: LinkName,
  by: UnitName,
  states: readonly LinkState[],
  window: Pick<LinkPrediction, 'earliestMs' | 'latestMs'>,
  because: string,
  requirements: readonly Requirement[],
): Omit<LinkPrediction, 'rule'> => ({
  prediction: 'link',
  link,
  by,
  states,
  earliestMs: window.earliestMs,
  latestMs: window.latestMs,
  because,
  requirements: requirements.map(({ id }) => id),
});

/** The units that run, and can say how a link is. */
export const running = ({ units }: PairState): readonly UnitName[] =>
  unitNames.filter((unit) => units[unit] !== 'off');

/**
 * Both units are active: at least one of them started while the failover link was down. The tables give the marking of
 * the link to the unit that was active first, and to the other, whose own port may be up, nothing.
 */
export const startedWithoutLink = (pair: PairState): boolean =>
  unitNames.every((unit) => isActiveIn(pair, unit));

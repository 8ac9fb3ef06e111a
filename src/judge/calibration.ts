import { controls } from '../pair/index.ts';
import type { Control } from '../pair/index.ts';

/** Whether the instruments were tried in a run, and what came of it. */
export interface Calibration {
  readonly standing: 'calibrated' | 'out-of-order' | 'not-calibrated';
  /** The same in one sentence. */
  readonly told: string;
  /** Each control that was played, and how it came out. */
  readonly controls: readonly {
    readonly control: Control;
    readonly outcome: string;
    readonly because: string;
  }[];
}

/** A scenario, perhaps one that tried the instruments. */
interface Tried {
  readonly control?: Control;
  readonly title: string;
  readonly outcome: string;
  readonly because: string;
}

/** What the controls of a run came to: calibrated is one in which each of them was played, and came out. */
export function calibrationOf(scenarios: readonly Tried[]): Calibration {
  const played = scenarios.flatMap(({ control, title, outcome, because }) =>
    control === undefined ? [] : [{ control, title, outcome, because }],
  );
  const told = played.map(({ control, outcome, because }) => ({ control, outcome, because }));
  const wrong = played.find(({ outcome }) => outcome !== 'pass');
  if (wrong) {
    const { title, because } = wrong;
    return {
      standing: 'out-of-order',
      told: `The instruments are out of order: ${title}: ${because}`,
      controls: told,
    };
  }
  const missing = controls.filter((each) => !played.some(({ control }) => control === each));
  if (missing.length > 0) {
    const untried = missing.map((each) => words[each]).join(', nor with ');
    return {
      standing: 'not-calibrated',
      told: `Not calibrated: the instruments were not tried with ${untried}.`,
      controls: told,
    };
  }
  return { standing: 'calibrated', told: calibrated, controls: told };
}

const calibrated =
  'Calibrated: the instruments saw nothing when nothing was done, saw a blackout whole, and measured an outage of known length.';

const words: Readonly<Record<Control, string>> = {
  nothing: 'nothing done',
  blackout: 'a total blackout',
  outage: 'an outage of known length',
};

import type { Cancel } from '../../clock.ts';
import type { FailoverHost } from './host.ts';
import type { UnitState } from './unit-state.ts';

/** The four steps from `just-active` to `active` take up to so long each; together not more than 200 ms. */
const longestStepMs = 50;
const steps = ['active-drain', 'active-applying-config', 'active-config-applied', 'active'] as const;

/** Walks a unit that is `just-active` on to `active`; ends quietly if something else happens to it first. */
export function promote(
  host: FailoverHost,
  state: UnitState,
  reason: string,
  reached: (step: (typeof steps)[number]) => void,
): Cancel {
  let cancel: Cancel | undefined;
  const walk = (at: number): void => {
    const step = steps[at];
    if (!step) return;
    const from = state.now;
    cancel = host.clock.after(
      host.box.random.between(0, longestStepMs * host.box.traits.promotionFactor),
      () => {
        if (state.now !== from) return;
        state.enter(step, reason);
        reached(step);
        walk(at + 1);
      },
    );
  };
  walk(0);
  return () => cancel?.();
}

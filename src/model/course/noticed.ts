import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { settingsOf, viewsOf } from '../pair-state.ts';
import type { PairState } from '../pair-state.ts';
import { cardLinkDownWindow, interfaceTestWindow, linkMarkedWindow, quietAfterNewsMs } from '../window.ts';

/**
 * How long the pair may take to notice the stimulus, in milliseconds: until then it may act on how it was before. Power
 * and commands are noticed at once, or what follows from them is predicted with its own window; a link is looked at
 * once in a poll, and what passes over it within the hold time. A unit that is
 * written to says so with its next hello.
 */
export function noticedMs(pair: PairState, stimulus: Stimulus, settings: FailoverSettings): number {
  const windowIn = windows[stimulus.stimulus];
  if (!windowIn) return 0;
  return Math.max(...viewsOf(pair).map((view) => windowIn(settingsOf(view, settings)).latestMs));
}

type WindowIn = (settings: FailoverSettings) => { readonly latestMs: number };

const windows: Readonly<Partial<Record<Stimulus['stimulus'], WindowIn>>> = {
  'interface-down': cardLinkDownWindow,
  'interface-up': cardLinkDownWindow,
  'interface-cut-off': interfaceTestWindow,
  'interface-reconnected': interfaceTestWindow,
  'segment-silent': interfaceTestWindow,
  'segment-heard': interfaceTestWindow,
  'told-write-standby': (settings) => ({ latestMs: quietAfterNewsMs(settings) }),
  'failover-link-down': linkMarkedWindow,
  'failover-link-up': linkMarkedWindow,
};

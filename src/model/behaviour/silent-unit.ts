import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { cableLossWindow, unitLossWindow } from '../window.ts';
import type { Window } from '../window.ts';

/** The loss of a unit: without power, or stopped by its own software. */
export type Silence = Extract<Stimulus, { stimulus: 'unit-silent' }>;

/** True if the mate can sense the loss through the failover cable: that tells power, and no software. */
export const isSensed = ({ cable }: GroupView, { by }: Silence): boolean =>
  cable === true && by !== 'software';

/** When the mate notices it, in milliseconds after it. */
export const silenceWindow = (view: GroupView, silence: Silence, settings: FailoverSettings): Window =>
  isSensed(view, silence) ? cableLossWindow(settings) : unitLossWindow(settings);

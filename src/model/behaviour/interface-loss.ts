import type { FailoverSettings } from '../../pair/index.ts';
import type { InterfaceLoss } from '../concern.ts';
import type { GroupView } from '../pair-state.ts';
import { cardLinkDownWindow, interfaceTestWindow, linkDownWindow } from '../window.ts';
import type { Window } from '../window.ts';

/** When an interface that was lost counts as failed: its link at the next poll, its traffic after the tests. */
export function lossWindow(
  { onCard = [] }: GroupView,
  { of, nameif }: InterfaceLoss,
  settings: FailoverSettings,
): Window {
  if (of === 'traffic') return interfaceTestWindow(settings);
  return onCard.includes(nameif) ? cardLinkDownWindow(settings) : linkDownWindow(settings);
}

/** What became of the interface, in words. */
export const lossWords = ({ of }: InterfaceLoss): string =>
  of === 'link' ? 'lost its link' : 'receives nothing any more';

import type { FailoverSettings } from '../pair/index.ts';
import type { WatchFor } from './scenario.ts';

/**
 * How long to watch after a fault, in milliseconds, from the timers that the box itself reports. Waiting and
 * judging are apart: the cap lies far beyond every window of the model, so that a reaction several times too
 * late is still measured.
 */
export function watchCapMs(settings: FailoverSettings): number {
  return Math.max(20_000, 4 * settings.unitHoldMs, 4 * (settings.interfaceHoldMs ?? 0));
}

/** How long nothing must happen, in milliseconds: well past the moment at which a wrong failover would show. */
export function quietMs(settings: FailoverSettings): number {
  return settings.unitHoldMs + 4 * settings.unitPollMs + 3000;
}

/** How long to keep looking after the awaited change, in milliseconds: what follows at once belongs to it. */
export function afterwardsMs(settings: FailoverSettings): number {
  return Math.max(500, 2 * settings.unitPollMs);
}

/**
 * How long to keep looking after the healing, in milliseconds: roles must not move back with the news of it. Where
 * nothing was to happen over the fault, nothing may happen over its healing either, and is watched for as long.
 */
export function afterHealMs(settings: FailoverSettings, watches: readonly WatchFor[]): number {
  return watches.includes('nothing') ? quietMs(settings) : 2 * settings.unitPollMs + 2000;
}

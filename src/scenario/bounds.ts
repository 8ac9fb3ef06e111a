import type { FailoverSettings, GroupSettings } from '../pair/index.ts';
import type { Strike } from './scenario.ts';
import { leavesOther } from './strikes.ts';

/** The timers by which to wait for a pair whose groups have their own: those of the slowest. */
export function slowestOf(settings: FailoverSettings, groups: readonly GroupSettings[]): FailoverSettings {
  const own = groups.map((group) => ({ ...settings, ...group.settings }));
  if (own.length === 0) return settings;
  const holds = own.flatMap(({ interfaceHoldMs }) => interfaceHoldMs ?? []);
  return {
    ...settings,
    interfacePollMs: Math.max(...own.map(({ interfacePollMs }) => interfacePollMs)),
    ...(holds.length > 0 ? { interfaceHoldMs: Math.max(...holds) } : {}),
  };
}

/**
 * How long to watch after a fault, in milliseconds, from the timers that the box itself reports. Waiting and
 * judging are apart: the cap lies far beyond every window of the model, so that a reaction several times too
 * late is still measured.
 */
export function watchCapMs(settings: FailoverSettings): number {
  return Math.max(20_000, 4 * settings.unitHoldMs, 4 * (settings.interfaceHoldMs ?? 0));
}

/**
 * How long nothing must happen, in milliseconds: well past the moment at which a wrong failover would show. Where an
 * interface was struck, that is when it, or another, would have been put to the tests and failed them.
 */
export function quietMs(settings: FailoverSettings, strikes: readonly Strike[] = []): number {
  const { unitHoldMs, unitPollMs, interfacePollMs, interfaceHoldMs = 5 * interfacePollMs } = settings;
  const quiet = unitHoldMs + 4 * unitPollMs + 3000;
  const isOverInterface = strikes.some(({ interface: nameif }) => nameif !== undefined);
  return isOverInterface ? Math.max(quiet, interfaceHoldMs + 4 * interfacePollMs + 3000) : quiet;
}

/** Twice the forward delay of a switch port that runs spanning tree, as IEEE 802.1D recommends it, in milliseconds. */
const spanningTreeMs = 30_000;

/**
 * How long a failover group may take beyond its delay until it is back where it prefers to be, in milliseconds: its
 * unit is available only when its mate has heard of it and its interfaces wait no more.
 */
export function homeMs(settings: FailoverSettings): number {
  const { unitHoldMs, interfacePollMs } = settings;
  return Math.max(quietMs(settings), unitHoldMs + 2 * interfacePollMs + spanningTreeMs + 3000);
}

/** How long to keep looking after the awaited change, in milliseconds: what follows at once belongs to it. */
export function afterwardsMs(settings: FailoverSettings): number {
  return Math.max(500, 2 * settings.unitPollMs);
}

/**
 * How long to keep looking after the healing, in milliseconds: roles must not move back with the news of it. Where
 * nothing was to happen over the fault, nothing may happen over its healing either, and is watched for as long.
 */
export function afterHealMs(settings: FailoverSettings, strikes: readonly Strike[]): number {
  const isQuiet = strikes.some((strike) => strike.watch === 'nothing' || leavesOther(strike));
  return isQuiet ? quietMs(settings, strikes) : 2 * settings.unitPollMs + 2000;
}
